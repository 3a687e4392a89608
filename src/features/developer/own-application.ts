import { apiError } from "../../errors/catalogue-error.ts";
import { isClientId } from "../../protocol/registration/client-id.ts";
import type { ClientWithSecrets } from "../../storage/port/clients.ts";
import type { Repositories } from "../../storage/port/storage.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { type Door, guarded, guardedForm, guardedUpload } from "../../web/guard.ts";
import { applicationPage, type NextPage } from "../../web/next-page.ts";
import type { SubmittedUpload } from "../../web/upload.ts";

type Answer = Response | Promise<Response>;

/** The application of this id, if it is this person's: somebody else's is answered like one that does not exist. */
export async function findOwn(
  { clients }: Pick<Repositories, "clients">,
  { user }: Account,
  id: string | undefined,
): Promise<ClientWithSecrets> {
  const client = isClientId(id) ? await clients.find(id) : undefined;
  if (!client || client.ownerId !== user.id) throw apiError("resource_not_found", "client_unknown");
  return client;
}

function doorTo(page: Parameters<typeof applicationPage>[0]): Door {
  return { role: "user", page: (c): NextPage => applicationPage(page, c.req.param("id")) };
}

/** A page about one's own application, named by `:id` in the path. Whoever has to sign in first comes back to `page`. */
export function withApplication(
  page: Parameters<typeof applicationPage>[0],
  handle: (c: AppContext, account: Account, client: ClientWithSecrets) => Answer,
) {
  return guarded(doorTo(page), async (c, account) =>
    handle(c, account, await findOwn(c.var.site.storage.committed, account, c.req.param("id"))),
  );
}

/** The same for a form; what it does, it does to `findOwn` of its own unit. */
export function withApplicationForm(
  page: Parameters<typeof applicationPage>[0],
  handle: (c: AppContext, account: Account, client: ClientWithSecrets, form: SubmittedForm) => Answer,
) {
  return guardedForm(doorTo(page), async (c, account, form) =>
    handle(c, account, await findOwn(c.var.site.storage.committed, account, c.req.param("id")), form),
  );
}

/** The same for a form with a file; it is read once the person is known. */
export function withApplicationUpload(
  page: Parameters<typeof applicationPage>[0],
  read: (c: AppContext) => Promise<SubmittedUpload>,
  handle: (c: AppContext, account: Account, client: ClientWithSecrets, form: SubmittedUpload) => Answer,
) {
  return guardedUpload(doorTo(page), read, async (c, account, form) =>
    handle(c, account, await findOwn(c.var.site.storage.committed, account, c.req.param("id")), form),
  );
}
