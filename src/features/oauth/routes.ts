import { Hono } from "hono";
import { locales } from "../../i18n/locale.ts";
import { authorizationServerMetadata } from "../../protocol/discovery.ts";
import { answerIntrospection } from "../../protocol/introspection.ts";
import { answerRevocation } from "../../protocol/revocation.ts";
import { answerTokenRequest, type TokenEndpoint } from "../../protocol/token/endpoint.ts";
import { type ProgramEndpoint, throughHono } from "../../web/call.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { serveClientEndpoint } from "./client-endpoint.ts";

/** Libraries fetch metadata at every start: they may keep it for minutes, not for longer than a change takes to matter. */
const briefly = { "Cache-Control": "public, max-age=300" };

/** The endpoints of RFC 6749 §3.2, 7009 and 7662. */
export function oauthEndpoints(token: TokenEndpoint): readonly ProgramEndpoint[] {
  return [
    {
      path: "/oauth/token",
      serve: serveClientEndpoint({
        name: "token",
        staysUp: false,
        answer: (request, desk) => answerTokenRequest(token, request, desk),
      }),
    },
    {
      path: "/oauth/revoke",
      serve: serveClientEndpoint({
        name: "revoke",
        staysUp: true,
        // RFC 7009 §2.2 leaves the body open; programs that parse every answer get an object.
        answer: async (request, desk) => {
          await answerRevocation(request, desk);
          return "{}";
        },
      }),
    },
    {
      path: "/oauth/introspect",
      serve: serveClientEndpoint({
        name: "introspect",
        staysUp: "reading",
        answer: async (request, desk) => JSON.stringify(await answerIntrospection(request, desk)),
      }),
    },
  ];
}

/** The same below Hono, and the metadata that announces them. */
export function oauthRoutes(token: TokenEndpoint, served: readonly ProgramEndpoint[]): Hono<AppEnv> {
  const metadata = async (c: AppContext) => {
    const { issuer, storage } = c.get("site");
    const scopes = (await storage.committed.scopes.list()).map(({ name }) => name);
    const grantTypes = token.grants.map(({ grantType }) => grantType);
    return c.json(authorizationServerMetadata({ issuer, grantTypes, scopes, locales }), 200, briefly);
  };
  const app = new Hono<AppEnv>();
  for (const endpoint of served) app.all(endpoint.path, throughHono(endpoint));
  return app
    .get("/.well-known/oauth-authorization-server", metadata)
    .get("/.well-known/openid-configuration", metadata)
    .get("/.well-known/jwks.json", (c) => c.json({ keys: [] }, 200, briefly));
}
