import type { Selectable } from "kysely";
import type { Session, SessionStore } from "../port/sessions.ts";
import { deleted, updated } from "./columns.ts";
import type { Db, SessionTable } from "./database.ts";
import { knowsDevice, rememberDevice } from "./devices.ts";
import { held } from "./held.ts";

export function sessionStore(db: Db): SessionStore {
  return {
    createBrowser: async (browser) => {
      await db
        .insertInto("browsers")
        .values({ id: browser.id, hash: browser.hash, expires_at: browser.expiresAt })
        .execute();
    },
    findBrowser: async (id) => {
      const row = await db.selectFrom("browsers").selectAll().where("id", "=", id).executeTakeFirst();
      return row && { id: row.id, hash: row.hash, expiresAt: row.expires_at };
    },
    renewBrowser: async (id, hash, expiresAt) => {
      const renewal = db.updateTable("browsers").set({ hash, expires_at: expiresAt }).where("id", "=", id);
      return updated(await renewal.executeTakeFirstOrThrow());
    },
    put: (session) => put(db, session),
    find: async (id) => {
      const found = ofActiveUsers(db).where("sessions.id", "=", id);
      const row = await held(db, "sessions", found).executeTakeFirst();
      return row && sessionOf(row);
    },
    listByBrowser: (browserId) => list(ofActiveUsers(db).where("sessions.browser_id", "=", browserId)),
    listByUser: (userId) => list(ofActiveUsers(db).where("sessions.user_id", "=", userId)),
    touch: async (id, at) => {
      await db.updateTable("sessions").set({ last_active_at: at }).where("id", "=", id).execute();
    },
    proved: async (id, at) => {
      await db.updateTable("sessions").set({ proven_at: at }).where("id", "=", id).execute();
    },
    end: async (id) =>
      deleted(await db.deleteFrom("sessions").where("id", "=", id).executeTakeFirstOrThrow()),
    endAll: (userId, exceptSessionId) => endAll(db, userId, exceptSessionId),
    rememberDevice: (userId, deviceHash, at) => rememberDevice(db, userId, deviceHash, at),
    knowsDevice: (userId, deviceHash) => knowsDevice(db, userId, deviceHash),
  };
}

function ofActiveUsers(db: Db) {
  return db
    .selectFrom("sessions")
    .innerJoin("users", "users.id", "sessions.user_id")
    .selectAll("sessions")
    .where("users.status", "=", "active");
}

async function list(query: ReturnType<typeof ofActiveUsers>): Promise<Session[]> {
  const rows = await query
    .orderBy("sessions.last_active_at", "desc")
    .orderBy("sessions.id", "desc")
    .execute();
  return rows.map(sessionOf);
}

async function put(db: Db, session: Session): Promise<void> {
  const state = {
    id: session.id,
    authenticated_at: session.authenticatedAt,
    proven_at: session.provenAt,
    created_at: session.createdAt,
    last_active_at: session.lastActiveAt,
    ip: session.ip,
    user_agent: session.userAgent,
  };
  await db
    .insertInto("sessions")
    .values({ browser_id: session.browserId, user_id: session.userId, ...state })
    .onConflict((conflict) => conflict.columns(["browser_id", "user_id"]).doUpdateSet(state))
    .execute();
}

async function endAll(db: Db, userId: number, exceptSessionId?: string): Promise<number> {
  const all = db.deleteFrom("sessions").where("user_id", "=", userId);
  const chosen = exceptSessionId === undefined ? all : all.where("id", "!=", exceptSessionId);
  return Number((await chosen.executeTakeFirstOrThrow()).numDeletedRows);
}

function sessionOf(row: Selectable<SessionTable>): Session {
  return {
    id: row.id,
    browserId: row.browser_id,
    userId: row.user_id,
    authenticatedAt: row.authenticated_at,
    provenAt: row.proven_at ?? row.authenticated_at,
    createdAt: row.created_at,
    lastActiveAt: row.last_active_at,
    ip: row.ip,
    userAgent: row.user_agent,
  };
}
