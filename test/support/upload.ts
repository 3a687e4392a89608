import type { Page, Visitor } from "./visitor.ts";

export interface SentFile {
  readonly data: Uint8Array<ArrayBuffer>;
  readonly name?: string;
  readonly type?: string;
}

/** What a browser sends for a page's form with the file in the field of this name; `change` over the form's fields. */
export async function formWithFile(
  browser: Visitor,
  path: string,
  field: string,
  { data, name = "picture.png", type = "image/png" }: SentFile,
  change: Readonly<Record<string, string>> = {},
): Promise<FormData> {
  const fields = (await browser.get(path)).forms.find((form) => form.fields.has(field))?.fields ?? new Map();
  const body = new FormData();
  for (const [key, value] of Object.entries({ ...Object.fromEntries(fields), ...change }))
    if (key !== field) body.set(key, value);
  body.set(field, new Blob([data], { type }), name);
  return body;
}

/** Sends a page's form with a file to the page's own address, as a browser does, and follows. */
export async function upload(
  browser: Visitor,
  path: string,
  field: string,
  file: SentFile,
  change: Readonly<Record<string, string>> = {},
): Promise<Page> {
  const body = await formWithFile(browser, path, field, file, change);
  return browser.follow(await browser.request(path, { method: "POST", body }));
}
