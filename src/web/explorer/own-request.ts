import { apiError } from "../../errors/catalogue-error.ts";
import { isAtLeast } from "../../identity/role.ts";
import { type Account, currentAccount } from "../browser-session.ts";
import type { AppContext } from "../context.ts";
import { requestIdOf } from "./request-id.ts";

/**
 * The page of a failing request of one of this person's applications, if it is kept; administrators stand in where an
 * application has no owner.
 */
async function pathOfOwn(
  c: AppContext,
  { user }: Account,
  asked: string | undefined,
): Promise<string | undefined> {
  const requestId = requestIdOf(asked);
  if (requestId === undefined) return undefined;
  await c.var.site.failures.settle();
  const { failures } = c.var.site.storage.committed;
  const own = await failures.ownedClient(user.id, requestId);
  if (own !== undefined) return `/developer/applications/${own}/errors/${requestId}`;
  if (!isAtLeast(user.role, "admin")) return undefined;
  const ownerless = await failures.ownedClient(null, requestId);
  return ownerless && `/admin/applications/${ownerless}/errors/${requestId}`;
}

/** `/developer/errors/ID`: from a request id alone to its page, for whoever may see it. */
export async function goToOwnRequest(c: AppContext, account: Account): Promise<Response> {
  const path = await pathOfOwn(c, account, c.req.param("request"));
  if (path === undefined) throw apiError("resource_not_found", "failed_request_unknown");
  return c.redirect(path, 302);
}

/**
 * Where the reader finds the request that an `error_uri` names; undefined for everybody but who may see it, and also when
 * the database cannot say: the reference is there whatever happens.
 */
export async function ownRequestPath(c: AppContext, requestId: string): Promise<string | undefined> {
  try {
    const account = await currentAccount(c);
    return account && (await pathOfOwn(c, account, requestId));
  } catch {
    return undefined;
  }
}
