import { Field } from "./form.tsx";

interface CurrentPasswordProps {
  readonly name: string;
  readonly label: string;
  readonly autofocus?: boolean;
  /** There is another way than giving it. */
  readonly optional?: boolean;
  readonly problem?: string | undefined;
}

/** A field in which somebody gives the password they have; it never comes back filled in. */
export function CurrentPasswordField({ optional, ...props }: CurrentPasswordProps) {
  return <Field {...props} type="password" autocomplete="current-password" required={!optional} />;
}
