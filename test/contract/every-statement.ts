import type { Repositories } from "../../src/storage/port/storage.ts";
import * as fixture from "./fixtures.ts";

const place = { key: "a", id: 1 };
const kept = { successorId: "s", replay: "r", replayScope: "" };
const personDataSections = [
  ...["account", "sign_ins", "browsers", "known_browsers", "second_steps", "recovery_codes"],
  ...["trusted_browsers", "passkeys", "codes_and_links", "messages", "connected_applications"],
  ...["authorizations", "authorization_codes", "access_tokens", "refresh_tokens", "own_applications"],
  ...["own_application_secrets", "own_application_approvals", "pictures", "done_by_you"],
  ...["done_to_your_account", "invitations", "own_application_testers"],
] as const;

const personData = Object.fromEntries(
  personDataSections.map((section) => [
    `personData.page of ${section}`,
    (stores: Repositories) => stores.personData.page(section, 10001, 10, "a"),
  ]),
);

/** Every verb of the repositories that finds rows by something, with what it finds in `oneOfEach`. */
export const everyStatement: Readonly<Record<string, (stores: Repositories) => Promise<unknown>>> = {
  "users.find": ({ users }) => users.find(1),
  "users.findByEmail": ({ users }) => users.findByEmail("a"),
  "users.findByUsername": ({ users }) => users.findByUsername("a"),
  "users.findByPhoneNumber": ({ users }) => users.findByPhoneNumber("a"),
  "users.updateProfile": ({ users }) => users.updateProfile(1, { name: "a" }),
  "users.setPassword": ({ users }) => users.setPassword(1, "a", 1),
  "users.rehashPassword": ({ users }) => users.rehashPassword(1, "a", "b"),
  "users.reserveIds": ({ users }) => users.reserveIds(1),
  "users.setPicture": ({ users }) => users.setPicture(1, "a"),
  "users.setEmail": ({ users }) => users.setEmail(1, "a", 1),
  "users.setPhoneNumber": ({ users }) => users.setPhoneNumber(1, "+621"),
  "users.delete": ({ users }) => users.delete(10001, 1),
  "users.page": ({ users }) => users.page({}, 10, 9),
  "users.page of administrators": ({ users }) => users.page({ role: "admin" }, 10, 9),
  "users.page of disabled ones": ({ users }) => users.page({ status: "disabled" }, 10, 9),
  "users.search by e-mail": ({ users }) => users.search({ field: "email", prefix: "a" }, 10, place),
  "users.search by username": ({ users }) => users.search({ field: "username", prefix: "a" }, 10, place),
  "users.search by number": ({ users }) => users.search({ field: "phoneNumber", prefix: "+6" }, 10, place),
  "users.search by name": ({ users }) => users.search({ field: "name", prefix: "a" }, 10, place),
  "users.activeSuperAdmins": ({ users }) => users.activeSuperAdmins(2),
  "clients.find": ({ clients }) => clients.find("a-client"),
  "clients.present": ({ clients }) => clients.present("a-client"),
  "clients.list": ({ clients }) => clients.list(10, "a-client"),
  "clients.update": ({ clients }) => clients.update("a-client", { name: "a" }),
  "clients.addSecret": ({ clients }) =>
    clients.addSecret("a-client", { hash: "a", createdAt: 1, expiresAt: null }, 1),
  "clients.replaceSecret": ({ clients }) => clients.replaceSecret("a-client", "a", "b"),
  "clients.drain": ({ clients }) => clients.drain("a-client", 10),
  "clients.delete": ({ clients }) => clients.delete("a-client"),
  "clients.approval": ({ clients }) => clients.approval("a-client", "a"),
  "clients.page": ({ clients }) => clients.page({}, 10, { createdAt: 1, id: "a" }),
  "clients.page of an owner": ({ clients }) => clients.page({ ownerId: 1 }, 10, { createdAt: 1, id: "a" }),
  "clients.page unverified": ({ clients }) =>
    clients.page({ verified: false }, 10, { createdAt: 1, id: "a" }),
  "clients.queue": ({ clients }) => clients.queue("pending", 10, { updatedAt: 1, clientId: "a", scope: "b" }),
  "clients.approvals": ({ clients }) => clients.approvals("a-client"),
  "testers.invite": ({ testers }) =>
    testers.invite({ clientId: "a-client", kind: "email", value: "a", invitedAt: 1 }),
  "testers.list": ({ testers }) => testers.list("a-client"),
  "testers.isInvited": ({ testers }) => testers.isInvited("a-client", [{ kind: "email", value: "a" }]),
  "testers.remove": ({ testers }) => testers.remove("a-client", { kind: "email", value: "a" }),
  "consents.find": ({ consents }) => consents.find(1, "a"),
  "consents.grant": ({ consents }) => consents.grant(10001, "a-client", ["a"], 1),
  "consents.touch": ({ consents }) => consents.touch(1, "a", 1),
  "consents.list": ({ consents }) => consents.list(1),
  "consents.revoke": ({ consents }) => consents.revoke(1, "a"),
  "authorizations.addCode": ({ authorizations }) => authorizations.addCode(fixture.aCode()),
  "authorizations.addAccessToken": ({ authorizations }) =>
    authorizations.addAccessToken(fixture.anAccessToken()),
  "authorizations.addRefreshToken": ({ authorizations }) =>
    authorizations.addRefreshToken(fixture.aRefreshToken()),
  "authorizations.provenAt": ({ authorizations }) => authorizations.provenAt("a"),
  "authorizations.findCode": ({ authorizations }) => authorizations.findCode("a"),
  "authorizations.findAccessToken": ({ authorizations }) => authorizations.findAccessToken("a"),
  "authorizations.findRefreshToken": ({ authorizations }) => authorizations.findRefreshToken("a"),
  "authorizations.redeemCode": ({ authorizations }) => authorizations.redeemCode("a", 1),
  "authorizations.rotateRefreshToken": ({ authorizations }) =>
    authorizations.rotateRefreshToken("a", 1, kept),
  "authorizations.eraseReplays": ({ authorizations }) => authorizations.eraseReplays(1, 10),
  "authorizations.revokeAccessToken": ({ authorizations }) => authorizations.revokeAccessToken("a", 1),
  "authorizations.revoke": ({ authorizations }) => authorizations.revoke("a", "signed_out", 1),
  "authorizations.revokeAll": ({ authorizations }) => authorizations.revokeAll(1, "signed_out", 1),
  "authorizations.revokeAll of a client": ({ authorizations }) =>
    authorizations.revokeAll(1, "signed_out", 1, "a"),
  "sessions.findBrowser": ({ sessions }) => sessions.findBrowser("a"),
  "sessions.renewBrowser": ({ sessions }) => sessions.renewBrowser("a", "b", 1),
  "sessions.put": ({ sessions }) => sessions.put(fixture.aSession({ id: "again" })),
  "sessions.find": ({ sessions }) => sessions.find("a"),
  "sessions.listByBrowser": ({ sessions }) => sessions.listByBrowser("a"),
  "sessions.listByUser": ({ sessions }) => sessions.listByUser(1),
  "sessions.touch": ({ sessions }) => sessions.touch("a", 1),
  "sessions.end": ({ sessions }) => sessions.end("a"),
  "sessions.endAll": ({ sessions }) => sessions.endAll(1, "a"),
  "sessions.rememberDevice": ({ sessions }) => sessions.rememberDevice(10001, "a", 1),
  "sessions.knowsDevice": ({ sessions }) => sessions.knowsDevice(1, "a"),
  "sessions.proved": ({ sessions }) => sessions.proved("a", 1),
  "factors.list": ({ factors }) => factors.list(1),
  "factors.put": ({ factors }) => factors.put(10001, { kind: "app", sealed: "a", createdAt: 1 }, 1),
  "factors.remove": ({ factors }) => factors.remove(10001, "app"),
  "factors.acceptStep": ({ factors }) => factors.acceptStep(1, 1),
  "factors.replaceRecoveryCodes": ({ factors }) => factors.replaceRecoveryCodes(10001, ["a"]),
  "factors.recoveryCodes": ({ factors }) => factors.recoveryCodes(1),
  "factors.useRecoveryCode": ({ factors }) => factors.useRecoveryCode(1, "a"),
  "passkeys.add": ({ passkeys }) => passkeys.add(fixture.aPasskey({ id: "another" })),
  "passkeys.find": ({ passkeys }) => passkeys.find("a"),
  "passkeys.list": ({ passkeys }) => passkeys.list(1),
  "passkeys.used": ({ passkeys }) => passkeys.used("a", 1, 1),
  "passkeys.rename": ({ passkeys }) => passkeys.rename(1, "a", "b"),
  "passkeys.remove": ({ passkeys }) => passkeys.remove(1, "a"),
  "passkeys.removeAll": ({ passkeys }) => passkeys.removeAll(1),
  "passkeys.spendChallenge": ({ passkeys }) => passkeys.spendChallenge("a", 1),
  "trustedDevices.trust": ({ trustedDevices }) => trustedDevices.trust(10001, "a", 1),
  "trustedDevices.trusts": ({ trustedDevices }) => trustedDevices.trusts(1, "a", 1),
  "trustedDevices.renew": ({ trustedDevices }) => trustedDevices.renew("a", "b"),
  "trustedDevices.count": ({ trustedDevices }) => trustedDevices.count(1, 1),
  "trustedDevices.forgetAll": ({ trustedDevices }) => trustedDevices.forgetAll(1),
  "interactions.find": ({ interactions }) => interactions.find("a"),
  "interactions.claim": ({ interactions }) => interactions.claim("a", "b"),
  "interactions.finish": ({ interactions }) => interactions.finish("a", 1),
  "challenges.find": ({ challenges }) => challenges.find("a"),
  "challenges.attempt": ({ challenges }) => challenges.attempt("a", 5),
  "challenges.answer": ({ challenges }) => challenges.answer("a", { address: "b", codeHash: "c" }, 1),
  "challenges.use": ({ challenges }) => challenges.use("a", 1),
  "challenges.discard": ({ challenges }) => challenges.discard(1, "register", 1),
  "messages.lease": ({ messages }) => messages.lease("mail", 1, 2, 10),
  "messages.sent": ({ messages }) => messages.sent("a", 1, true),
  "messages.find": ({ messages }) => messages.find("a"),
  "messages.fail": ({ messages }) => messages.fail("a", 1, "late"),
  "messages.delivered": ({ messages }) => messages.delivered("a", 1),
  "messages.page": ({ messages }) => messages.page({}, 10, { createdAt: 1, id: "a" }),
  "messages.page of a channel": ({ messages }) =>
    messages.page({ channel: "mail" }, 10, { createdAt: 1, id: "a" }),
  "messages.page of those that wait": ({ messages }) =>
    messages.page({ state: "waiting" }, 10, { createdAt: 1, id: "a" }),
  "messages.page of those given up": ({ messages }) =>
    messages.page({ state: "failed" }, 10, { createdAt: 1, id: "a" }),
  "messages.list": ({ messages }) => messages.list(10),
  "allowances.take": ({ allowances }) => allowances.take(fixture.wanted()),
  "allowances.find": ({ allowances }) => allowances.find("a", 1),
  "allowances.giveBack": ({ allowances }) => allowances.giveBack("a", 1, 1),
  "allowances.nodeSeen": ({ allowances }) => allowances.nodeSeen("a", 1, 1),
  "failures.sums": ({ failures }) => failures.sums(1, 10),
  "hourlyCounts.sums": ({ hourlyCounts }) => hourlyCounts.sums(1, 10),
  "hourlyCounts.add": ({ hourlyCounts }) => hourlyCounts.add([{ hour: 0, name: "a", count: 1 }]),
  "settings.get": ({ settings }) => settings.get("a"),
  "settings.put": ({ settings }) => settings.put("a", "b"),
  "audit.list": ({ audit }) => audit.list({ since: 1, until: 9 }, 10, { at: 1, id: "a" }),
  "audit.list of a target": ({ audit }) => audit.list({ target: { kind: "user", id: "1" } }, 10),
  "audit.list of an actor": ({ audit }) => audit.list({ actorId: 1 }, 10),
  "audit.list of an action": ({ audit }) => audit.list({ action: "user.created" }, 10),
  "pictures.put": ({ pictures }) => pictures.put({ kind: "client", id: "a-client" }, fixture.aPicture()),
  "pictures.put of a user": ({ pictures }) => pictures.put({ kind: "user", id: 10001 }, fixture.aPicture()),
  "pictures.find": ({ pictures }) => pictures.find("client", "a"),
  "failures.record": ({ failures }) =>
    failures.record(
      [fixture.aFailureCount()],
      [fixture.aFailure({ id: "b-failure" })],
      fixture.failureBounds,
    ),
  "failures.list": ({ failures }) => failures.list("a-client", { reason: "a" }, 10, "b"),
  "failures.find": ({ failures }) => failures.find("a-client", "a"),
  "failures.ownedClient": async ({ failures }) => {
    for (const owner of [10_001, null]) await failures.ownedClient(owner, "a");
  },
  "failures.counts": ({ failures }) => failures.counts("a-client", 1),
  "failures.counts of all": ({ failures }) => failures.counts(null, 1),
  ...personData,
  "settings.delete": ({ settings }) => settings.delete("a"),
};

export async function oneOfEach(stores: Repositories): Promise<void> {
  await stores.users.create(fixture.aUser());
  await stores.clients.create(fixture.aClient(), "a secret");
  await stores.authorizations.create(fixture.anAuthorization());
  await stores.sessions.createBrowser({ id: "a-browser", hash: "a", expiresAt: 1 });
  await stores.sessions.put(fixture.aSession());
  await stores.interactions.create(fixture.anInteraction());
  await stores.challenges.create(fixture.aChallenge());
  await stores.passkeys.add(fixture.aPasskey());
  await stores.messages.add(fixture.aMessage());
  await stores.failures.record([fixture.aFailureCount()], [fixture.aFailure()], fixture.failureBounds);
}
