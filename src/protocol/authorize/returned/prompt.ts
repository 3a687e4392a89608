import { oauthError } from "../../../errors/catalogue-error.ts";
import type { Prompt } from "../../../storage/port/interactions.ts";
import type { Check, ProvenRequest } from "../check.ts";

const prompts: readonly Prompt[] = ["login", "consent", "none", "select_account"];

function isPrompt(word: string): word is Prompt {
  return (prompts as readonly string[]).includes(word);
}

function wordsOf(value: string | undefined): readonly string[] {
  return [...new Set((value ?? "").split(" ").filter((word) => word !== ""))];
}

/** The values of `prompt`, each once; for a value that passed the check. */
export function parsePrompt(value: string | undefined): readonly Prompt[] {
  return wordsOf(value).filter(isPrompt);
}

/** OpenID Connect Core §3.1.2.1: `none` shows nothing, so it cannot stand beside a value that shows something. */
export const prompt: Check<ProvenRequest> = ({ parameters }) => {
  const words = wordsOf(parameters.get("prompt"));
  if (!words.every(isPrompt)) {
    return oauthError("invalid_request", "parameter_value_unsupported", {
      parameter: "prompt",
      supported: prompts.join(", "),
    });
  }
  return words.includes("none") && words.length > 1
    ? oauthError("invalid_request", "prompt_none_combined")
    : undefined;
};
