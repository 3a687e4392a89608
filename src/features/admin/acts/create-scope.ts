import { z } from "zod";
import { type ScopeNameProblem, scopeNameProblem } from "../../../protocol/registration/scope-name.ts";
import { adminAct } from "./act.ts";

export type ScopeProblem = ScopeNameProblem | "taken";

/** A scope that applications can be registered for; false when its name is taken. */
export const createScope = adminAct({
  input: z.object({
    name: z
      .string()
      .trim()
      .superRefine((name, context) => {
        const problem = scopeNameProblem(name);
        if (problem) context.addIssue(problem);
      }),
    requires_approval: z.boolean().default(true),
  }),
  role: "admin",
  dangerous: false,
  run: async ({ all, note }, { name, requires_approval }) => {
    if (!(await all.scopes.create({ name, requiresApproval: requires_approval, builtIn: false })))
      return false;
    await note({
      action: "scope.created",
      target: { kind: "scope", id: name },
      details: { requires_approval },
    });
    return true;
  },
});
