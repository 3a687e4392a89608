import { messages } from "../i18n/messages.ts";
import { type PictureProblem, type PictureType, readPicture } from "../identity/picture/read-picture.ts";
import type { StoredPicture } from "../storage/port/pictures.ts";
import { Field } from "../ui/form.tsx";
import { AccountFields } from "./account-fields.tsx";
import type { Account } from "./browser-session.ts";
import type { AppContext } from "./context.ts";
import { readUpload, type SubmittedUpload } from "./upload.ts";

export interface PictureRules {
  /** Name of the form's field. */
  readonly field: string;
  /** Bytes, a whole number of KiB. */
  readonly largest: number;
  /** Pixels, in either direction. */
  readonly maxSide: number;
}

export type PictureTrouble = PictureProblem | "missing";

const endings: { readonly [T in PictureType]: string } = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
};

interface PictureFormProps {
  readonly c: AppContext;
  readonly account: Account;
  readonly rules: PictureRules;
  /** Where the picture goes; the form that takes it away goes to `remove` below. */
  readonly action: string;
  readonly texts: { readonly submit: string; readonly remove: string };
  /** There is a picture that could be taken away. */
  readonly present: boolean;
  readonly problem: PictureTrouble | undefined;
}

/** A form with one file, and a button that takes the present picture away. */
export function PictureForm(props: PictureFormProps) {
  const { c, account, rules, action, texts, problem } = props;
  return (
    <>
      <form method="post" action={action} enctype="multipart/form-data">
        <AccountFields c={c} account={account} />
        <Field
          name={rules.field}
          type="file"
          accept={Object.keys(endings).join(",")}
          {...fieldTexts(c, rules, problem)}
          required
        />
        <button type="submit">{texts.submit}</button>
      </form>
      {props.present && (
        <form method="post" action={`${action}/remove`}>
          <AccountFields c={c} account={account} />
          <button type="submit" class="quiet">
            {texts.remove}
          </button>
        </form>
      )}
    </>
  );
}

function fieldTexts(c: AppContext, { largest, maxSide }: PictureRules, problem?: PictureTrouble) {
  const { picture: t } = messages(c.var.locale);
  const { format } = new Intl.NumberFormat(c.var.locale);
  const kilobytes = largest / 1024;
  const size = kilobytes < 1024 ? `${format(kilobytes)} KB` : `${format(kilobytes / 1024)} MB`;
  const side = format(maxSide);
  const said =
    problem === "too_many_pixels" ? t.problems.too_many_pixels(side) : problem && t.problems[problem];
  return { label: t.file, help: t.help(size, side), problem: said };
}

export function readPictureForm(c: AppContext, { field, largest }: PictureRules): Promise<SubmittedUpload> {
  return readUpload(c, field, largest);
}

/** The picture that came, cleaned and under a new random name; or what is wrong with it. */
export function newPicture(
  c: AppContext,
  { file }: SubmittedUpload,
  { maxSide }: PictureRules,
): StoredPicture | PictureTrouble {
  const picture = file ? readPicture(file, maxSide) : "missing";
  if (typeof picture === "string") return picture;
  const { clock, entropy } = c.var.site;
  const name = `${Buffer.from(entropy(16)).toString("base64url")}.${endings[picture.type]}`;
  return { name, type: picture.type, bytes: picture.bytes, createdAt: clock() };
}
