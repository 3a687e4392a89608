import { afterAll, beforeAll, describe, it } from "vitest";
import { maintenanceSetting } from "../../src/web/maintenance.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { provoked } from "../support/provoked.ts";
import { startServer } from "../support/server.ts";

let seed: ApiSeed;
beforeAll(async () => {
  const limits = "api_refused_by_ip=1/3600,api_user=2/3600";
  seed = await ApiSeed.open(await startServer({ env: { RATE_LIMITS: limits } }));
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

const tooLarge = { method: "PATCH", headers: { "Content-Type": "text/plain" }, body: "x".repeat(40_000) };

/** Requests with several faults at once: what is said is the first in the order of contract §4.2. */
describe("the order of checks", () => {
  it("is limit by token, scope, approval, permission, size", async () => {
    const user = await seed.user({ status: "disabled" });
    const unscoped = await seed.token({ user, scopes: ["view-user"] });
    const details = await seed.call("/api/user/details", unscoped.token);
    await provoked("api", "insufficient_scope", "scope_missing", details);

    const unapproved = await seed.token({ user, scopes: ["detail-user", "edit-user"] });
    const pending = await seed.call("/api/user/details", unapproved.token);
    await provoked("api", "unapproved_scope", "approval_not_requested", pending);
    for (let i = 0; i < 2; i++) {
      const large = await seed.call("/api/user", unapproved.token, tooLarge);
      await provoked("api", "permission_denied", "user_disabled", large);
    }
    const spent = await seed.call("/api/user", unapproved.token);
    await provoked("api", "rate_limit_exceeded", "rate_limited", spent);
  });

  it("is permission before existence", async () => {
    const { token } = await seed.approvedToken({ scopes: ["admin"] });
    const path = "/api/admin/scope-approval/nobody";
    await provoked("api", "permission_denied", "admin_only", await seed.call(path, token));
  });

  it("is routing, limit by address, maintenance, authentication", async () => {
    const on = JSON.stringify({ retryAfter: 5, message: null });
    await seed.storage.write(({ settings }) => settings.put(maintenanceSetting, on));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const anyone = await seed.call("/api/user", "nonsense");
    await provoked("api", "service_unavailable", "maintenance", anyone);
    const refused = await seed.call("/api/logout-sso", "nonsense");
    await provoked("api", "token_invalid", "token_unknown", refused);
    const limited = await seed.call("/api/user", "nonsense");
    await provoked("api", "rate_limit_exceeded", "rate_limited", limited);
    const method = await seed.call("/api/user", "nonsense", { method: "DELETE" });
    await provoked("api", "validation_error", "method_not_allowed", method);
    const path = await seed.call("/api/nothing", "nonsense", { method: "DELETE" });
    await provoked("api", "resource_not_found", "path_unknown", path);
  });
});
