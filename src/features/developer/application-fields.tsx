import { type Messages, messages } from "../../i18n/messages.ts";
import { scopeText } from "../../i18n/scope-text.ts";
import { applicationLimits } from "../../protocol/registration/application.ts";
import { pageUrlLimit } from "../../protocol/registration/page-url.ts";
import { grantTypes } from "../../storage/port/clients.ts";
import type { Scope } from "../../storage/port/scopes.ts";
import { AnyOf } from "../../ui/choices.tsx";
import { Field, TextArea } from "../../ui/form.tsx";
import type { AppContext } from "../../web/context.ts";
import type { Typed, WishProblems } from "./wish.ts";

interface FieldsProps {
  readonly c: AppContext;
  readonly typed: Typed;
  readonly problems: WishProblems;
  readonly offered: readonly Scope[];
}

/** The fields that a new application and a registered one share. */
export function ApplicationFields({ c, typed, problems, offered }: FieldsProps) {
  const t = messages(c.var.locale).applicationForm;
  return (
    <>
      <TextArea
        name="redirect_uris"
        label={t.redirectUris}
        value={typed.redirectUris}
        help={t.redirectUrisHelp}
        problem={redirectUrisText(t, problems.redirectUris)}
        rows={Math.min(10, typed.redirectUris.split("\n").length + 2)}
        code
      />
      <AnyOf
        name="grant"
        legend={t.grants}
        choices={grantTypes.map((value) => ({
          value,
          label: <code>{value}</code>,
          help: t.grantTexts[value],
        }))}
        chosen={typed.grantTypes}
        problem={problems.grantTypes && t.problems.grantTypes[problems.grantTypes]}
      />
      <AnyOf
        name="scope"
        legend={t.scopes}
        help={t.scopesHelp}
        choices={offered.map((scope) => ({
          value: scope.name,
          label: <code>{scope.name}</code>,
          help: scopeHelp(c, scope),
        }))}
        chosen={typed.scopes}
        problem={problems.scopes && t.problems.scopes}
      />
      <PageField
        t={t}
        name="homepage_url"
        label={t.homepageUrl}
        value={typed.homepageUrl}
        wrong={problems.homepageUrl !== undefined}
      />
      <PageField
        t={t}
        name="privacy_policy_url"
        label={t.privacyPolicyUrl}
        value={typed.privacyPolicyUrl}
        wrong={problems.privacyPolicyUrl !== undefined}
      />
    </>
  );
}

interface PageFieldProps {
  readonly t: Messages["applicationForm"];
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly wrong: boolean;
}

/** The address of a page of the developer's own. */
function PageField({ t, wrong, ...field }: PageFieldProps) {
  const problem = wrong ? t.problems.address : undefined;
  return <Field {...field} type="url" help={t.addressHelp} maxlength={pageUrlLimit} problem={problem} />;
}

export function NameField({ c, typed, problems }: Omit<FieldsProps, "offered">) {
  const t = messages(c.var.locale).applicationForm;
  return (
    <Field
      name="name"
      label={t.name}
      value={typed.name}
      help={t.nameHelp}
      required
      maxlength={applicationLimits.name}
      problem={problems.name && t.problems.name[problems.name]}
    />
  );
}

function scopeHelp(c: AppContext, { name, requiresApproval, builtIn }: Scope): string {
  const t = messages(c.var.locale).applicationForm;
  const notes = [
    scopeText(c.var.locale, name),
    requiresApproval ? t.needsApproval : "",
    builtIn ? "" : t.operatorScope,
  ];
  return notes
    .filter((note) => note !== "")
    .map((note) => (note.endsWith(".") ? note : `${note}.`))
    .join(" ");
}

const shownLength = 120;

/** One line for each URI that cannot be registered, with what is wrong with it. */
function redirectUrisText(
  t: Messages["applicationForm"],
  problem: WishProblems["redirectUris"],
): string | undefined {
  if (problem === undefined) return undefined;
  if (problem === "missing") return t.problems.redirectUrisMissing;
  if (problem === "too_many") return t.problems.redirectUrisTooMany;
  return problem
    .map(({ uri, kind }) => {
      const shown = uri.length > shownLength ? `${uri.slice(0, shownLength)}…` : uri;
      return `${shown} ${t.problems.redirectUri[kind]}`;
    })
    .join("\n");
}
