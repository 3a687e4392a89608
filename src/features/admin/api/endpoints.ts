import type { AdminEndpoint } from "../../../web/admin-call.ts";
import { applicationOperations } from "./applications.ts";
import { approvalOperations } from "./approvals.ts";
import { auditOperations } from "./audit.ts";
import { dashboardOperations } from "./dashboard.ts";
import { errorOperations } from "./errors.ts";
import { installationOperations } from "./installation.ts";
import { maintenanceOperations } from "./maintenance.ts";
import type { Operation, OperationDeps } from "./operation.ts";
import { scopeOperations } from "./scopes.ts";
import { userOperations } from "./users.ts";

/** Everything that the management API can do, in the order of its description. */
export const operations: readonly Operation[] = [
  ...userOperations,
  ...applicationOperations,
  ...errorOperations,
  ...approvalOperations,
  ...scopeOperations,
  ...maintenanceOperations,
  ...auditOperations,
  ...dashboardOperations,
  ...installationOperations,
];

/** The rows as they are served; what all have in common is asked before. */
export function managementEndpoints(deps: OperationDeps): readonly AdminEndpoint[] {
  return operations.map(({ path, method, answer }) => ({
    path,
    method,
    answer: (request) => answer(request, deps),
  }));
}
