import { messages } from "../../i18n/messages.ts";
import { type PictureProblem, type PictureType, readPicture } from "../../identity/picture/read-picture.ts";
import { losesVerification } from "../../protocol/registration/changed-fields.ts";
import type { Client } from "../../storage/port/clients.ts";
import type { StoredPicture } from "../../storage/port/pictures.ts";
import { Field, Notice } from "../../ui/form.tsx";
import { AccountFields } from "../../web/account-fields.tsx";
import { ApplicationLogo } from "../../web/application-logo.tsx";
import { auditPage } from "../../web/audit.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { countHit } from "../../web/limit.ts";
import { problemStatus } from "../../web/problem-status.ts";
import { readUpload, type SubmittedUpload } from "../../web/upload.ts";
import { applicationPage, backTo, pathOf } from "./frame.tsx";
import { findOwn } from "./own-application.ts";

const largest = 256 * 1024;
const maxSide = 1024;
const endings: { readonly [T in PictureType]: string } = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
};

export function readLogoForm(c: AppContext): Promise<SubmittedUpload> {
  return readUpload(c, "logo", largest);
}

export function showLogo(c: AppContext, account: Account, client: Client) {
  return logoPage(c, account, client);
}

function logoPage(c: AppContext, account: Account, client: Client, problem?: PictureProblem | "missing") {
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
      <form method="post" action={pathOf(client, "/logo")} enctype="multipart/form-data">
        <AccountFields c={c} account={account} />
        <Field
          name="logo"
          type="file"
          accept={Object.keys(endings).join(",")}
          label={t.file}
          help={t.help}
          required
          problem={problem && t.problems[problem]}
        />
        <button type="submit">{t.submit}</button>
      </form>
      {client.logo !== null && (
        <form method="post" action={pathOf(client, "/logo/remove")}>
          <AccountFields c={c} account={account} />
          <button type="submit" class="quiet">
            {t.remove}
          </button>
        </form>
      )}
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
  const picture = form.file ? readPicture(form.file, maxSide) : "missing";
  if (typeof picture === "string") return logoPage(c, account, client, picture);
  const { clock, entropy } = c.var.site;
  const random = Buffer.from(entropy(16)).toString("base64url");
  const name = `${random}.${endings[picture.type]}`;
  const { type, bytes } = picture;
  return change(c, account, client, { name, type, bytes, createdAt: clock() });
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
  const { storage, issuer } = c.var.site;
  const lost = await storage.write(async (all) => {
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
