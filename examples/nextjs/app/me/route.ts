import { isMubarokahError, memoryStore, needsSignIn } from "@mubarokah/client";
import { tokenCookie, tokensOf } from "../../lib/cookie.ts";
import { mubarokah } from "../../lib/sign-in.ts";

/** Who is signed in. Renewed tokens go into the cookie; dead ones leave it. */
export async function GET(request: Request): Promise<Response> {
  const before = await tokensOf(request);
  const store = memoryStore(before);
  try {
    const { id, name } = await mubarokah.session(store).user();
    const after = await store.load();
    const headers = new Headers({ "Cache-Control": "no-store" });
    if (after?.accessToken !== before?.accessToken) headers.set("Set-Cookie", await tokenCookie(after));
    return Response.json({ id, name }, { headers });
  } catch (error) {
    if (!isMubarokahError(error)) throw error;
    if (!needsSignIn(error)) return Response.json({ error: error.code }, { status: 502 });
    return Response.json(
      { error: "signed_out" },
      { status: 401, headers: { "Set-Cookie": await tokenCookie() } },
    );
  }
}
