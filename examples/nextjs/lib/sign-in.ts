import { Mubarokah } from "@mubarokah/client";
import { nextSignIn } from "@mubarokah/client/next";
import { tokenCookie } from "./cookie.ts";

const {
  ISSUER = "http://localhost:3000",
  CLIENT_ID = "",
  CLIENT_SECRET,
  ORIGIN = "http://localhost:4000",
} = process.env;

export const mubarokah = new Mubarokah({
  issuer: ISSUER,
  clientId: CLIENT_ID,
  clientSecret: CLIENT_SECRET,
  redirectUri: `${ORIGIN}/callback`,
});

export const signIn = nextSignIn(mubarokah, {
  request: { scope: "view-user" },
  signedIn: async (tokens) =>
    new Response(null, {
      status: 303,
      headers: { Location: "/me", "Set-Cookie": await tokenCookie(tokens) },
    }),
  failed: (error) => {
    console.error(error.message);
    const text = error.code === "access_denied" ? "You did not sign in." : "Please try again.";
    return new Response(text, { status: error.code === "access_denied" ? 200 : 502 });
  },
});
