import type { Child } from "hono/jsx";

export interface Choice {
  readonly value: string;
  readonly label: Child;
  readonly help?: Child | undefined;
}

interface ChoicesProps {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly help?: Child | undefined;
  readonly problem?: string | undefined;
}

function Frame(props: Pick<ChoicesProps, "name" | "legend" | "help" | "problem"> & { children?: Child }) {
  const ids = [props.help && `${props.name}-help`, props.problem && `${props.name}-problem`].filter(Boolean);
  return (
    <fieldset class="field choices" aria-describedby={ids.length > 0 ? ids.join(" ") : undefined}>
      <legend>{props.legend}</legend>
      {props.help && (
        <p class="help" id={`${props.name}-help`}>
          {props.help}
        </p>
      )}
      {props.problem && (
        <p class="problem" id={`${props.name}-problem`}>
          {props.problem}
        </p>
      )}
      {props.children}
    </fieldset>
  );
}

interface ChoiceInput {
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
}

function Labelled({ choice, input }: { readonly choice: Choice; readonly input: ChoiceInput }) {
  return (
    <label class="choice">
      <input type={input.type} name={input.name} value={input.value} checked={input.checked} />
      <span>
        {choice.label}
        {choice.help && <small>{choice.help}</small>}
      </span>
    </label>
  );
}

/** One of several: radio buttons that share the name. */
export function OneOf({ choices, chosen, ...frame }: ChoicesProps) {
  return (
    <Frame {...frame}>
      {choices.map((choice) => {
        const { value } = choice;
        const checked = chosen.includes(value);
        return <Labelled choice={choice} input={{ type: "radio", name: frame.name, value, checked }} />;
      })}
    </Frame>
  );
}

/** The field of one checkbox of `AnyOf`; each has a name of its own, and the value `on`. */
export function fieldOf(name: string, value: string): string {
  return `${name}.${value}`;
}

/** Any of several: checkboxes. */
export function AnyOf({ choices, chosen, ...frame }: ChoicesProps) {
  return (
    <Frame {...frame}>
      {choices.map((choice) => {
        const checked = chosen.includes(choice.value);
        const name = fieldOf(frame.name, choice.value);
        return <Labelled choice={choice} input={{ type: "checkbox", name, value: "on", checked }} />;
      })}
    </Frame>
  );
}
