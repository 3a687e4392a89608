import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { png, pngChunk } from "../test/support/pictures.ts";
import { ConfigError, readConfig, readDatabaseUrl } from "./config.ts";

const key = "5".repeat(64);
const production = {
  NODE_ENV: "production",
  ISSUER: "https://id.example.com",
  SECRET_KEY: key,
  MAIL_URL: "smtp://localhost:2525",
  MAIL_FROM: "Mubarokah ID <no-reply@id.example.com>",
};

/** The lines with which a start would end. */
function complaints(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
}

/** [variable, bad values] */
const bad: readonly (readonly [string, readonly string[]])[] = [
  ["PORT", ["0", "65536", "http", "-1", "3000.5", "80 80"]],
  ["HOST", ["id.example.com", "300.1.1.1", "*"]],
  [
    "ISSUER",
    [
      "id.example.com",
      "http://localhost:3000/",
      "http://localhost/auth",
      "ftp://localhost",
      "http://u@localhost",
    ],
  ],
  ["DATABASE_URL", ["mysql://localhost/x", "sqlite:", "./data/x.db", "postgres://"]],
  ["TRUST_PROXY", ["all", "10.0.0.0/33", "10.0.0.0/", "10.0.0.1,", "::1/129", "10.0.0.0/8/8"]],
  ["RATE_LIMITS", ["maybe", "on,nothing=5", "api_user=-1", "api_user=5/0", "api_user=1,api_user=2"]],
  ["MAIL_URL", ["mail.example.com", "http://mail.example.com", "smtp://"]],
  ["MAIL_FROM", ["Mubarokah ID", "a@b.example\nBcc: x@example.com"]],
  ["WHATSAPP_URL", ["graph.facebook.com", "https://graph.facebook.com/v23.0/", "https://x/?a", "ftp://x"]],
  ["WHATSAPP_TOKEN", ["two words", "line\nbreak"]],
  ["WHATSAPP_PHONE_NUMBER_ID", ["+6281234567890", "1"]],
  ["WHATSAPP_TEMPLATE", ["Kode Masuk", "kode-masuk"]],
  ["WHATSAPP_NOTICE_TEMPLATE", ["Kabar"]],
  ["WHATSAPP_NUMBER", ["081234567890", "+62 812 3456 7890", "+0123456789"]],
  ["WHATSAPP_APP_SECRET", ["two words"]],
  ["WHATSAPP_VERIFY_TOKEN", ["two words"]],
  ["BRAND_NAME", ["<b>Toko</b>", "a".repeat(41), " Toko", "Toko\nBcc: x", 'Toko "A"']],
  ["BRAND_COLOR", ["red", "#0b6b5", "#ffcc00", "#0b6b5d,#123456", "#0b6b5d,", "#0b6b5d,#4fc4b0,#ffffff"]],
  ["BRAND_LOGO", ["/nowhere/logo.png", "/", import.meta.filename]],
  ["REGISTRATION", ["yes", "true", "1"]],
  ["LOG_LEVEL", ["verbose", "INFO"]],
  ["METRICS_TOKEN", ["short"]],
  ["SECRET_KEY", ["secret", key.slice(1), `${key},x`, `${key},`, "g".repeat(64)]],
  ["ACCESS_TOKEN_TTL", ["0", "-5", "1h", "99999999999", "1e3"]],
  ["REFRESH_TOKEN_TTL", ["0", "a"]],
  ["AUTHORIZATION_CODE_TTL", ["0", "3601"]],
  ["REFRESH_REPLAY_WINDOW", ["-1", "301"]],
  ["CODE_REPLAY_LEEWAY", ["x", "301"]],
  ["SESSION_TTL", ["0"]],
  ["INTERACTION_TTL", ["0", "86401"]],
  ["MAX_CONCURRENT_REQUESTS", ["0", "many"]],
];

const cases = bad.flatMap(([name, values]) => values.map((value) => ({ name, value })));

describe("a bad value is one line that names the variable, what is wrong and an example", () => {
  it.each(cases)("$name=$value", ({ name, value }) => {
    const lines = complaints({ [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name} \\S.*(for example|make one with|known are).*\\.$`));
    // A secret that was mistyped is still nearly one.
    if (name === "SECRET_KEY" || name === "METRICS_TOKEN") expect(lines[0]).not.toContain(value);
  });
});

it("says everything that is wrong at once", () => {
  const lines = complaints({ PORT: "x", LOG_LEVEL: "x", SESSION_TTL: "0" });
  expect(lines.map((line) => line.split(" ")[0])).toEqual(["PORT", "LOG_LEVEL", "SESSION_TTL"]);
});

describe("production", () => {
  it("takes what is complete", () => {
    expect(readConfig(production)).toMatchObject({ mode: "production", host: "0.0.0.0", port: 3000 });
  });

  it.each(["ISSUER", "SECRET_KEY", "MAIL_URL", "MAIL_FROM"])("needs %s", (name) => {
    const lines = complaints({ ...production, [name]: "" });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name} `));
  });

  it.each([
    ["ISSUER", "http://id.example.com"],
    ["MAIL_URL", "outbox:"],
  ])("refuses %s=%s", (name, value) => {
    const lines = complaints({ ...production, [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name} .*for example`));
  });

  it("is whatever is not a loopback issuer, also without NODE_ENV", () => {
    const lines = complaints({ ISSUER: "https://id.example.com" });
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["SECRET_KEY", "MAIL_URL", "MAIL_FROM"]);
  });

  it("with a loopback issuer is still production", () => {
    const lines = complaints({ ...production, ISSUER: "http://localhost:3000" });
    expect(lines).toHaveLength(1);
  });
});

describe("WhatsApp", () => {
  const cloud = {
    WHATSAPP_URL: "https://graph.facebook.com/v23.0",
    WHATSAPP_TOKEN: "EAAJB",
    WHATSAPP_PHONE_NUMBER_ID: "106540352242922",
    WHATSAPP_TEMPLATE: "kode_masuk",
  };
  const webhook = { WHATSAPP_APP_SECRET: "a-secret", WHATSAPP_VERIFY_TOKEN: "a-token" };

  it("is offered in development by the outbox, in production by the Cloud API only", () => {
    expect(readConfig({}).whatsapp).toEqual({ number: null, api: null, webhook: null });
    expect(readConfig(production).whatsapp).toBeNull();
    expect(readConfig({ ...production, ...webhook }).whatsapp).toBeNull();
    expect(readConfig({ ...production, ...cloud }).whatsapp).toEqual({
      number: null,
      webhook: null,
      api: {
        url: cloud.WHATSAPP_URL,
        token: "EAAJB",
        phoneNumberId: "106540352242922",
        template: "kode_masuk",
        noticeTemplate: null,
      },
    });
  });

  it("listens to calls with both secrets, and takes messages with a number", () => {
    const env = { ...production, ...cloud, ...webhook, WHATSAPP_NUMBER: "+6281234567890" };
    const phoneNumberId = "106540352242922";
    expect(readConfig(env).whatsapp).toMatchObject({
      number: "+6281234567890",
      webhook: { appSecret: "a-secret", verifyToken: "a-token", phoneNumberId },
    });
  });

  it.each(["WHATSAPP_TOKEN", "WHATSAPP_PHONE_NUMBER_ID", "WHATSAPP_TEMPLATE"])(
    "needs %s with a base",
    (name) => {
      const lines = complaints({ ...cloud, [name]: "" });
      expect(lines).toEqual([
        expect.stringMatching(new RegExp(`^${name} is required with WHATSAPP_URL, for example `)),
      ]);
    },
  );

  it.each([
    [{ WHATSAPP_APP_SECRET: "x" }, "WHATSAPP_VERIFY_TOKEN"],
    [{ WHATSAPP_VERIFY_TOKEN: "x" }, "WHATSAPP_APP_SECRET"],
    [{ WHATSAPP_NUMBER: "+6281234567890" }, "WHATSAPP_APP_SECRET"],
    [{ ...production, WHATSAPP_URL: "outbox:" }, "WHATSAPP_URL"],
    [{ ...production, ...cloud, WHATSAPP_URL: "http://graph.facebook.com/v23.0" }, "WHATSAPP_URL"],
  ])("refuses %j", (env, name) => {
    expect(complaints(env)).toEqual([expect.stringMatching(new RegExp(`^${name} .*for example .*\\.$`))]);
  });
});

describe("the operator's brand", () => {
  it("is ours unless something is chosen", () => {
    expect(readConfig({}).brand).toEqual({ name: "Mubarokah ID", palette: null, logo: null });
  });

  it("is a name in any script, colours, and a logo without what is not the picture", () => {
    const folder = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
    const path = join(folder, "logo");
    writeFileSync(path, png(8, 8, pngChunk("tEXt", "from somewhere")));
    const chosen = { BRAND_NAME: "Kantin & Toko أمّ", BRAND_COLOR: "#7A1F5C", BRAND_LOGO: path };
    const { brand, mail } = readConfig(chosen);
    rmSync(folder, { recursive: true });
    expect(brand).toMatchObject({ name: chosen.BRAND_NAME, palette: { light: { brand: "#7a1f5c" } } });
    expect(brand.logo).toEqual({ type: "image/png", bytes: png(8, 8) });
    expect(mail.from).toBe("Kantin & Toko أمّ <no-reply@localhost>");
  });

  it("says which contrast is too low, and what would do", () => {
    expect(complaints({ BRAND_COLOR: "#ffcc00" })).toEqual([
      "BRAND_COLOR would be hard to read: in the light design #ffcc00 on #f6f5f1 has a contrast of 1.39 to 1, WCAG 2.2 asks for 4.5; take a darker one, for example #0b6b5d,#4fc4b0.",
    ]);
  });
});

describe("development", () => {
  it("needs nothing, and binds to loopback whatever HOST says", () => {
    expect(readConfig({ HOST: "0.0.0.0", PORT: "" })).toMatchObject({
      mode: "development",
      host: "127.0.0.1",
      issuer: "http://localhost:3000",
      secretKeys: null,
    });
  });

  it.each(["http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"])("is %s", (issuer) => {
    expect(readConfig({ ISSUER: issuer }).mode).toBe("development");
  });
});

it("takes keys as hex and as base64url, several for a change of keys", () => {
  const other = Buffer.alloc(32, 7);
  const { secretKeys } = readConfig({ SECRET_KEY: `${key}, ${other.toString("base64url")}` });
  expect(secretKeys?.map((bytes) => Buffer.from(bytes).toString("hex"))).toEqual([
    key,
    other.toString("hex"),
  ]);
});

it("asks of the command line nothing but the database", () => {
  expect(readDatabaseUrl({ PORT: "x", NODE_ENV: "production" })).toBe("sqlite:./data/mubarokah-id.db");
  expect(() => readDatabaseUrl({ DATABASE_URL: "x" })).toThrow(ConfigError);
});
