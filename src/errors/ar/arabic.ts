import type { Catalogue } from "../catalogue.ts";
import type { CatalogueTranslation } from "../definition.ts";
import { insufficientScope as arInsufficientScope } from "./api/insufficient-scope.ts";
import { permissionDenied as arPermissionDenied } from "./api/permission-denied.ts";
import { rateLimitExceeded as arRateLimitExceeded } from "./api/rate-limit-exceeded.ts";
import { resourceNotFound as arResourceNotFound } from "./api/resource-not-found.ts";
import { serverError as arApiServerError } from "./api/server-error.ts";
import { serviceUnavailable as arServiceUnavailable } from "./api/service-unavailable.ts";
import { tokenExpired as arTokenExpired } from "./api/token-expired.ts";
import { tokenInvalid as arTokenInvalid } from "./api/token-invalid.ts";
import { unapprovedScope as arUnapprovedScope } from "./api/unapproved-scope.ts";
import { unauthenticated as arUnauthenticated } from "./api/unauthenticated.ts";
import { validationError as arValidationError } from "./api/validation-error.ts";
import { accessDenied as arAccessDenied } from "./oauth/access-denied.ts";
import { accountSelectionRequired as arAccountSelectionRequired } from "./oauth/account-selection-required.ts";
import { consentRequired as arConsentRequired } from "./oauth/consent-required.ts";
import { invalidClient as arInvalidClient } from "./oauth/invalid-client.ts";
import { invalidGrant as arInvalidGrant } from "./oauth/invalid-grant.ts";
import { invalidRequest as arInvalidRequest } from "./oauth/invalid-request.ts";
import { invalidScope as arInvalidScope } from "./oauth/invalid-scope.ts";
import { loginRequired as arLoginRequired } from "./oauth/login-required.ts";
import { serverError as arOauthServerError } from "./oauth/server-error.ts";
import { temporarilyUnavailable as arTemporarilyUnavailable } from "./oauth/temporarily-unavailable.ts";
import { unauthorizedClient as arUnauthorizedClient } from "./oauth/unauthorized-client.ts";
import { unsupportedGrantType as arUnsupportedGrantType } from "./oauth/unsupported-grant-type.ts";
import { unsupportedResponseType as arUnsupportedResponseType } from "./oauth/unsupported-response-type.ts";

/** Arabic for the whole catalogue. */
export const arabic: CatalogueTranslation<Catalogue> = {
  oauth: {
    access_denied: arAccessDenied,
    account_selection_required: arAccountSelectionRequired,
    consent_required: arConsentRequired,
    invalid_client: arInvalidClient,
    invalid_grant: arInvalidGrant,
    invalid_request: arInvalidRequest,
    invalid_scope: arInvalidScope,
    login_required: arLoginRequired,
    server_error: arOauthServerError,
    temporarily_unavailable: arTemporarilyUnavailable,
    unauthorized_client: arUnauthorizedClient,
    unsupported_grant_type: arUnsupportedGrantType,
    unsupported_response_type: arUnsupportedResponseType,
  },
  api: {
    insufficient_scope: arInsufficientScope,
    permission_denied: arPermissionDenied,
    rate_limit_exceeded: arRateLimitExceeded,
    resource_not_found: arResourceNotFound,
    server_error: arApiServerError,
    service_unavailable: arServiceUnavailable,
    token_expired: arTokenExpired,
    token_invalid: arTokenInvalid,
    unapproved_scope: arUnapprovedScope,
    unauthenticated: arUnauthenticated,
    validation_error: arValidationError,
  },
};
