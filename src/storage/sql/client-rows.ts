import type { Insertable, Selectable } from "kysely";
import type { Client, ClientChange, GrantType } from "../port/clients.ts";
import type { ClientTable } from "./client-tables.ts";
import { flag, fromJson, fromWords, words } from "./columns.ts";

export function clientRow(client: Client): Insertable<ClientTable> {
  return {
    id: client.id,
    name: client.name,
    confidential: flag(client.confidential),
    status: client.status,
    disabled_by_admin: flag(client.disabledByAdmin),
    verified: flag(client.verified),
    test: flag(client.test),
    resource_server: flag(client.resourceServer),
    redirect_uris: JSON.stringify(client.redirectUris),
    grant_types: words(client.grantTypes),
    scopes: words(client.scopes),
    access_token_ttl: client.accessTokenTtl,
    refresh_token_ttl: client.refreshTokenTtl,
    logo: client.logo,
    homepage_url: client.homepageUrl,
    privacy_policy_url: client.privacyPolicyUrl,
    owner_id: client.ownerId,
    created_at: client.createdAt,
  };
}

export function clientOf(row: Selectable<ClientTable>): Client {
  return {
    id: row.id,
    name: row.name,
    confidential: row.confidential === 1,
    status: row.status as Client["status"],
    disabledByAdmin: row.disabled_by_admin === 1,
    verified: row.verified === 1,
    test: row.test === 1,
    resourceServer: row.resource_server === 1,
    redirectUris: fromJson(row.redirect_uris) as string[],
    grantTypes: fromWords<GrantType>(row.grant_types),
    scopes: fromWords(row.scopes),
    accessTokenTtl: row.access_token_ttl,
    refreshTokenTtl: row.refresh_token_ttl,
    logo: row.logo,
    homepageUrl: row.homepage_url,
    privacyPolicyUrl: row.privacy_policy_url,
    ownerId: row.owner_id,
    createdAt: row.created_at,
  };
}

function mapped<From, To>(value: From | undefined, map: (value: From) => To): To | undefined {
  return value === undefined ? undefined : map(value);
}

/** The columns of what changes; undefined leaves one as it is. */
export function changedColumns(change: ClientChange) {
  return {
    name: change.name,
    confidential: mapped(change.confidential, flag),
    status: change.status,
    disabled_by_admin: mapped(change.disabledByAdmin, flag),
    verified: mapped(change.verified, flag),
    test: mapped(change.test, flag),
    resource_server: mapped(change.resourceServer, flag),
    redirect_uris: mapped(change.redirectUris, (uris) => JSON.stringify(uris)),
    grant_types: mapped(change.grantTypes, words),
    scopes: mapped(change.scopes, words),
    access_token_ttl: change.accessTokenTtl,
    refresh_token_ttl: change.refreshTokenTtl,
    logo: change.logo,
    homepage_url: change.homepageUrl,
    privacy_policy_url: change.privacyPolicyUrl,
    owner_id: change.ownerId,
  };
}
