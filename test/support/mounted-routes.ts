import { type AppOptions, createApp, programEndpoints } from "../../src/http/app.ts";

export interface MountedRoute {
  readonly method: string;
  /** As it is mounted: `/developer/applications/:id`. */
  readonly path: string;
}

/** Has every option, whatever its name: mounting only hands them on. */
const anything: AppOptions = new Proxy({} as AppOptions, {
  get: (_, name) =>
    name === "endpoints"
      ? programEndpoints(anything.token, { ...anything.people, operation: anything.operation })
      : anything,
});

/** Every route of the real mount list, the demo's included; nothing of it is called. */
export function mountedRoutes(): readonly MountedRoute[] {
  const { routes } = createApp(anything);
  const own = routes.filter(({ path }) => !path.endsWith("*"));
  const named = own.map(({ method, path }) => `${method} ${path}`);
  return [...new Set(named)].map((name) => {
    const [method = "", path = ""] = name.split(" ");
    return { method, path };
  });
}
