import { z } from "zod";
import { inputMessage } from "../../../errors/input-messages.ts";
import { createScope } from "../acts/create-scope.ts";
import { fieldsRefused } from "./input.ts";
import { doing, type Operation, reading } from "./operation.ts";

const described = { group: "scopes", path: "/api/admin/scopes" } as const;

const scope = z.strictObject({ name: z.string(), requires_approval: z.boolean(), built_in: z.boolean() });

export const scopeOperations: readonly Operation[] = [
  reading({
    ...{ id: "listScopes", ...described, names: [], input: z.object({}) },
    summary: "Every scope: what is built in, and what was created here.",
    output: z.strictObject({ scopes: z.array(scope) }),
    read: async ({ site }) => {
      const scopes = await site.storage.committed.scopes.list();
      return {
        scopes: scopes.map(({ name, requiresApproval, builtIn }) => ({
          ...{ name, requires_approval: requiresApproval, built_in: builtIn },
        })),
      };
    },
  }),
  doing({
    ...{ id: "createScope", ...described, act: createScope, status: 201, output: scope },
    summary: "A scope of your own, which applications can then be registered for.",
    done: async (_call, { name, requires_approval }, isCreated) => {
      if (!isCreated) throw fieldsRefused({ name: [inputMessage("taken")] });
      return { name, requires_approval, built_in: false };
    },
  }),
];
