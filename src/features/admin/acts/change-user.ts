import { z } from "zod";
import { apiError } from "../../../errors/catalogue-error.ts";
import { defaultLocale } from "../../../i18n/locale.ts";
import { changeRole } from "../../../identity/change-role.ts";
import { resetFactors } from "../../../identity/reset-factors.ts";
import { mayAdminister } from "../../../identity/role.ts";
import type { AuditAction } from "../../../storage/port/audit.ts";
import { roles, type User } from "../../../storage/port/users.ts";
import { queueNoticeOf } from "../../../web/notice.ts";
import { adminAct, type Desk } from "./act.ts";

export const userIdSchema = z.int().min(1);
const whom = z.object({ user_id: userIdSchema });

/** Whom it is done to: never oneself, for whom the account pages are, and no administrator but by a super-admin. */
async function subject({ all, actor }: Desk, id: number): Promise<User> {
  if (id === actor.id) throw apiError("permission_denied", "own_account");
  const user = await all.users.find(id);
  if (!user) throw apiError("resource_not_found", "user_unknown");
  if (!mayAdminister(actor.role, user.role)) throw apiError("permission_denied", "super_admin_only");
  return user;
}

function note(
  desk: Desk,
  { id }: User,
  action: AuditAction,
  details: Parameters<Desk["note"]>[0]["details"] = {},
) {
  return desk.note({ action, target: { kind: "user", id: String(id) }, details });
}

/** Somebody else must be left who may give the role again. */
async function keepsASuperAdmin({ all }: Desk, id: number): Promise<void> {
  const others = (await all.users.activeSuperAdmins(2)).filter((other) => other !== id);
  if (others.length === 0) throw apiError("permission_denied", "last_super_admin");
}

/** Locks somebody out at once, or lets them in again. */
export const setUserStatus = adminAct({
  input: whom.extend({ status: z.enum(["active", "disabled"]) }),
  role: "admin",
  dangerous: true,
  run: async (desk, { user_id, status }) => {
    const { users, sessions } = desk.all;
    const user = await subject(desk, user_id);
    if (user.status === status) return;
    if (status === "disabled" && user.role === "super-admin") await keepsASuperAdmin(desk, user_id);
    await users.setStatus(user_id, status);
    if (status === "disabled") await sessions.endAll(user_id);
    await note(desk, user, status === "disabled" ? "user.disabled" : "user.enabled");
  },
});

/** Signs somebody out of every browser and every application. */
export const endUserSessions = adminAct({
  input: whom,
  role: "admin",
  dangerous: true,
  run: async (desk, { user_id }) => {
    const { sessions, authorizations } = desk.all;
    const user = await subject(desk, user_id);
    await sessions.endAll(user_id);
    await authorizations.revokeAll(user_id, "signed_out", desk.now);
    await note(desk, user, "user.signed_out");
  },
});

/** For somebody who has lost what the second step asks for; the password stays, and they are told. */
export const resetUserFactors = adminAct({
  input: whom,
  role: "admin",
  dangerous: true,
  run: async (desk, { user_id }) => {
    const user = await subject(desk, user_id);
    await resetFactors(desk.all, user_id, desk.now);
    // It tells nothing of whoever did it.
    const occasion = { site: desk.site, locale: defaultLocale, userAgent: "", clientIp: "" };
    await queueNoticeOf(desk.all, occasion, user, "factors_reset");
    await note(desk, user, "user.factors_reset");
  },
});

/** A super-admin may also give up the own role, as long as another one is left. */
export const setUserRole = adminAct({
  input: whom.extend({ role: z.enum(roles) }),
  role: "super-admin",
  dangerous: true,
  run: async (desk, { user_id, role }) => {
    const user = user_id === desk.actor.id ? desk.actor : await subject(desk, user_id);
    if (user.role === role) return;
    if (user.role === "super-admin") await keepsASuperAdmin(desk, user_id);
    await changeRole(desk.all, user, role);
    await note(desk, user, "user.role_changed", { from: user.role, to: role });
  },
});
