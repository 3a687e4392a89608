import { messages } from "../../i18n/messages.ts";
import type { StoredPicture } from "../../storage/port/pictures.ts";
import { act } from "../../web/act.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { countHit } from "../../web/limit.ts";
import {
  newPicture,
  PictureForm,
  type PictureRules,
  type PictureTrouble,
  readPictureForm,
} from "../../web/picture-form.tsx";
import { problemStatus } from "../../web/problem-status.ts";
import type { SubmittedUpload } from "../../web/upload.ts";
import { accountPage } from "./frame.tsx";
import { backTo } from "./with-account.ts";

/** Contract §7. */
const rules: PictureRules = { field: "picture", largest: 2 * 1024 * 1024, maxSide: 4096 };

export function readOwnPicture(c: AppContext): Promise<SubmittedUpload> {
  return readPictureForm(c, rules);
}

export function showPicture(c: AppContext, account: Account) {
  return picturePage(c, account);
}

function picturePage(c: AppContext, account: Account, problem?: PictureTrouble) {
  const { picture: t } = messages(c.var.locale).account;
  const { picture } = account.user;
  return accountPage(
    c,
    account,
    { tab: "account", title: t.title, status: problem ? problemStatus : 200 },
    <section class="card">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {picture !== null && (
        <img class="portrait" src={`/storage/avatars/${picture}`} alt={t.present} width="128" height="128" />
      )}
      <PictureForm
        c={c}
        account={account}
        rules={rules}
        action="/account/picture"
        texts={t}
        present={picture !== null}
        problem={problem}
      />
    </section>,
  );
}

export async function savePicture(c: AppContext, account: Account, form: SubmittedUpload): Promise<Response> {
  if (form.stale) return backTo(c, "picture", "stale");
  await countHit(c, "picture_by_user", String(account.user.id));
  const picture = newPicture(c, form, rules);
  if (typeof picture === "string") return picturePage(c, account, picture);
  await change(c, account, picture);
  return backTo(c, "picture", "picture_saved");
}

export async function removePicture(c: AppContext, account: Account, form: SubmittedForm): Promise<Response> {
  if (form.stale) return backTo(c, "picture", "stale");
  await change(c, account, null);
  return backTo(c, "picture", "picture_removed");
}

/** The picture and its name change together; null takes both away. */
function change(c: AppContext, account: Account, picture: StoredPicture | null): Promise<void> {
  return act(c, account, async ({ users, pictures }, { id }) => {
    const owner = { kind: "user", id } as const;
    if (picture) await pictures.put(owner, picture);
    else await pictures.remove(owner);
    await users.setPicture(id, picture?.name ?? null);
  });
}
