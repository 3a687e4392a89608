import type { AuthorizationStore } from "../port/authorizations.ts";
import { addAccessToken, findAccessToken, revokeAccessToken } from "./access-tokens.ts";
import { addCode, findCode, redeemCode } from "./codes.ts";
import type { Db } from "./database.ts";
import { createFamily, findProvenAt, revokeAll, revokeFamily } from "./families.ts";
import { addRefreshToken, eraseReplays, findRefreshToken, rotateRefreshToken } from "./refresh-tokens.ts";

export function authorizationStore(db: Db): AuthorizationStore {
  return {
    create: (authorization) => createFamily(db, authorization),
    provenAt: (id) => findProvenAt(db, id),
    addCode: (code) => addCode(db, code),
    addAccessToken: (token, beside) => addAccessToken(db, token, beside),
    addRefreshToken: (token) => addRefreshToken(db, token),
    findCode: (id) => findCode(db, id),
    findAccessToken: (id) => findAccessToken(db, id),
    findRefreshToken: (id) => findRefreshToken(db, id),
    redeemCode: (id, at) => redeemCode(db, id, at),
    rotateRefreshToken: (id, at, kept) => rotateRefreshToken(db, id, at, kept),
    eraseReplays: (usedBefore, limit) => eraseReplays(db, usedBefore, limit),
    revokeAccessToken: (id, at) => revokeAccessToken(db, id, at),
    revoke: (authorizationId, reason, at) => revokeFamily(db, authorizationId, reason, at),
    revokeAll: (userId, reason, at, clientId) => revokeAll(db, userId, reason, at, clientId),
  };
}
