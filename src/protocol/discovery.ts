import type { GrantType } from "../storage/port/clients.ts";

export interface DiscoveryFacts {
  readonly issuer: string;
  /** `grant_type`s the token endpoint handles. */
  readonly grantTypes: readonly GrantType[];
  readonly scopes: readonly string[];
  /** BCP 47 tags. */
  readonly locales: readonly string[];
}

const secretMethods = ["client_secret_basic", "client_secret_post"] as const;

/** Authorization server metadata (RFC 8414 §2, RFC 9207 §3): what this server can do, told from the lists it works with. */
export function authorizationServerMetadata({ issuer, grantTypes, scopes, locales }: DiscoveryFacts) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/oauth/authorize`,
    token_endpoint: `${issuer}/oauth/token`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    scopes_supported: scopes,
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: grantTypes,
    token_endpoint_auth_methods_supported: [...secretMethods, "none"],
    service_documentation: `${issuer}/docs`,
    ui_locales_supported: locales,
    revocation_endpoint: `${issuer}/oauth/revoke`,
    revocation_endpoint_auth_methods_supported: [...secretMethods, "none"],
    introspection_endpoint: `${issuer}/oauth/introspect`,
    introspection_endpoint_auth_methods_supported: secretMethods,
    code_challenge_methods_supported: ["S256"],
    prompt_values_supported: ["none", "login", "consent", "select_account"],
    authorization_response_iss_parameter_supported: true,
  };
}
