import { auditFields, filterOf } from "../audit/filter.ts";
import { adminAct } from "./act.ts";

/** Who takes a copy of the log is written down like everything else; what is read is up to whoever answers. */
export const exportAudit = adminAct({
  input: auditFields,
  role: "admin",
  dangerous: false,
  run: async ({ note }, asked) => {
    await note({ action: "audit.exported", target: { kind: "server", id: "audit" } });
    return filterOf(asked);
  },
});
