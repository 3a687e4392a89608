/** Anything that names one reason of the catalogue. */
export interface ReasonName {
  readonly code: string;
  readonly reason: string;
}

/**
 * The page of this very server that explains a reason. `requestId` belongs into it on redirects and pages only:
 * a person follows that link, and the application's owner finds the request behind it.
 */
export function errorUri(issuer: string, { code, reason }: ReasonName, requestId?: string): string {
  const request = requestId === undefined ? "" : `?request=${encodeURIComponent(requestId)}`;
  return `${issuer}/docs/errors/${code}${request}#${reason}`;
}
