import { expect } from "vitest";
import { operations } from "../../src/features/admin/api/endpoints.ts";
import type { Role } from "../../src/storage/port/users.ts";
import { ApiSeed, type Issued } from "./api-seed.ts";
import { startServer } from "./server.ts";

export const base = "/api/admin";

/** An answer's members, as far as tests look at them one by one. */
interface Told {
  readonly id?: number;
  readonly next?: string | null;
  readonly version?: string;
  readonly status?: string;
  readonly sessions?: readonly unknown[];
  readonly users?: readonly { readonly id: number }[];
  readonly applications?: readonly { readonly client_id: string }[];
  readonly entries?: readonly unknown[];
  readonly problems?: readonly unknown[];
  readonly latest?: readonly unknown[];
  readonly slots?: readonly unknown[];
  readonly messages?: readonly unknown[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly limits?: readonly { readonly name: string }[];
  readonly approvals?: readonly { readonly client_id: string }[];
}

/** A server whose management API is called by the tokens of an admin and of the only super-admin. */
export class Management {
  readonly seed: ApiSeed;
  readonly admin: Issued;
  readonly highest: Issued;

  private constructor(seed: ApiSeed, admin: Issued, highest: Issued) {
    this.seed = seed;
    this.admin = admin;
    this.highest = highest;
  }

  static async open(): Promise<Management> {
    const seed = await ApiSeed.open(
      await startServer({ env: { RATE_LIMITS: "off", METRICS_TOKEN: "canary-of-the-metrics" } }),
    );
    await seed.storage.write(async ({ users }) => {
      // The demo's own would be one more.
      for (const { id } of await users.page({ role: "super-admin" }, 10)) await users.setRole(id, "user");
    });
    return new Management(seed, await tokenOf(seed, "admin"), await tokenOf(seed, "super-admin"));
  }

  async close(): Promise<void> {
    await this.seed.storage.close();
    await this.seed.server.stop();
  }

  get(path: string, by = this.admin): Promise<Response> {
    return this.seed.call(base + path, by.token);
  }

  /** A text is sent as it is. */
  post(path: string, body?: unknown, by = this.admin): Promise<Response> {
    if (body === undefined) return this.seed.call(base + path, by.token, { method: "POST" });
    const headers = { "Content-Type": "application/json" };
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return this.seed.call(base + path, by.token, { method: "POST", headers, body: text });
  }
}

export async function tokenOf(
  seed: ApiSeed,
  role: Role,
  scopes: readonly string[] = ["admin"],
): Promise<Issued> {
  return seed.approvedToken({ user: await seed.user({ role }), scopes });
}

/** The body of an answer, which is exactly what its description says. */
export async function told(id: string, response: Response): Promise<Told> {
  const row = operations.find((operation) => operation.id === id);
  const body = await response.json();
  expect([id, response.status, body]).toEqual([id, row?.status, expect.anything()]);
  expect(response.headers.get("cache-control")).toBe("no-store");
  return row?.output.parse(body) as Told;
}
