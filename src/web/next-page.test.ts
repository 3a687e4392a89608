import { expect, it } from "vitest";
import { applicationPage, isNextPage, nextPath, requestPage } from "./next-page.ts";

const id = "0b5f0c9e-6a3e-4c56-9d1f-3f1c1d1a7e01";

it("leads to pages by their names, and to an application's by its id", () => {
  expect(nextPath("developer")).toBe("/developer");
  expect(nextPath(`application.${id}`)).toBe(`/developer/applications/${id}`);
  expect(nextPath(`secret.${id}`)).toBe(`/developer/applications/${id}/secret`);
  expect(nextPath(`failed_request.${"0a".repeat(16)}`)).toBe(`/developer/errors/${"0a".repeat(16)}`);
  expect(nextPath(`approval.${id}.detail-user`)).toBe(`/admin/approvals/${id}/detail-user`);
});

it.each([
  undefined,
  "",
  "https://evil.example",
  "//evil.example",
  "constructor",
  "toString.x",
  `application.${id}/../../..`,
  `application.${id}.x`,
  `application.${id}\n`,
  `hasOwnProperty.${id}`,
  `approval.${id}`,
  `approval.${id}...`,
  `approval.${id}.../x`,
  `approval.${id}.%2e%2e`,
  `failed_request.${id}`,
  `failed_request.${"0".repeat(32)}.x`,
  `failed_request.${"0".repeat(31)}/`,
])("leads to the account from everything else: %j", (name) => {
  expect(isNextPage(name)).toBe(false);
  expect(nextPath(name)).toBe("/account");
});

it("names the page of an application only by what can be its id", () => {
  expect(applicationPage("secret", id)).toBe(`secret.${id}`);
  expect(applicationPage("secret", "..")).toBe("developer");
  expect(applicationPage("secret", undefined)).toBe("developer");
});

it("names a failing request only by what can be its id", () => {
  expect(requestPage("f".repeat(32))).toBe(`failed_request.${"f".repeat(32)}`);
  expect(requestPage("../x")).toBe("developer");
  expect(requestPage(undefined)).toBe("developer");
});
