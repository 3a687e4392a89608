import { describe, expect, it } from "vitest";
import { everyCode, everyReason } from "../../errors/walk.ts";
import { errorsJson } from "./errors-json.ts";

interface Entry {
  readonly code: string;
  readonly family: string;
  readonly status: number;
  readonly other_statuses?: readonly number[];
  readonly retryable: boolean;
  readonly reasons: readonly (Readonly<Record<string, unknown>> & { readonly reason: string })[];
}

const { codes, ...rest } = JSON.parse(errorsJson.body) as { readonly codes: readonly Entry[] };
const entryOf = (code: string) => codes.find((entry) => entry.code === code);

describe("errors.json", () => {
  it("has the members of the contract and no others", () => {
    expect(rest).toEqual({});
    const members = ["code", "family", "status", "description", "resolution", "retryable", "reasons"];
    const reasonMembers = [
      "reason",
      "description",
      "cause",
      "resolution",
      "prevention",
      "fixable_by",
      "retryable",
    ];
    for (const { other_statuses: others, ...entry } of codes) {
      expect(Object.keys(entry)).toEqual(members);
      expect(others ?? [0]).not.toHaveLength(0);
      for (const reason of entry.reasons) expect(Object.keys(reason)).toEqual(reasonMembers);
    }
  });

  it("has every code and reason once, server_error once per family", () => {
    const names = codes.flatMap(({ family, code, reasons }) =>
      reasons.map((r) => `${family} ${code} ${r.reason}`),
    );
    expect(names).toEqual(everyReason().map(({ family, code, reason }) => `${family} ${code} ${reason}`));
    expect(codes.filter(({ code }) => code === "server_error").map(({ family }) => family)).toEqual([
      "oauth",
      "api",
    ]);
    expect(codes).toHaveLength(everyCode().length);
  });

  it("gives one status, and the others apart", () => {
    expect(entryOf("login_required")).toMatchObject({ status: 302, other_statuses: [400] });
    expect(entryOf("temporarily_unavailable")).toMatchObject({ status: 503, other_statuses: [302, 429] });
    expect(entryOf("validation_error")).toMatchObject({ status: 400, other_statuses: [405, 413, 415] });
    expect(entryOf("invalid_grant")).not.toHaveProperty("other_statuses");
  });

  it("is retryable where some reason is", () => {
    expect(entryOf("temporarily_unavailable")?.retryable).toBe(true);
    expect(entryOf("invalid_grant")?.retryable).toBe(false);
  });
});
