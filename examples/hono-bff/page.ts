/** The single-page application: what your bundler makes. It knows two paths of its own server, and no token. */
export const page = `<!doctype html>
<html lang="en">
  <title>Shop</title>
  <main>One moment …</main>
  <script type="module">
    const main = document.querySelector("main");
    const call = (path, method = "GET") => fetch(path, { method, headers: { "X-Requested-By": "shop" } });

    const answer = await call("/bff/user");
    if (answer.ok) {
      const user = await answer.json();
      const button = Object.assign(document.createElement("button"), { textContent: "Sign out" });
      button.onclick = async () => {
        await call("/bff/logout", "POST");
        location.reload();
      };
      main.replaceChildren("Hello, " + user.name + " ", button);
    } else if (answer.status === 401) {
      const link = Object.assign(document.createElement("a"), { href: "/login", textContent: "Sign in" });
      main.replaceChildren(link);
    } else {
      main.textContent = (await answer.json()).message;
    }
  </script>
</html>`;
