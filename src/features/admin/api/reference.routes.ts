import { Hono } from "hono";
import type { AppEnv } from "../../../web/context.ts";
import type { DescribedCall } from "../../../web/described-call.ts";
import { openApiDocument } from "./openapi.ts";
import { referencePage } from "./reference.page.tsx";

const headers = {
  "Content-Type": "application/json",
  "Cache-Control": "public, max-age=300",
  "X-Content-Type-Options": "nosniff",
};

/**
 * The description of the management API for people, and with `others` for programs; made when somebody first asks for it.
 */
export function managementReferenceRoutes(others: readonly DescribedCall[]): Hono<AppEnv> {
  let text: string | undefined;
  return new Hono<AppEnv>()
    .get("/docs/api", (c) => referencePage(c))
    .get("/docs/api/openapi.json", (c) => {
      text ??= JSON.stringify(openApiDocument(c.var.site, others));
      return c.body(text, 200, headers);
    });
}
