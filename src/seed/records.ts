import { newUser } from "../identity/new-user.ts";
import { sha256 } from "../protocol/hash.ts";
import type { Client } from "../storage/port/clients.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { Demo } from "./demo.ts";

/** Below those that the counter gives. */
const firstId = 101;
function demoClient(
  id: string,
  name: string,
  confidential: boolean,
  issuer: string,
  createdAt: number,
): Client {
  return {
    id,
    name,
    confidential,
    status: "active",
    disabledByAdmin: false,
    verified: true,
    test: false,
    resourceServer: false,
    redirectUris: [redirectUri(issuer)],
    grantTypes: confidential
      ? ["authorization_code", "refresh_token", "client_credentials"]
      : ["authorization_code", "refresh_token"],
    scopes: ["view-user", "detail-user", "edit-user"],
    accessTokenTtl: null,
    refreshTokenTtl: null,
    logo: null,
    homepageUrl: null,
    privacyPolicyUrl: null,
    ownerId: firstId,
    createdAt,
  };
}

/** The demo page of this very server. */
export function redirectUri(issuer: string): string {
  return `${issuer}/demo/callback`;
}

/** Neither a person nor an application. */
export async function isEmpty({ users, clients }: Repositories): Promise<boolean> {
  return (await users.isEmpty()) && (await clients.list(1)).length === 0;
}

export async function createAccounts(
  { users }: Repositories,
  { accounts }: Demo,
  hashes: readonly [string, string, string],
  now: number,
): Promise<void> {
  const { admin, user, whatsapp } = accounts;
  const [adminHash, userHash, whatsappHash] = hashes;
  const mail = (email: string, passwordHash: string) => ({ email, emailVerifiedAt: now, passwordHash });
  const people = [
    newUser(admin.name, now, { id: firstId, role: "super-admin", ...mail(admin.identifier, adminHash) }),
    newUser(user.name, now, {
      id: firstId + 1,
      username: "budi.santoso",
      gender: "male",
      bio: "Likes old maps.",
      placeOfBirth: "Yogyakarta",
      dateOfBirth: "1994-08-17",
      address: "Jl. Malioboro 1, Yogyakarta",
      ...mail(user.identifier, userHash),
    }),
    newUser(whatsapp.name, now, {
      id: firstId + 2,
      phoneNumber: whatsapp.identifier,
      passwordHash: whatsappHash,
    }),
  ];
  for (const person of people) await users.create(person);
}

export async function createClients(
  { clients }: Repositories,
  demo: Demo,
  issuer: string,
  now: number,
): Promise<void> {
  const { confidential, public: open } = demo.clients;
  const shop = demoClient(confidential.clientId, "Toko Buku Demo", true, issuer, now);
  await clients.create(shop, sha256(confidential.clientSecret));
  await clients.create(demoClient(open.clientId, "Aplikasi Ponsel Demo", false, issuer, now), null);
  // Only one of them is approved, so that the demo shows the other answer as well.
  const approval = { scope: "detail-user", status: "approved", request: null, note: null } as const;
  await clients.putApproval({ ...approval, clientId: shop.id, decidedAt: now, updatedAt: now });
}
