import { type CatalogueError, oauthError } from "../../errors/catalogue-error.ts";
import { messages } from "../../i18n/messages.ts";
import type { RawParameters } from "../../protocol/authorize/parameters.ts";
import type { ReturnAddress } from "../../protocol/authorize/pipeline.ts";
import { parametersOf } from "../../protocol/authorize/request.ts";
import { placeOf } from "../../protocol/redirect-uri.ts";
import type { Difference } from "../../protocol/redirect-uri-difference.ts";
import type { AppContext } from "../../web/context.ts";
import { renderErrorPage } from "../../web/error-page.tsx";
import type { Flow } from "./flow.ts";

const shownLength = 300;

/** As much of a received URI as helps, in printable ASCII: nothing that turns, hides or imitates letters. */
function printable(uri: string): string {
  const ascii = uri.slice(0, shownLength).replace(/[^\x21-\x7e]/gu, (sign) => encodeURIComponent(sign));
  return uri.length > shownLength ? `${ascii}…` : ascii;
}

/** Client or redirect URI are not proven: the person learns who has to mend what, and nobody is redirected. */
export async function refuseRequest(
  c: AppContext,
  error: CatalogueError,
  raw: RawParameters,
): Promise<Response> {
  const t = messages(c.var.locale).authorize;
  const facts: { label: string; value: string }[] = [];
  const { parameter, difference } = error.parameters;
  if (parameter !== undefined) facts.push({ label: t.parameter, value: String(parameter) });
  const received = raw.find(([name, value]) => name === "redirect_uri" && value !== "")?.[1];
  if (received !== undefined) facts.push({ label: t.receivedRedirectUri, value: printable(received) });
  if (difference !== undefined) {
    const kinds = String(difference).split(", ") as Difference[];
    facts.push({ label: t.differs, value: kinds.map((kind) => t.differences[kind]).join(", ") });
  }
  return renderErrorPage(c, error, { facts });
}

/** An error of an application that nobody verified: where it leads is said, and going there is the person's choice. */
export async function showUnverified(
  c: AppContext,
  error: CatalogueError,
  { redirectUri }: ReturnAddress,
  location: string,
): Promise<Response> {
  const t = messages(c.var.locale).authorize;
  const place = placeOf(redirectUri);
  return renderErrorPage(c, error, {
    facts: [{ label: t.leadsTo, value: place }],
    note: t.unverifiedReturn(place),
    wayOn: { href: location, label: t.continueTo(place) },
  });
}

/** An interaction that cannot go on, with a way to start it again where it is this browser's own. */
export async function refuseInteraction(
  c: AppContext,
  reason: "interaction_expired" | "interaction_finished" | "interaction_foreign",
  own?: Flow,
): Promise<Response> {
  const error = oauthError("access_denied", reason);
  if (!own) return renderErrorPage(c, error);
  const again = new URLSearchParams(Object.fromEntries(parametersOf(own.request)));
  const label = messages(c.var.locale).authorize.startAgain(own.to.client.name);
  return renderErrorPage(c, error, { wayOn: { href: `/oauth/authorize?${again}`, label } });
}
