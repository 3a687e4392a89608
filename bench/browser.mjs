import { createHash } from "node:crypto";
import { Visitor } from "../test/support/visitor.ts";
import { fire } from "./drive.mjs";
import { accessTokenIn, get, postForm } from "./requests.mjs";

export const redirectUri = "https://app.example.com/callback";
export const verifier = "v".repeat(43);
export const person = { identifier: "bench@example.com", password: "correct-horse-battery-9" };
const challenge = createHash("sha256").update(verifier).digest("base64url");

function authorizePath(client) {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: client.client_id,
    redirect_uri: redirectUri,
    scope: "view-user detail-user",
    state: "s",
    code_challenge: challenge,
    code_challenge_method: "S256",
  });
  return `/oauth/authorize?${query}`;
}

/** Signs the person in once; then every authorization request of the same browser is a code. */
export async function codeMint({ port, connections }, client) {
  const visitor = new Visitor(`http://localhost:${port}`);
  const path = authorizePath(client);
  const signIn = await visitor.get(path);
  const consent = await visitor.submit(signIn, person);
  await visitor.submit(consent, {}, ["decision", "approve"]);
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const request = get(path, { Cookie: cookie });
  const mint = async (count) => {
    const order = { port, connections, seconds: 60, count, expect: 302, requests: [request] };
    return (await fire({ ...order, capture: "[?&]code=([^&\\s]+)" })).captured.map(decodeURIComponent);
  };
  return { mint, request };
}

const device = { Cookie: "mbid_device={device}" };
const takeDevice = "set-cookie: mbid_device=([^;]+)";
const takeCsrf = 'name="csrf" value="([^"]+)"';

function submit(path, password) {
  return postForm(path, { csrf: "{csrf}", identifier: person.identifier, password }, device);
}

/** A browser that was never here opens the page and submits the form; with a wrong password it is shown the page again. */
export function passwordSignIn(password = person.password) {
  return [
    { ...get("/login"), expect: 200, take: { device: takeDevice, csrf: takeCsrf } },
    { ...submit("/login", password), expect: password === person.password ? 303 : 422 },
  ];
}

/** From an application's button to its user's data: authorization request, page, form, code, token, user. */
export function wholeSignIn(client) {
  const exchange = { grant_type: "authorization_code", redirect_uri: redirectUri, code_verifier: verifier };
  return [
    {
      ...get(authorizePath(client)),
      expect: 302,
      take: { device: takeDevice, interaction: "location: /login\\?interaction=(\\S+)" },
    },
    { ...get("/login?interaction={interaction}", device), expect: 200, take: { csrf: takeCsrf } },
    {
      ...submit("/login?interaction={interaction}", person.password),
      expect: 303,
      take: { code: "[?&]code=([^&\\s]+)" },
    },
    {
      ...postForm("/oauth/token", { ...client, ...exchange, code: "{code}" }),
      expect: 200,
      take: { access: accessTokenIn },
    },
    { ...get("/api/user", { Authorization: "Bearer {access}" }), expect: 200 },
  ];
}
