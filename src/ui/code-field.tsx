import { Field } from "./form.tsx";

interface CodeFieldProps {
  readonly label: string;
  readonly problem?: string | undefined;
  readonly autofocus?: boolean | undefined;
}

/** A field for the digits of a message or an app; phones offer to fill it in. */
export function CodeField(props: CodeFieldProps) {
  return (
    <Field {...props} name="code" autocomplete="one-time-code" inputmode="numeric" required maxlength={20} />
  );
}
