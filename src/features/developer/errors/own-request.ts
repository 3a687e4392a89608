import { apiError } from "../../../errors/catalogue-error.ts";
import { type Account, currentAccount } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { pathOf } from "../frame.tsx";
import { requestIdOf } from "./request-id.ts";

/** The page of a failing request of one of this person's applications, if it is kept. */
async function pathOfOwn(
  c: AppContext,
  { user }: Account,
  asked: string | undefined,
): Promise<string | undefined> {
  const requestId = requestIdOf(asked);
  if (requestId === undefined) return undefined;
  const { failures, storage } = c.var.site;
  await failures.settle();
  const id = await storage.committed.failures.ownedClient(user.id, requestId);
  return id && pathOf({ id }, `/errors/${requestId}`);
}

/** `/developer/errors/ID`: from a request id alone to its page, for the owner of the application. */
export async function goToOwnRequest(c: AppContext, account: Account): Promise<Response> {
  const path = await pathOfOwn(c, account, c.req.param("request"));
  if (path === undefined) throw apiError("resource_not_found", "failed_request_unknown");
  return c.redirect(path, 302);
}

/**
 * Where the reader finds the request that an `error_uri` names; undefined for everybody but the signed-in owner, and also when
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
