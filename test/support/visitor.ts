/** An HTML form as a script sees it: where it goes and what it would send. */
export interface Form {
  readonly action: string;
  readonly method: string;
  readonly fields: ReadonlyMap<string, string>;
  /** Names of boxes that are not ticked. */
  readonly boxes: ReadonlySet<string>;
  /** Named submit buttons: `[name, value]`. */
  readonly buttons: readonly (readonly [string, string])[];
}

/** An answer with its text, read once. */
export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly forms: readonly Form[];
  /** The same answer, unread, for `provoked`. */
  readonly response: Response;
}

function decode(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

function attributes(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of tag.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/g))
    found.set(name, decode(value));
  return found;
}

function checked(input: Map<string, string>): boolean {
  const choice = input.get("type") === "radio" || input.get("type") === "checkbox";
  return !choice || input.has("checked");
}

interface Controls {
  readonly fields: Map<string, string>;
  readonly boxes: Set<string>;
  readonly buttons: (readonly [string, string])[];
}

function addControl(controls: Controls, html: string, kind: string, control: Map<string, string>): void {
  const name = control.get("name");
  if (name === undefined) return;
  if (kind === "button") controls.buttons.push([name, control.get("value") ?? ""]);
  else if (kind !== "input") controls.fields.set(name, innerValue(html, kind, name));
  else if (checked(control)) controls.fields.set(name, control.get("value") ?? "");
  else controls.boxes.add(name);
}

function parseForm(html: string, url: URL): Form {
  const form = attributes(/^<form[^>]*>/.exec(html)?.[0] ?? "");
  const controls: Controls = { fields: new Map(), boxes: new Set(), buttons: [] };
  for (const [tag, kind = ""] of html.matchAll(/<(input|button|select|textarea)\b[^>]*>/g)) {
    addControl(controls, html, kind, attributes(tag));
  }
  const action = new URL(form.get("action") ?? url.pathname + url.search, url).href;
  return { action, method: (form.get("method") ?? "get").toUpperCase(), ...controls };
}

function innerValue(html: string, kind: string, name: string): string {
  const inner =
    new RegExp(`<${kind}\\b[^>]*name="${name}"[^>]*>([\\s\\S]*?)</${kind}>`).exec(html)?.[1] ?? "";
  if (kind === "textarea") return decode(inner);
  const chosen = /<option[^>]*\sselected[^>]*>/.exec(inner)?.[0] ?? /<option[^>]*>/.exec(inner)?.[0] ?? "";
  return attributes(chosen).get("value") ?? "";
}

export interface VisitorOptions {
  /** Sent with each request, for example `Accept-Language` or `X-Forwarded-For`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A browser without a screen: cookies, forms, redirects followed by hand. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #origin: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(origin: string, options: VisitorOptions = {}) {
    this.#origin = origin;
    this.#headers = { "Accept-Language": "en", ...options.headers };
  }

  /** One request; redirects are not followed. */
  async request(target: string | URL, init: RequestInit = {}): Promise<Page> {
    const url = new URL(target, this.#origin);
    const headers = new Headers({
      ...this.#headers,
      ...(init.headers as Record<string, string> | undefined),
    });
    if (url.origin === this.#origin && this.cookies.size > 0) {
      headers.set("Cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    }
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    this.#keepCookies(response);
    const copy = response.clone();
    const text = await response.text();
    const html = (response.headers.get("content-type") ?? "").startsWith("text/html") ? text : "";
    const forms = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => parseForm(form, url));
    return { url, status: response.status, headers: response.headers, text, forms, response: copy };
  }

  #keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";", 1);
      const [name = "", value = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
      if (/;\s*max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  /** GET, then every redirect that stays on this server; stops at a page or at the redirect to an application. */
  async get(target: string | URL): Promise<Page> {
    return this.follow(await this.request(target));
  }

  async follow(page: Page): Promise<Page> {
    let current = page;
    for (let hops = 0; hops < 10; hops++) {
      const location = current.headers.get("location");
      if (location === null || current.status < 300 || current.status > 399) return current;
      const next = new URL(location, current.url);
      if (next.origin !== this.#origin || next.pathname.startsWith("/demo/callback")) return current;
      current = await this.request(next);
    }
    throw new Error(`Too many redirects at ${current.url.href}`);
  }

  /** Posts a form of the page with all its fields, `values` over them, and follows. Button: `["decision", "approve"]`. */
  async submit(
    page: Page,
    values: Readonly<Record<string, string>> = {},
    button?: readonly [string, string],
  ): Promise<Page> {
    return this.follow(await this.post(page, values, button));
  }

  /** As `submit`, without following redirects. Takes the form that has all the given fields or the button, else the first. */
  async post(
    page: Page,
    values: Readonly<Record<string, string>> = {},
    button?: readonly [string, string],
  ): Promise<Page> {
    const names = Object.keys(values);
    const fits = (form: Form) =>
      names.every((name) => form.fields.has(name) || form.boxes.has(name)) &&
      (button === undefined ||
        form.buttons.some(([name, value]) => name === button[0] && value === button[1]));
    const form = page.forms.find(fits);
    if (!form)
      throw new Error(
        `No form with ${names.join(", ")} ${button?.join("=") ?? ""} at ${page.url.href}:\n${page.text}`,
      );
    const body = new URLSearchParams({ ...Object.fromEntries(form.fields), ...values });
    if (button) body.set(button[0], button[1]);
    return this.request(form.action, { method: form.method, body });
  }
}
