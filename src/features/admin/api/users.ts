import { z } from "zod";
import { apiError } from "../../../errors/catalogue-error.ts";
import { inputMessage } from "../../../errors/input-messages.ts";
import { roles, type User } from "../../../storage/port/users.ts";
import type { Call } from "../../../web/call.ts";
import {
  endUserSessions,
  resetUserFactors,
  setUserRole,
  setUserStatus,
  userIdSchema,
} from "../acts/change-user.ts";
import { createUser, takenField } from "../acts/create-user.ts";
import { findUsers, listName, searchText, shows } from "../users/find.ts";
import { fieldsRefused } from "./input.ts";
import { after, moment, momentOf, next, pageSize, placesOf } from "./list.ts";
import { doing, type Operation, reading } from "./operation.ts";

const group = "users";

const person = z.strictObject({
  id: z.int(),
  name: z.string(),
  email: z.string().nullable(),
  email_verified: z.boolean(),
  phone_number: z.string().nullable(),
  username: z.string().nullable(),
  role: z.enum(roles),
  status: z.enum(["active", "disabled"]),
  created_at: moment,
});

function personBody(user: User): z.output<typeof person> {
  return {
    ...{ id: user.id, name: user.name, email: user.email, email_verified: user.emailVerifiedAt !== null },
    ...{ phone_number: user.phoneNumber, username: user.username, role: user.role, status: user.status },
    created_at: momentOf(user.createdAt),
  };
}

const fullPerson = person.extend({
  has_password: z.boolean(),
  second_steps: z.array(z.string()),
  passkeys: z.int(),
  sessions: z.array(
    z.strictObject({ created_at: moment, last_active_at: moment, ip: z.string(), user_agent: z.string() }),
  ),
});

const sessionsAtMost = 50;

async function fullBody({ site }: Call, id: number): Promise<z.output<typeof fullPerson>> {
  const { users, factors, passkeys, sessions } = site.storage.committed;
  const user = await users.find(id);
  if (!user) throw apiError("resource_not_found", "user_unknown");
  const signIns = (await sessions.listByUser(id)).slice(0, sessionsAtMost);
  return {
    ...personBody(user),
    has_password: user.passwordHash !== null,
    second_steps: (await factors.list(id)).map(({ kind }) => kind),
    passkeys: (await passkeys.list(id)).length,
    sessions: signIns.map((session) => ({
      created_at: momentOf(session.createdAt),
      last_active_at: momentOf(session.lastActiveAt),
      ip: session.ip,
      user_agent: session.userAgent,
    })),
  };
}

/** Every act upon one person answers with the person as they are afterwards. */
const asTheyAre = {
  group,
  output: fullPerson,
  done: (call: Call, { user_id }: { readonly user_id: number }) => fullBody(call, user_id),
} as const;

export const userOperations: readonly Operation[] = [
  reading({
    ...{ id: "listUsers", group, path: "/api/admin/users" },
    summary: "People by the beginning of name, username, address or number (`q`), or of a kind (`show`).",
    names: ["q", "show", "after"],
    input: z.object({ q: z.string().optional(), show: z.enum(shows).default("all"), after }),
    output: z.strictObject({ users: z.array(person), next }),
    read: async (call, { q, show, after: given }) => {
      const wanted = { text: searchText(q), show };
      const places = placesOf(call, listName(wanted));
      const { users } = call.site.storage.committed;
      const found = await findUsers(users, wanted, pageSize, places.read(given));
      return { users: found.users.map(personBody), next: places.give(found.next) };
    },
  }),
  doing({
    ...{ id: "createUser", group, path: "/api/admin/users", act: createUser, status: 201 },
    summary: "Opens an account without a password; its address is sent a link where one is chosen.",
    output: fullPerson,
    done: async (call, _input, made, { mailQueued }) => {
      if ("taken" in made) throw fieldsRefused({ [takenField[made.taken]]: [inputMessage("taken")] });
      mailQueued();
      return fullBody(call, made.id);
    },
  }),
  reading({
    ...{ id: "showUser", group, path: "/api/admin/users/:user_id" },
    summary: "One person with second step, passkeys and sign-ins.",
    names: ["user_id"],
    input: z.object({ user_id: userIdSchema }),
    output: fullPerson,
    read: (call, { user_id }) => fullBody(call, user_id),
  }),
  doing({
    ...{ id: "setUserStatus", path: "/api/admin/users/:user_id/status", act: setUserStatus, ...asTheyAre },
    summary: "Locks somebody out of everything at once, or lets them in again.",
  }),
  doing({
    ...{ id: "endUserSessions", path: "/api/admin/users/:user_id/end-sessions", act: endUserSessions },
    ...asTheyAre,
    summary: "Signs somebody out of every browser and every application.",
  }),
  doing({
    ...{ id: "resetUserFactors", path: "/api/admin/users/:user_id/reset-factors", act: resetUserFactors },
    ...asTheyAre,
    summary:
      "Removes the second step of somebody who cannot pass it any more, and tells them; the password stays.",
    done: (call, { user_id }, _result, { mailQueued }) => {
      mailQueued();
      return fullBody(call, user_id);
    },
  }),
  doing({
    ...{ id: "setUserRole", path: "/api/admin/users/:user_id/role", act: setUserRole, ...asTheyAre },
    summary: "Gives or takes a role.",
  }),
];
