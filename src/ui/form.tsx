import type { Child, PropsWithChildren } from "hono/jsx";

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly type?:
    | "text"
    | "email"
    | "password"
    | "tel"
    | "date"
    | "datetime-local"
    | "url"
    | "file"
    | undefined;
  /** Of a file: media types that the browser offers. */
  readonly accept?: string | undefined;
  /** WHATWG autofill token, for example `current-password`. */
  readonly autocomplete?: string | undefined;
  readonly inputmode?: "numeric" | "email" | "tel" | "text" | undefined;
  readonly help?: Child | undefined;
  /** What is wrong with the value as it came. */
  readonly problem?: string | undefined;
  readonly required?: boolean | undefined;
  readonly autofocus?: boolean | undefined;
  readonly maxlength?: number | undefined;
  readonly minlength?: number | undefined;
}

/** The ids of a field's help and problem that are there, for `aria-describedby`. */
function describedBy(props: {
  name: string;
  help?: Child | undefined;
  problem?: string | undefined;
}): string | undefined {
  const ids = [props.problem && `${props.name}-problem`, props.help && `${props.name}-help`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

function FieldFrame(props: PropsWithChildren<Pick<FieldProps, "name" | "label" | "help" | "problem">>) {
  return (
    <div class="field">
      <label for={props.name}>{props.label}</label>
      {props.children}
      {props.problem && (
        <p class="problem" id={`${props.name}-problem`}>
          {props.problem}
        </p>
      )}
      {props.help && (
        <p class="help" id={`${props.name}-help`}>
          {props.help}
        </p>
      )}
    </div>
  );
}

/** What is typed here has no language: the same order of signs for everybody. */
const leftToRight = new Set<FieldProps["type"]>(["email", "password", "tel", "url"]);

/** The writing direction of a field; elsewhere the first letter that is typed decides. */
function directionOf({ type, autocomplete }: FieldProps): "ltr" | "auto" | undefined {
  if (type === "date" || type === "file") return undefined;
  return leftToRight.has(type) || autocomplete === "one-time-code" ? "ltr" : "auto";
}

/** Whoever sent something wrong goes on where it is to be mended; of several fields browsers take the first. */
function isFocused({ autofocus, problem }: Pick<FieldProps, "autofocus" | "problem">): boolean | undefined {
  return autofocus ?? (problem ? true : undefined);
}

/** A labelled input with help and problem announced to screen readers; its id is its name. */
export function Field(props: FieldProps) {
  return (
    <FieldFrame name={props.name} label={props.label} help={props.help} problem={props.problem}>
      <input
        id={props.name}
        name={props.name}
        type={props.type ?? "text"}
        value={props.value}
        dir={directionOf(props)}
        accept={props.accept}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        required={props.required}
        autofocus={isFocused(props)}
        maxlength={props.maxlength}
        minlength={props.minlength}
        aria-invalid={props.problem ? "true" : undefined}
        aria-describedby={describedBy(props)}
        autocapitalize={props.type === "password" || props.type === "email" ? "none" : undefined}
        spellcheck={props.type === "password" || props.type === "email" ? false : undefined}
      />
    </FieldFrame>
  );
}

/** A box to tick; the value that is sent is `yes`. */
export function Checkbox(
  props: Pick<FieldProps, "name" | "label" | "help" | "required"> & { checked?: boolean },
) {
  return (
    <div class="field check">
      <input
        type="checkbox"
        id={props.name}
        name={props.name}
        value="yes"
        checked={props.checked}
        required={props.required}
        aria-describedby={describedBy(props)}
      />
      <label for={props.name}>{props.label}</label>
      {props.help && (
        <p class="help" id={`${props.name}-help`}>
          {props.help}
        </p>
      )}
    </div>
  );
}

interface TextAreaProps
  extends Pick<
    FieldProps,
    "name" | "label" | "value" | "help" | "problem" | "maxlength" | "required" | "autofocus"
  > {
  readonly rows?: number;
  /** What is written there is read by programs: letters of one width, no corrections. */
  readonly code?: boolean;
}

export function TextArea(props: TextAreaProps) {
  return (
    <FieldFrame name={props.name} label={props.label} help={props.help} problem={props.problem}>
      <textarea
        id={props.name}
        name={props.name}
        rows={props.rows ?? 3}
        class={props.code ? "code" : undefined}
        dir={props.code ? "ltr" : "auto"}
        spellcheck={props.code ? false : undefined}
        autocapitalize={props.code ? "none" : undefined}
        maxlength={props.maxlength}
        required={props.required}
        autofocus={isFocused(props)}
        aria-invalid={props.problem ? "true" : undefined}
        aria-describedby={describedBy(props)}
      >
        {props.value ?? ""}
      </textarea>
    </FieldFrame>
  );
}

interface SelectProps extends Pick<FieldProps, "name" | "label" | "value" | "help" | "problem"> {
  /** `[value, text]`; the value "" stands for nothing chosen. */
  readonly options: readonly (readonly [string, string])[];
}

export function Select(props: SelectProps) {
  return (
    <FieldFrame name={props.name} label={props.label} help={props.help} problem={props.problem}>
      <select
        id={props.name}
        name={props.name}
        aria-invalid={props.problem ? "true" : undefined}
        aria-describedby={describedBy(props)}
      >
        {props.options.map(([value, text]) => (
          <option value={value} selected={value === (props.value ?? "")}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

interface NoticeProps {
  readonly kind?: "good" | "warning" | "danger";
}

/** A message about the whole page; problems are announced at once (`role="alert"`). */
export function Notice(props: PropsWithChildren<NoticeProps>) {
  const urgent = props.kind === "danger" || props.kind === "warning";
  return (
    <div class={props.kind ? `notice ${props.kind}` : "notice"} role={urgent ? "alert" : "status"}>
      {props.children}
    </div>
  );
}

interface AvatarProps {
  readonly name: string;
  /** Name of a file below `/storage/avatars`. */
  readonly picture: string | null;
}

/** A person's picture, or the first letters of their name. Decorative: the name stands beside it. */
export function Avatar({ name, picture }: AvatarProps) {
  if (picture !== null)
    return <img class="avatar" src={`/storage/avatars/${picture}`} alt="" width="40" height="40" />;
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => [...(word ?? "")][0] ?? "");
  return (
    <span class="avatar" aria-hidden="true">
      {letters.join("").toUpperCase()}
    </span>
  );
}

/** The way out beside a button: it looks like one and does nothing. */
export function QuietLink({ href, children }: PropsWithChildren<{ readonly href: string }>) {
  return (
    <a class="button quiet" href={href}>
      {children}
    </a>
  );
}
