interface Seen {
  readonly status: number;
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
}

/** Follows the links between the pages of the documentation and notes those that lead nowhere. */
export class LinkedPages {
  readonly #origin: string;
  readonly #pages = new Map<string, Promise<Seen>>();
  readonly broken: string[] = [];

  constructor(origin: string) {
    this.#origin = origin;
  }

  get count(): number {
    return this.#pages.size;
  }

  /** A page and all that can be reached from it; what is not documentation is looked at, not followed. */
  async follow(path: string): Promise<void> {
    if (this.#pages.has(path)) return;
    const { links } = await this.#page(path);
    for (const link of links) {
      const { pathname, hash } = new URL(link, this.#origin + path);
      const found = await this.#check(pathname, decodeURIComponent(hash.slice(1)));
      if (!found) this.broken.push(`${path}: ${link}`);
    }
  }

  async #check(pathname: string, anchor: string): Promise<boolean> {
    if (pathname.startsWith("/docs")) await this.follow(pathname);
    const { status, ids } = await this.#page(pathname);
    return status < 400 && (anchor === "" || ids.has(anchor));
  }

  #page(path: string): Promise<Seen> {
    const known = this.#pages.get(path) ?? this.#fetch(path);
    this.#pages.set(path, known);
    return known;
  }

  async #fetch(path: string): Promise<Seen> {
    const response = await fetch(this.#origin + path, { redirect: "manual" });
    const html = response.headers.get("Content-Type")?.startsWith("text/html") ? await response.text() : "";
    const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, value = ""]) => value);
    const links = all(/<a [^>]*?href="([^"]+)"/g).map((link) => link.replaceAll("&amp;", "&"));
    const own = links.filter((link) => new URL(link, this.#origin + path).origin === this.#origin);
    return {
      status: response.status,
      ids: new Set(all(/\sid="([^"]+)"/g)),
      links: own.filter((link) => !link.includes("ui_locales=")),
    };
  }
}
