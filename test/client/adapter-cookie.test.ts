import { afterAll, beforeAll, expect, it } from "vitest";
import { nextSignIn } from "../../packages/client/src/adapters/next.ts";
import { Application } from "../support/application.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { mubarokahOf } from "../support/through-sdk.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.stop());

it("the cookie of an https application is bound to its host", async () => {
  const application = await Application.register(server);
  const handlers = nextSignIn(mubarokahOf(application), {
    signedIn: () => undefined,
    failed: () => new Response(),
  });
  const response = await handlers.login(new Request("https://app.example.com/login"));
  const [line = ""] = response.headers.getSetCookie();
  expect(line).toMatch(
    /^__Host-mubarokah\.[\w-]{16}=\S+; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure$/,
  );
});
