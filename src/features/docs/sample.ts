import { STATUS_CODES } from "node:http";
import { CatalogueError } from "../../errors/catalogue-error.ts";
import type { CodeDefinition } from "../../errors/definition.ts";
import { redirectParameters } from "../../errors/redirect.ts";
import { sampleExtras, sampleParameters } from "../../errors/sample-values.ts";
import { wireAnswer } from "../../errors/wire.ts";
import type { Site } from "../../web/context.ts";

/** Reasons that show more of a code than its first one does. */
const telling: { readonly [code: string]: string } = {
  invalid_client: "client_authentication_failed",
  validation_error: "field_invalid",
};

const requestId = "5f0c9a3e71d24b68a0f7c2d94e8b1a36";
const redirectUri = "https://app.example/callback";

/** The reason that a code's sample shows. */
export function sampleReason(definition: CodeDefinition): string {
  return telling[definition.code] ?? Object.keys(definition.reasons)[0] ?? "";
}

/** A whole HTTP answer with this error, made by the very renderers that make the real ones. */
export function sample(definition: CodeDefinition, { issuer, name }: Pick<Site, "issuer" | "name">): string {
  const { family, code } = definition;
  const reason = sampleReason(definition);
  const extras = { basicChallenge: true, ...sampleExtras(reason) };
  const error = new CatalogueError(family, code, reason, sampleParameters(family, reason), extras);
  const statusLine = `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status] ?? ""}`;
  if (error.status === 302) {
    const query = redirectParameters(error, { issuer, requestId, state: "af0ifjsldkj" });
    return `${statusLine}\nLocation: ${redirectUri}?${query}\nX-Request-Id: ${requestId}`;
  }
  const answer = wireAnswer(error, { issuer, service: name, requestId });
  const headers = Object.entries({ ...answer.headers, "X-Request-Id": requestId });
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  return `${[statusLine, ...lines].join("\n")}\n\n${JSON.stringify(JSON.parse(answer.body), null, 2)}`;
}
