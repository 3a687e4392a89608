import { describe, expect, it } from "vitest";
import { apiError, CatalogueError, oauthError } from "./catalogue-error.ts";
import { errorUri } from "./error-uri.ts";
import { pageStatus } from "./headers.ts";
import { redirectParameters } from "./redirect.ts";
import { everyReason } from "./walk.ts";
import { wireAnswer } from "./wire.ts";

const context = {
  issuer: "https://id.example",
  service: "Mubarokah ID",
  requestId: "0123456789abcdef0123456789abcdef",
};

function parsed(error: CatalogueError, accept?: string) {
  const answer = wireAnswer(error, context, accept);
  return { ...answer, json: JSON.parse(answer.body) as Record<string, unknown> };
}

describe("bodies", () => {
  it("writes OAuth members in the contract's order", () => {
    const { json, status } = parsed(
      oauthError("invalid_request", "parameter_missing", { parameter: "code" }),
    );
    expect(status).toBe(400);
    expect(Object.entries(json)).toEqual([
      ["error", "invalid_request"],
      ["error_description", "A required parameter is missing or has no value."],
      ["error_uri", "https://id.example/docs/errors/invalid_request#parameter_missing"],
      ["message", "A required parameter is missing or has no value."],
      ["hint", "Send the parameter code."],
      ["reason", "parameter_missing"],
      ["request_id", context.requestId],
    ]);
  });

  it("keeps the sentences that published clients match", () => {
    expect(
      parsed(apiError("insufficient_scope", "scope_missing", { scope: "detail-user" })).json,
    ).toMatchObject({
      message: "Invalid scope(s) provided.",
      error_description: "The request requires higher privileges than provided by the access token.",
      status_code: 403,
    });
    expect(
      parsed(apiError("unapproved_scope", "approval_pending", { scope: "detail-user" })).json,
    ).toMatchObject({
      message: "Your application needs approval to access detailed user information. Please contact support.",
      error_description: "Client application has not been approved for the 'detail-user' scope.",
    });
    expect(parsed(apiError("token_expired", "token_expired")).json).toMatchObject({
      message: "The access token provided has expired.",
      error_description: "The access token provided has expired.",
    });
    for (const error of [
      apiError("token_invalid", "token_revoked"),
      apiError("unauthenticated", "token_missing"),
    ])
      expect(parsed(error).json["message"]).toBe("Unauthenticated.");
    expect(parsed(apiError("rate_limit_exceeded", "rate_limited")).json["message"]).toBe(
      "Too many requests. Please try again later.",
    );
    expect(parsed(apiError("rate_limit_exceeded", "details_rate_limited")).json["message"]).toBe(
      "Too many requests to sensitive endpoints. Please try again later.",
    );
  });

  it("names another scope than detail-user when it is another", () => {
    const { json } = parsed(apiError("unapproved_scope", "approval_pending", { scope: "admin" }));
    expect(json["error_description"]).toBe("Client application has not been approved for the 'admin' scope.");
  });

  it("gives validation errors by field, and an empty object when no field is to blame", () => {
    const fields = { name: ["Must not be empty."] };
    expect(parsed(apiError("validation_error", "field_invalid", {}, { fields })).json["errors"]).toEqual(
      fields,
    );
    expect(parsed(apiError("validation_error", "json_malformed")).json["errors"]).toEqual({});
  });

  it("never shows detail, cause or stack", () => {
    const secret = "SELECT secret FROM clients";
    const error = oauthError("server_error", "unexpected", {}, { detail: secret, cause: new Error(secret) });
    expect(
      JSON.stringify([wireAnswer(error, context), `${redirectParameters(error, context)}`]),
    ).not.toContain("SELECT");
    expect(error.message).toContain(secret);
  });

  it.each(everyReason())("leaves no placeholder in $code#$reason", ({ family, code, reason, entry }) => {
    const names = [...entry.hint.matchAll(/\{(\w+)\}/g)].map((match) => [match[1], "value"]);
    const error = new CatalogueError(family, code, reason, Object.fromEntries(names), {});
    const { json } = parsed(error);
    expect([json["hint"], json["error_description"], json["message"]].join()).not.toMatch(/[{}]/);
  });
});

describe("RFC 9457", () => {
  const error = apiError("token_expired", "token_expired");

  it("answers a problem document to who asks for one, with the plain members beside", () => {
    const { headers, json } = parsed(error, "application/problem+json, application/json;q=0.5");
    expect(headers["Content-Type"]).toBe("application/problem+json");
    expect(json).toEqual({
      type: "https://id.example/docs/errors/token_expired#token_expired",
      title: "Token expired",
      status: 401,
      detail: "The access token provided has expired.",
      instance: `https://id.example/docs/errors/token_expired?request=${context.requestId}#token_expired`,
      ...parsed(error).json,
    });
  });

  it.each([undefined, "application/json", "*/*", "text/html", "application/problem+json;q=0"])(
    "stays plain for Accept: %s",
    (accept) => expect(parsed(error, accept).headers["Content-Type"]).toBe("application/json"),
  );

  it("is not spoken at /oauth, whose clients expect RFC 6749", () => {
    const oauth = oauthError("invalid_scope", "scope_malformed");
    expect(parsed(oauth, "application/problem+json").headers["Content-Type"]).toBe("application/json");
  });
});

describe("error_uri", () => {
  it("names the request only where a person follows it", () => {
    const error = oauthError("access_denied", "user_denied");
    expect(errorUri("https://id.example", error)).toBe(
      "https://id.example/docs/errors/access_denied#user_denied",
    );
    expect(errorUri("", error, "abc")).toBe("/docs/errors/access_denied?request=abc#user_denied");
  });
});

describe("redirects", () => {
  it("carry error, error_description, error_uri, state and iss, and nothing else", () => {
    const error = oauthError("access_denied", "user_denied");
    const parameters = redirectParameters(error, { ...context, state: 'a "state" & more' });
    expect([...parameters.keys()]).toEqual(["error", "error_description", "error_uri", "state", "iss"]);
    expect(parameters.get("state")).toBe('a "state" & more');
    expect(parameters.toString()).toContain("error_description=The+user+denied+access+to+your+application.");
    expect(parameters.get("error_uri")).toBe(
      `https://id.example/docs/errors/access_denied?request=${context.requestId}#user_denied`,
    );
  });

  it("have no state when none came, and an empty one when it came empty", () => {
    const error = oauthError("login_required", "not_signed_in");
    expect(redirectParameters(error, context).has("state")).toBe(false);
    expect(redirectParameters(error, { ...context, state: "" }).get("state")).toBe("");
  });

  it("become a 400 where a page stands in for them", () => {
    expect(pageStatus(oauthError("access_denied", "user_denied"))).toBe(400);
    expect(pageStatus(apiError("permission_denied", "form_token_invalid"))).toBe(403);
  });
});
