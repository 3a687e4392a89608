import type { Account } from "./browser-session.ts";
import type { AppContext } from "./context.ts";
import { CsrfField } from "./form.tsx";

/** Hidden fields of every form of a guarded page: the browser's token, and the account that the page was shown for. */
export function AccountFields({ c, account }: { readonly c: AppContext; readonly account: Account }) {
  return (
    <>
      <CsrfField c={c} />
      <input type="hidden" name="user" value={String(account.user.id)} />
    </>
  );
}
