import { readFile } from "node:fs/promises";

/** A page of the documentation. */
export interface GuidePage {
  /** Its path below `/docs/`. */
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** Headings of the second level; `html` is ready to stand in a page. */
  readonly headings: readonly { readonly id: string; readonly html: string }[];
}

export interface GuideSection {
  readonly title: string;
  readonly pages: readonly GuidePage[];
}

/** What issuer the sources speak of; readers see their own server's. */
const writtenIssuer = "https://id.example.com";

/** The documentation as the build rendered it (`scripts/render-guide.mjs`, `pack-client.mjs`). Only the list of pages is kept in memory. */
export class Guide {
  readonly #folder: URL;
  #sections: Promise<readonly GuideSection[]> | undefined;

  constructor(folder: URL) {
    this.#folder = folder;
  }

  sections(): Promise<readonly GuideSection[]> {
    this.#sections ??= this.#text("index.json").then((text) => JSON.parse(text) as readonly GuideSection[]);
    return this.#sections;
  }

  /** The page with this slug; undefined for whatever is not listed, so that no path is ever made of what came. */
  async page(slug: string): Promise<GuidePage | undefined> {
    const sections = await this.sections();
    return sections.flatMap(({ pages }) => pages).find((page) => page.slug === slug);
  }

  /** A listed page, or the home page's `index`, with the issuer in the place of the one it was written with. */
  async read(slug: string, kind: "html" | "md", issuer: string): Promise<string> {
    return (await this.#text(`${slug}.${kind}`)).replaceAll(writtenIssuer, issuer);
  }

  /** The SDK of this very version, as npm packs it. */
  client(): Promise<Uint8Array<ArrayBuffer>> {
    return readFile(new URL("mubarokah-client.tgz", this.#folder));
  }

  #text(path: string): Promise<string> {
    return readFile(new URL(path, this.#folder), "utf8");
  }
}
