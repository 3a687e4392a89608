import { type Locale, numberingOf } from "./locale.ts";

type Forms = { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

const rules = new Map<Locale, Intl.PluralRules>();
const numbers = new Map<Locale, Intl.NumberFormat>();

/** The number as the language writes it. */
export function numberText(locale: Locale, value: number): string {
  const format = numbers.get(locale) ?? new Intl.NumberFormat(numberingOf(locale));
  numbers.set(locale, format);
  return format.format(value);
}

/** The form of a sentence that belongs to a number in this language; `#` stands for the number itself. */
export function counted(locale: Locale, count: number, forms: Forms): string {
  const rule = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, rule);
  return (forms[rule.select(count)] ?? forms.other).replaceAll("#", numberText(locale, count));
}
