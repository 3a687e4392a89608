import { changeRole } from "../identity/change-role.ts";
import { replacePassword } from "../identity/replace-password.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { Role, User } from "../storage/port/users.ts";
import { auditUser } from "./audit.ts";
import {
  type Argument,
  type Command,
  type Input,
  type Option,
  type Outcome,
  wrongArgument,
  wrongOption,
} from "./command.ts";
import { newPasswordHash, passwordStdin } from "./new-password.ts";
import { userCreate } from "./user-create.ts";
import { noSuchUser, userDelete } from "./user-delete.ts";
import { userResetFactors } from "./user-reset-factors.ts";
import { readUserId, userId } from "./values.ts";

const highest: Option = { name: "super", about: "a super-admin, who also decides who is an administrator" };
const role: Argument = { name: "on|off", about: "administrator or not", example: "on" };

/** What the operator may know of a person: never the password's hash. */
function shown(user: User): Readonly<Record<string, unknown>> {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    email_verified: user.emailVerifiedAt !== null,
    phone_number: user.phoneNumber,
    username: user.username,
    role: user.role,
    status: user.status,
    has_password: user.passwordHash !== null,
    created_at: new Date(user.createdAt).toISOString(),
  };
}

function statusCommand(name: string, status: User["status"], about: string): Command {
  return {
    name,
    about,
    arguments: [userId],
    run: async (input, surroundings) => {
      const id = readUserId(input);
      const storage = await surroundings.storage("migrated");
      const found = await storage.write(async (all) => {
        if (!(await all.users.setStatus(id, status))) return false;
        if (status === "disabled") await all.sessions.endAll(id);
        await auditUser(surroundings, all, id, {
          action: status === "disabled" ? "user.disabled" : "user.enabled",
        });
        return true;
      });
      if (!found) throw noSuchUser(id);
      return { data: { id, status }, lines: [`User ${id} is ${status}.`] };
    },
  };
}

const show: Command = {
  name: "user show",
  about: "Shows a person.",
  arguments: [userId],
  run: async (input, { storage }) => {
    const id = readUserId(input);
    const user = await (await storage("migrated")).committed.users.find(id);
    if (!user) throw noSuchUser(id);
    const data = shown(user);
    return { data, lines: Object.entries(data).map(([name, value]) => `${name}: ${value ?? ""}`) };
  },
};

/** As a change in the account does (contract §7): sessions end, tokens die, links that were sent are void. */
async function changePassword(all: Repositories, id: number, hash: string, now: number): Promise<boolean> {
  if (!(await all.users.find(id))) return false;
  await replacePassword(all, id, hash, now);
  return true;
}

const setPassword: Command = {
  name: "user password",
  about: "Gives a person a new password, ends their sessions and revokes their tokens.",
  arguments: [userId],
  options: [passwordStdin],
  run: async (input, surroundings): Promise<Outcome> => {
    const id = readUserId(input);
    const hash = await newPasswordHash(input, surroundings);
    if (hash === undefined)
      throw wrongOption(passwordStdin, "is missing: the password comes by standard input");
    const storage = await surroundings.storage("migrated");
    const done = await storage.write(async (all) => {
      if (!(await changePassword(all, id, hash, surroundings.clock()))) return false;
      await auditUser(surroundings, all, id, { action: "user.password_set" });
      return true;
    });
    if (!done) throw noSuchUser(id);
    return { data: { id, password: "changed" }, lines: [`User ${id} has a new password and is signed out.`] };
  },
};

const said: { readonly [R in Role]: string } = {
  user: "no admin",
  admin: "an admin",
  "super-admin": "a super-admin",
};

function wantedRole(input: Input): Role {
  const wish = input.words[1];
  if (wish !== "on" && wish !== "off") throw wrongArgument(role, "must be on or off");
  if (wish === "off" && input.given(highest))
    throw wrongOption(highest, "is for on only: off takes both away");
  if (wish === "off") return "user";
  return input.given(highest) ? "super-admin" : "admin";
}

const setAdmin: Command = {
  name: "user admin",
  about: "Makes a person an administrator, who signs in anew, or an ordinary user again.",
  arguments: [userId, role],
  options: [highest],
  run: async (input, surroundings) => {
    const id = readUserId(input);
    const wanted = wantedRole(input);
    const storage = await surroundings.storage("migrated");
    await storage.write(async (all) => {
      const user = await all.users.find(id);
      if (!user) throw noSuchUser(id);
      if (user.role === wanted) return;
      await changeRole(all, user, wanted);
      const details = { from: user.role, to: wanted };
      await auditUser(surroundings, all, id, { action: "user.role_changed", details });
    });
    return { data: { id, role: wanted }, lines: [`User ${id} is ${said[wanted]}.`] };
  },
};

export const userCommands: readonly Command[] = [
  userCreate,
  show,
  statusCommand("user disable", "disabled", "Locks a person out: sessions end, tokens stop working."),
  statusCommand("user enable", "active", "Lets a disabled person in again."),
  setPassword,
  userResetFactors,
  setAdmin,
  userDelete,
];
