import { expect, it } from "vitest";
import { readConfig } from "./config.ts";
import { environmentSchema } from "./config-schema.ts";
import { operationOf } from "./operation.ts";

it("shows what the server was started with, and no secret", () => {
  const canary = "geheim-9f3b1c";
  const config = readConfig({
    NODE_ENV: "production",
    ISSUER: "https://id.example.com",
    DATABASE_URL: `postgres://user:${canary}@db.example.com/id?password=${canary}`,
    MAIL_URL: `smtp://user:${canary}@mail.example.com:587`,
    MAIL_FROM: "ID <no-reply@id.example.com>",
    SECRET_KEY: "5".repeat(64),
    METRICS_TOKEN: `${canary}-${canary}`,
    TRUST_PROXY: "10.0.0.0/8",
  });
  const { settings } = operationOf(config);
  const shown = new Map(settings);
  expect(JSON.stringify(settings)).not.toMatch(/geheim|555/);
  expect(shown.get("DATABASE_URL")).toBe("postgres://db.example.com/id");
  expect(shown.get("MAIL_URL")).toBe("smtp://mail.example.com:587");
  expect(shown.get("SECRET_KEY")).toBe("•••");
  expect(shown.get("TRUST_PROXY")).toContain("10.0.0.0/8");
  expect(shown.get("ACCESS_TOKEN_TTL")).toBe("86400");
  expect([shown.get("BRAND_NAME"), shown.get("BRAND_LOGO")]).toEqual(["Mubarokah ID", ""]);
  // Limits have a page of their own.
  const all = Object.keys(environmentSchema.shape).filter((name) => name !== "RATE_LIMITS");
  expect(new Set(shown.keys())).toEqual(new Set(all));
});
