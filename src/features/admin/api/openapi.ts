import { z } from "zod";
import { messages } from "../../../i18n/messages.ts";
import type { Site } from "../../../web/context.ts";
import type { DescribedCall } from "../../../web/described-call.ts";
import { operations } from "./endpoints.ts";
import { pathNames } from "./input.ts";
import type { Operation } from "./operation.ts";

/** A JSON Schema as far as this description has it (draft 2020-12, which OpenAPI 3.1 takes as it is). */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
}

interface Content {
  readonly content: { readonly [mediaType: string]: { readonly schema: Schema } };
}

export interface OperationObject {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly { readonly oauth: readonly string[] }[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Content & { readonly required: true };
  /** The good answer by its status, and `default`. */
  readonly responses: Readonly<Record<string, Partial<Content> & { readonly description?: string }>>;
}

/** That a whole number is one which JavaScript can hold goes without saying. */
function tidy({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) Reflect.deleteProperty(jsonSchema, "minimum");
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) Reflect.deleteProperty(jsonSchema, "maximum");
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", override: tidy });
  return rest as Schema;
}

function parameter(name: string, inPath: boolean, input: Schema): Parameter {
  const { description, ...schema } = input.properties?.[name] ?? {};
  return {
    name,
    in: inPath ? "path" : "query",
    required: inPath || (input.required ?? []).includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  };
}

function bodyOf(
  { additionalProperties: _, ...input }: Schema & { additionalProperties?: unknown },
  names: readonly string[],
) {
  const properties = names.map((name) => [name, input.properties?.[name] ?? {}] as const);
  const required = (input.required ?? []).filter((name) => names.includes(name));
  const schema = {
    ...input,
    properties: Object.fromEntries(properties),
    required,
    additionalProperties: false,
  };
  return { required: true, content: { "application/json": { schema } } } as const;
}

function operationObject(row: DescribedCall): OperationObject {
  const { id, group, method, path, summary, description } = row;
  const input = schemaOf(row.input, "input");
  const inPath = pathNames(path);
  const others = row.names.filter((name) => !inPath.includes(name));
  const fromQuery = method === "GET" ? others : [];
  const inBody = method === "GET" ? [] : others;
  return {
    operationId: id,
    tags: [group],
    summary,
    ...(description === undefined ? {} : { description }),
    security: row.scopes.length === 0 ? [{ oauth: [] }] : row.scopes.map((scope) => ({ oauth: [scope] })),
    parameters: [
      ...inPath.map((name) => parameter(name, true, input)),
      ...fromQuery.map((name) => parameter(name, false, input)),
    ],
    ...(inBody.length > 0 ? { requestBody: bodyOf(input, inBody) } : {}),
    responses: {
      [row.status]: {
        description: "Done.",
        content: { [row.mediaType]: { schema: schemaOf(row.output, "output") } },
      },
      default: errorReference,
    },
  };
}

interface Described {
  readonly row: Operation;
  readonly object: OperationObject;
}

const errorReference: object = { $ref: "#/components/responses/Error" };

let described: readonly Described[] | undefined;

/** Every row with what is said of it; worked out when somebody first asks. */
export function describedOperations(): readonly Described[] {
  described ??= operations.map((row) => ({ row, object: operationObject(row) }));
  return described;
}

/** A path as OpenAPI writes it. */
export function templateOf({ path }: Pick<DescribedCall, "path">): string {
  return path.replaceAll(/:(\w+)/g, "{$1}");
}

const error = z.object({
  error: z.string().meta({ description: "The code; each is explained at `error_uri`." }),
  error_description: z.string(),
  error_uri: z.url(),
  message: z.string(),
  hint: z.string(),
  reason: z.string(),
  request_id: z.string(),
  retry_after: z.int().optional(),
  status_code: z.int(),
  errors: z
    .record(z.string(), z.array(z.string()))
    .optional()
    .meta({ description: "With `validation_error`: what is wrong, field by field." }),
});

const builtIn = ["view-user", "detail-user", "edit-user", "admin"] as const;

/** The management API and what else is called with a token, as OpenAPI 3.1, made of the schemas that read the requests. */
export function openApiDocument(
  { issuer, name }: Pick<Site, "issuer" | "name">,
  others: readonly DescribedCall[],
) {
  const calls: readonly DescribedCall[] = [...others, ...operations];
  const byPath = Map.groupBy(calls, templateOf);
  const paths = [...byPath].map(([path, rows]) => {
    return [path, Object.fromEntries(rows.map((row) => [row.method.toLowerCase(), operationObject(row)]))];
  });
  const { scopes } = messages("en");
  return {
    openapi: "3.1.0",
    info: {
      title: `${name}: API`,
      version: "1",
      description:
        "What applications ask with a token, and what the administration's pages do, for programs (`/api/admin`). For those the scope `admin` is needed, whose application is approved for it and whose person is an administrator at the time of the request.",
    },
    servers: [{ url: issuer }],
    externalDocs: { url: `${issuer}/docs/errors` },
    tags: [...new Set(calls.map(({ group }) => group))].map((group) => ({ name: group })),
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        oauth: {
          type: "oauth2",
          flows: {
            authorizationCode: {
              authorizationUrl: `${issuer}/oauth/authorize`,
              tokenUrl: `${issuer}/oauth/token`,
              refreshUrl: `${issuer}/oauth/token`,
              scopes: Object.fromEntries(builtIn.map((scope) => [scope, scopes[scope]])),
            },
          },
        },
      },
      responses: {
        Error: {
          description: "One of the errors of the catalogue.",
          content: { "application/json": { schema: schemaOf(error, "output") } },
        },
      },
    },
  };
}
