/** THE CATALOGUE: the only place where a code, its status, its reasons and their texts are written. */

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

export const catalogue = {
  oauth: {
    invalid_request: invalidRequest,
    invalid_client: invalidClient,
    invalid_grant: invalidGrant,
    unauthorized_client: unauthorizedClient,
    unsupported_grant_type: unsupportedGrantType,
    unsupported_response_type: unsupportedResponseType,
    invalid_scope: invalidScope,
    access_denied: accessDenied,
    server_error: oauthServerError,
    temporarily_unavailable: temporarilyUnavailable,
    login_required: loginRequired,
    consent_required: consentRequired,
    account_selection_required: accountSelectionRequired,
  },
  api: {
    validation_error: validationError,
    token_expired: tokenExpired,
    token_invalid: tokenInvalid,
    unauthenticated: unauthenticated,
    insufficient_scope: insufficientScope,
    unapproved_scope: unapprovedScope,
    permission_denied: permissionDenied,
    resource_not_found: resourceNotFound,
    rate_limit_exceeded: rateLimitExceeded,
    server_error: apiServerError,
    service_unavailable: serviceUnavailable,
  },
} as const;

export type Catalogue = typeof catalogue;
