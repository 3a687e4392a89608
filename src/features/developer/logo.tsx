import { messages } from "../../i18n/messages.ts";
import { losesVerification } from "../../protocol/registration/changed-fields.ts";
import type { Client } from "../../storage/port/clients.ts";
import type { StoredPicture } from "../../storage/port/pictures.ts";
import { Notice } from "../../ui/form.tsx";
import { act } from "../../web/act.ts";
import { ApplicationLogo } from "../../web/application-logo.tsx";
import { auditPage } from "../../web/audit.ts";
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
import { applicationPage, backTo, pathOf } from "./frame.tsx";
import { findOwn } from "./own-application.ts";

const rules: PictureRules = { field: "logo", largest: 256 * 1024, maxSide: 1024 };

export function readLogoForm(c: AppContext): Promise<SubmittedUpload> {
  return readPictureForm(c, rules);
}

export function showLogo(c: AppContext, account: Account, client: Client) {
  return logoPage(c, account, client);
}

function logoPage(c: AppContext, account: Account, client: Client, problem?: PictureTrouble) {
  const { logo: t } = messages(c.var.locale).developer;
  const { verifiedNote } = messages(c.var.locale).applicationForm;
  return applicationPage(
    c,
    account,
    client,
    { tab: "edit", title: t.title, status: problem ? problemStatus : 200 },
    <section class="card">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {client.verified && <Notice>{verifiedNote}</Notice>}
      <ApplicationLogo client={client} />
      <PictureForm
        c={c}
        account={account}
        rules={rules}
        action={pathOf(client, "/logo")}
        texts={t}
        present={client.logo !== null}
        problem={problem}
      />
    </section>,
  );
}

export async function saveLogo(
  c: AppContext,
  account: Account,
  client: Client,
  form: SubmittedUpload,
): Promise<Response> {
  if (form.stale) return backTo(c, client, "stale");
  await countHit(c, "application_change_by_user", String(account.user.id));
  const picture = newPicture(c, form, rules);
  if (typeof picture === "string") return logoPage(c, account, client, picture);
  return change(c, account, client, picture);
}

export async function removeLogo(
  c: AppContext,
  account: Account,
  client: Client,
  form: SubmittedForm,
): Promise<Response> {
  if (form.stale) return backTo(c, client, "stale");
  await countHit(c, "application_change_by_user", String(account.user.id));
  return change(c, account, client, null);
}

/** The picture and its name change together; null takes both away. */
async function change(
  c: AppContext,
  account: Account,
  { id }: Client,
  picture: StoredPicture | null,
): Promise<Response> {
  const { issuer } = c.var.site;
  const lost = await act(c, account, async (all) => {
    const before = await findOwn(all, account, id);
    const logo = picture?.name ?? null;
    if (before.logo === logo) return false;
    const verificationLost = losesVerification(before, { logo }, issuer);
    const owner = { kind: "client", id } as const;
    if (picture) await all.pictures.put(owner, picture);
    else await all.pictures.remove(owner);
    await all.clients.update(id, verificationLost ? { logo, verified: false } : { logo });
    await auditPage(c, all, account, {
      action: "client.changed",
      target: { kind: "client", id },
      details: { fields: verificationLost ? ["logo", "verified"] : ["logo"] },
    });
    return verificationLost;
  });
  return backTo(c, { id }, lost ? "saved_unverified" : "saved");
}
