import type { OperationObject } from "../../src/features/admin/api/openapi.ts";

/** An OpenAPI document, as far as tests look into it. */
export interface Description {
  readonly openapi: string;
  readonly servers: readonly unknown[];
  readonly tags: readonly { readonly name: string }[];
  readonly components: {
    readonly securitySchemes: {
      readonly oauth: { readonly flows: { readonly authorizationCode: { readonly scopes: object } } };
    };
  };
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
}

/** Every object in a JSON document, with the way to it. */
function* objectsIn(value: unknown, at = "#"): Generator<readonly [at: string, object]> {
  if (typeof value !== "object" || value === null) return;
  yield [at, value];
  for (const [name, inner] of Object.entries(value)) yield* objectsIn(inner, `${at}/${name}`);
}

function leadsNowhere(document: Description, found: object): boolean {
  if (!("$ref" in found)) return false;
  const parts = String(found.$ref).split("/").slice(1);
  return parts.reduce<unknown>((node, part) => Object(node)[part], document) === undefined;
}

function requiresNothing(found: object): boolean {
  if (!("required" in found && Array.isArray(found.required) && "properties" in found)) return false;
  const properties = Object(found.properties);
  return found.required.some((name) => !Object.hasOwn(properties, name));
}

/** By its rule: whether an operation breaks it. */
const rules: Readonly<
  Record<string, (document: Description, operation: OperationObject, method: string) => boolean>
> = {
  "is a method that the document can have": (_document, _operation, method) =>
    !["get", "post", "patch"].includes(method),
  "asks for scopes that are explained": ({ components }, { security }) => {
    const { scopes } = components.securitySchemes.oauth.flows.authorizationCode;
    return security.some(({ oauth }) => oauth.some((scope) => !Object.hasOwn(scopes, scope)));
  },
  "has tags that are listed": (document, { tags }) =>
    tags.some((tag) => !document.tags.some(({ name }) => name === tag)),
  "has no body where it reads": (_document, { requestBody }, method) =>
    method === "get" && requestBody !== undefined,
  "names each parameter once": (_document, { parameters }) =>
    new Set(parameters.map(({ name }) => name)).size !== parameters.length,
  "requires what the path names": (_document, { parameters }) =>
    parameters.some((parameter) => parameter.in === "path" && !parameter.required),
  "describes each answer": (_document, { responses }) =>
    Object.values(responses).some((answer) => !("$ref" in answer || answer.description)),
};

/** What is wrong with a document by OpenAPI's own rules (3.1.0, §4.8), as far as one that is made of rows can break them. */
export function flaws(document: Description): readonly string[] {
  const found: string[] = [];
  for (const [at, value] of objectsIn(document)) {
    if (leadsNowhere(document, value)) found.push(`${at}: a reference to nothing`);
    if (requiresNothing(value)) found.push(`${at}: requires what it does not have`);
  }
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods))
      for (const [rule, isBroken] of Object.entries(rules))
        if (isBroken(document, operation, method)) found.push(`${method} ${path} breaks: ${rule}`);
  return found;
}
