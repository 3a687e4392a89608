import type { z } from "zod";

/** A call of the API with all that its description says, by the schemas that read its requests and type its answers. */
export interface DescribedCall {
  readonly id: string;
  readonly group: string;
  readonly method: "GET" | "PATCH" | "POST";
  /** As Hono writes patterns; its parts bear the names that the input has for them. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  /** What the token must have, one of them; none where any token of a person will do. */
  readonly scopes: readonly string[];
  /** Of the query where it reads, else of the body; what the path names is among it. */
  readonly input: z.ZodType;
  readonly names: readonly string[];
  readonly output: z.ZodType;
  readonly mediaType: "application/json" | "text/csv";
  readonly status: 200 | 201;
}
