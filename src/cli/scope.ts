import { longestScope, scopeNameProblem } from "../protocol/registration/scope-name.ts";
import { audit } from "./audit.ts";
import { type Argument, type Command, CommandFailure, type Option, wrongArgument } from "./command.ts";

const name: Argument = { name: "NAME", about: "as it stands in requests", example: "server-operations" };
const requiresApproval: Option = {
  name: "requires-approval",
  about: "an admin must approve each application that uses it",
};

const create: Command = {
  name: "scope create",
  about: "Adds a scope that applications can be registered for.",
  arguments: [name],
  options: [requiresApproval],
  run: async (input, surroundings) => {
    const [text = ""] = input.words;
    const problem = scopeNameProblem(text);
    if (problem === "shape")
      throw wrongArgument(
        name,
        `must be at most ${longestScope} of a-z, 0-9 and single - _ . : between them`,
      );
    if (problem === "reserved")
      throw wrongArgument(name, "is a name of OpenID Connect and means something else");
    const scope = { name: text, requiresApproval: input.given(requiresApproval), builtIn: false };
    const storage = await surroundings.storage("migrated");
    const made = await storage.write(async (all) => {
      if (!(await all.scopes.create(scope))) return false;
      const details = { requires_approval: scope.requiresApproval };
      const target = { kind: "scope", id: text } as const;
      await audit(surroundings, all, { action: "scope.created", target, details });
      return true;
    });
    if (!made) throw new CommandFailure("There is a scope with this name already: nothing was created.");
    return {
      data: { name: text, requires_approval: scope.requiresApproval },
      lines: [`Created scope ${text}.`],
    };
  },
};

const list: Command = {
  name: "scope list",
  about: "Lists all scopes.",
  run: async (_input, { storage }) => {
    const scopes = await (await storage("migrated")).committed.scopes.list();
    return {
      data: {
        scopes: scopes.map((scope) => ({
          name: scope.name,
          requires_approval: scope.requiresApproval,
          built_in: scope.builtIn,
        })),
      },
      lines: scopes.map((scope) => `${scope.name}${scope.requiresApproval ? "  (needs approval)" : ""}`),
    };
  },
};

export const scopeCommands: readonly Command[] = [create, list];
