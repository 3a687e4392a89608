import type { Catalogue } from "../catalogue.ts";
import type { CatalogueTranslation } from "../definition.ts";
import { insufficientScope } from "./api/insufficient-scope.ts";
import { permissionDenied } from "./api/permission-denied.ts";
import { rateLimitExceeded } from "./api/rate-limit-exceeded.ts";
import { resourceNotFound } from "./api/resource-not-found.ts";
import { serverError as apiServerError } from "./api/server-error.ts";
import { serviceUnavailable } from "./api/service-unavailable.ts";
import { tokenExpired } from "./api/token-expired.ts";
import { tokenInvalid } from "./api/token-invalid.ts";
import { unapprovedScope } from "./api/unapproved-scope.ts";
import { unauthenticated } from "./api/unauthenticated.ts";
import { validationError } from "./api/validation-error.ts";
import { accessDenied } from "./oauth/access-denied.ts";
import { accountSelectionRequired } from "./oauth/account-selection-required.ts";
import { consentRequired } from "./oauth/consent-required.ts";
import { invalidClient } from "./oauth/invalid-client.ts";
import { invalidGrant } from "./oauth/invalid-grant.ts";
import { invalidRequest } from "./oauth/invalid-request.ts";
import { invalidScope } from "./oauth/invalid-scope.ts";
import { loginRequired } from "./oauth/login-required.ts";
import { serverError as oauthServerError } from "./oauth/server-error.ts";
import { temporarilyUnavailable } from "./oauth/temporarily-unavailable.ts";
import { unauthorizedClient } from "./oauth/unauthorized-client.ts";
import { unsupportedGrantType } from "./oauth/unsupported-grant-type.ts";
import { unsupportedResponseType } from "./oauth/unsupported-response-type.ts";

/** Bahasa Indonesia for the whole catalogue. */
export const indonesian: CatalogueTranslation<Catalogue> = {
  oauth: {
    access_denied: accessDenied,
    account_selection_required: accountSelectionRequired,
    consent_required: consentRequired,
    invalid_client: invalidClient,
    invalid_grant: invalidGrant,
    invalid_request: invalidRequest,
    invalid_scope: invalidScope,
    login_required: loginRequired,
    server_error: oauthServerError,
    temporarily_unavailable: temporarilyUnavailable,
    unauthorized_client: unauthorizedClient,
    unsupported_grant_type: unsupportedGrantType,
    unsupported_response_type: unsupportedResponseType,
  },
  api: {
    insufficient_scope: insufficientScope,
    permission_denied: permissionDenied,
    rate_limit_exceeded: rateLimitExceeded,
    resource_not_found: resourceNotFound,
    server_error: apiServerError,
    service_unavailable: serviceUnavailable,
    token_expired: tokenExpired,
    token_invalid: tokenInvalid,
    unapproved_scope: unapprovedScope,
    unauthenticated: unauthenticated,
    validation_error: validationError,
  },
};
