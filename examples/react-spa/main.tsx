import { isMubarokahError, Mubarokah } from "@mubarokah/client";
import { BrowserSignIn, webStore } from "@mubarokah/client/browser";
import { useSignIn } from "@mubarokah/client/react";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

// Your bundler puts these in.
declare const ISSUER: string;
declare const CLIENT_ID: string;

const mubarokah = new Mubarokah({
  issuer: ISSUER,
  clientId: CLIENT_ID,
  redirectUri: `${location.origin}/callback`,
});
// sessionStorage: each tab signs in by itself, and what it knows is gone with it.
const browser = new BrowserSignIn(mubarokah, {
  store: webStore(sessionStorage),
  request: { scope: "view-user edit-user" },
});

function Bio() {
  const [told, setTold] = useState("");
  const save = async (form: FormData) => {
    try {
      const { bio } = await browser.session.update({ bio: String(form.get("bio")) });
      setTold(`Saved: ${bio}`);
    } catch (error) {
      if (!isMubarokahError(error)) throw error;
      setTold(error.code === "validation_error" ? String(error.fields["bio"] ?? error.hint) : error.hint);
    }
  };
  return (
    <form action={save}>
      <label>
        About you <input name="bio" />
      </label>
      <button type="submit">Save</button>
      <output>{told}</output>
    </form>
  );
}

function App() {
  const { state, signIn, signOut, reload } = useSignIn(browser);
  switch (state.status) {
    case "loading":
      return <p>One moment …</p>;
    case "signed-out":
      return (
        <button type="button" onClick={() => signIn()}>
          Sign in
        </button>
      );
    case "signed-in":
      return (
        <>
          <h1>Hello, {state.user.name}</h1>
          <Bio />
          <button type="button" onClick={() => signOut()}>
            Sign out
          </button>
        </>
      );
    case "failed":
      return (
        <p>
          {state.error.code === "access_denied" ? "You did not sign in." : "Something went wrong."}{" "}
          <button type="button" onClick={() => (state.error.retryable ? reload() : signIn())}>
            Try again
          </button>
        </p>
      );
  }
}

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
