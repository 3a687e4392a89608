import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { readForm } from "../../web/form.tsx";
import { refuseHead } from "../../web/refuse-head.ts";
import { demoPage } from "./demo.page.tsx";
import { type DemoClients, RelyingParty } from "./relying-party.ts";
import { type Visit, Visits } from "./visits.ts";

const cookie = "demo";

/**
 * A small relying party, for development only. It acts as an application of somebody else would: own cookie, own state,
 * nothing but the public endpoints.
 */
export function demoRoutes(deps: { readonly clients: DemoClients }): Hono<AppEnv> {
  let parts: { visits: Visits; party: RelyingParty } | undefined;
  const partsOf = (c: AppContext) => {
    parts ??= {
      visits: new Visits(c.var.site.entropy),
      party: new RelyingParty(c.var.site.issuer, deps.clients),
    };
    return parts;
  };
  return new Hono<AppEnv>()
    .get("/demo", (c) => {
      const problem = c.req.query("problem") === "state" ? "state" : null;
      return demoPage(c, partsOf(c).visits.get(getCookie(c, cookie)), problem);
    })
    .post("/demo/start", async (c) => {
      const { visits, party } = partsOf(c);
      const form = await readForm(c);
      if (form.stale) return c.redirect("/demo", 303);
      const visit = newVisit(visits, form.get("application") === "public" ? "public" : "confidential");
      const key = visits.random();
      visits.put(key, visit);
      setCookie(c, cookie, key, { httpOnly: true, sameSite: "Lax", path: "/demo" });
      return c.redirect(party.authorizationUrl(visit), 303);
    })
    .get("/demo/callback", async (c) => {
      refuseHead(c, ["GET"]);
      const { visits, party } = partsOf(c);
      const key = getCookie(c, cookie);
      const visit = visits.get(key);
      const { state, code } = c.req.query();
      if (!(key && visit) || state !== visit.state) return c.redirect("/demo?problem=state", 302);
      const answered = { ...visit, steps: callbackSteps(c, party.authorizationUrl(visit)) };
      visits.put(key, code ? await party.complete(answered, code) : answered);
      return c.redirect("/demo", 302);
    })
    .post("/demo/refresh", async (c) => {
      const { visits, party } = partsOf(c);
      const form = await readForm(c);
      const key = getCookie(c, cookie);
      const visit = visits.get(key);
      if (!form.stale && key && visit?.refreshToken)
        visits.put(key, await party.refresh(visit, visit.refreshToken));
      return c.redirect("/demo", 303);
    });
}

function newVisit(visits: Visits, application: Visit["application"]): Visit {
  return {
    application,
    state: visits.random(),
    codeVerifier: visits.random(),
    refreshToken: null,
    steps: [],
  };
}

/** The redirect that was sent, and the one that came back, success or error. */
function callbackSteps(c: AppContext, authorizationUrl: string): Visit["steps"] {
  const lines = (url: string) => url.replaceAll(/[?&]/g, (sign) => `\n  ${sign}`);
  const answer = Object.entries(c.req.query()).map(([name, value]) => `${name} = ${value}`);
  return [
    { title: "authorize", request: `GET ${lines(authorizationUrl)}`, response: "302 … /demo/callback" },
    { title: "callback", request: `GET ${c.var.site.issuer}/demo/callback?…`, response: answer.join("\n") },
  ];
}
