import { Hono } from "hono";
import type { AppEnv } from "../../web/context.ts";

export interface ContactOptions {
  /** Where to report a weakness: a `mailto:` or `https:` URI. */
  readonly securityContact: string;
}

const day = 86_400_000;

/** RFC 9116 §2.5.5 wants less than a year; computed, so that it never goes stale, by whole days, so that it may be cached. */
function expiry(now: number): string {
  return new Date((Math.floor(now / day) + 180) * day).toISOString();
}

/** `security.txt` (RFC 9116) and where password managers find the form that changes a password. */
export function contactRoutes({ securityContact }: ContactOptions): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/.well-known/security.txt", (c) => {
      const { issuer, clock } = c.get("site");
      const fields = [
        `Contact: ${securityContact}`,
        `Expires: ${expiry(clock())}`,
        "Preferred-Languages: en, id",
        `Canonical: ${issuer}/.well-known/security.txt`,
      ];
      return c.text(`${fields.join("\n")}\n`);
    })
    .get("/.well-known/change-password", (c) => c.redirect("/account/password", 302));
}
