import { act } from "../../../web/act.ts";
import { askAgain } from "../../../web/ask-again.ts";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import { backTo } from "../with-account.ts";
import { passkeyName } from "./passkey-name.ts";
import { changeProtection, switchOff } from "./protection.ts";

async function rename(c: AppContext, account: Account, id: string, form: SubmittedForm): Promise<Response> {
  const name = passkeyName(form.get("name"));
  const done =
    name !== undefined && (await act(c, account, ({ passkeys }, user) => passkeys.rename(user.id, id, name)));
  return backTo(c, "security", done ? "passkey_renamed" : "stale");
}

/** Without any passkey left nobody could be asked for one after the password. */
async function remove(c: AppContext, account: Account, id: string): Promise<Response> {
  const { user } = account;
  const done = await changeProtection(c, account, "passkey_removed", async (all) => {
    const { passkeys } = all;
    if (!(await passkeys.remove(user.id, id))) return undefined;
    if ((await passkeys.list(user.id)).length === 0) await switchOff(all, user.id, "passkey");
    return true;
  });
  return backTo(c, "security", done ? "passkey_removed" : "stale");
}

export async function changePasskey(c: AppContext, account: Account, form: SubmittedForm): Promise<Response> {
  const id = form.get("passkey");
  if (form.stale || id === undefined) return backTo(c, "security", "stale");
  if (form.get("act") === "rename") return rename(c, account, id, form);
  if (form.get("act") !== "remove") return backTo(c, "security", "stale");
  return askAgain(c, account, "security") ?? remove(c, account, id);
}
