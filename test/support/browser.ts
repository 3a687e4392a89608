import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Folder with the unpacked Chromium of the installed version; unpacked once for each version and machine. */
function chromiumFolder(): string {
  const description = readFileSync(join(root, "node_modules/@sparticuz/chromium/package.json"), "utf8");
  const { version } = JSON.parse(description) as { version: string };
  // The temporary folder of a whole run ends with it.
  const lasting = process.env["LASTING_TMPDIR"] ?? tmpdir();
  const folder = join(lasting, `mubarokah-id-chromium-${version}-arabic`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const script = fileURLToPath(new URL("unpack-chromium.ts", import.meta.url));
  execFileSync(process.execPath, [script], { env: { ...process.env, TMPDIR: unfinished }, stdio: "inherit" });
  for (const weight of ["400Regular", "700Bold"]) addFont(weight, join(unfinished, "fonts"));
  writeFileSync(join(unfinished, "fonts", "fonts.conf"), fontConfiguration(folder));
  try {
    renameSync(unfinished, folder);
  } catch {
    // Another process was quicker; its copy is the same.
    rmSync(unfinished, { recursive: true });
  }
  return folder;
}

/** The package's own fonts have no Arabic letters. */
function addFont(weight: string, fonts: string): void {
  const file = `NotoSansArabic_${weight}.ttf`;
  copyFileSync(
    join(root, "node_modules/@expo-google-fonts/noto-sans-arabic", weight, file),
    join(fonts, file),
  );
}

/** The package's own names folders of a cloud machine. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "font-cache")}</cachedir>
</fontconfig>
`;
}

let shared: Promise<Browser> | undefined;

/**
 * A real Chromium, one for the files of a worker that come one after the other; to close it is to close its contexts.
 * The flags are our own: the package's would switch web security off, and tests of CORS, CSP and
 * `form-action` could not fail.
 */
export async function launchBrowser(): Promise<Browser> {
  shared ??= launch();
  const browser = await shared;
  const close = async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  };
  return Object.create(browser, { close: { value: close } }) as Browser;
}

async function launch(): Promise<Browser> {
  const folder = chromiumFolder();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--font-render-hinting=none",
    ],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
      FONTCONFIG_PATH: join(folder, "fonts"),
    } as Record<string, string>,
  });
}
