import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

/** Folder of the package. */
export const packageFolder = fileURLToPath(new URL("../../packages/client/", import.meta.url));

/** Where nothing is, but from where packages are found. */
const entry = fileURLToPath(new URL("entry.tsx", import.meta.url));

export interface BundleOptions {
  readonly external?: readonly string[];
  readonly mode?: "production" | "development";
}

/** A module with this source, bundled and minified with the built package as an application's bundler would. */
export async function bundle(
  source: string,
  { external = [], mode = "production" }: BundleOptions = {},
): Promise<string> {
  const { exports } = (await import(`${packageFolder}package.json`, { with: { type: "json" } })).default as {
    readonly exports: Readonly<Record<string, { readonly default: string }>>;
  };
  const build = await rolldown({
    input: entry,
    external: [...external],
    plugins: [
      {
        name: "package",
        resolveId: (id) => {
          if (id === entry) return id;
          if (!id.startsWith("@mubarokah/client")) return null;
          return packageFolder + exports[id.replace("@mubarokah/client", ".")]?.default;
        },
        load: (id) => (id === entry ? source : null),
      },
    ],
    // The application's own: this repository's tsconfig writes JSX for another library.
    tsconfig: false,
    transform: {
      define: { "process.env.NODE_ENV": JSON.stringify(mode) },
      jsx: { runtime: "automatic", importSource: "react" },
    },
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  return output[0].code;
}

export function gzipped(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}
