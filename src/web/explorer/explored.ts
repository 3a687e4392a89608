import type { Child } from "hono/jsx";
import type { ClientWithSecrets } from "../../storage/port/clients.ts";
import type { Failure } from "../../storage/port/failures.ts";
import type { AppContext } from "../context.ts";
import type { PersonalPageOptions } from "../personal-page.tsx";

/** What may mend a failing request, beside the reference. */
export type Cure = "settings" | "secret" | "approval" | "code";

/** Where a cure is found: a page, or a command of the operator's. */
export type Way = { readonly cure: Cure; readonly href: string } | { readonly command: string };

/** One application's failing requests, as an area of this server shows them to whoever may see them. */
export interface Explored {
  readonly c: AppContext;
  readonly client: ClientWithSecrets;
  /** Path of the list; a request's page is below it. */
  readonly path: string;
  /** The area's page around the content. */
  readonly frame: (
    page: Pick<PersonalPageOptions, "title" | "status" | "keep">,
    body: Child,
  ) => Response | Promise<Response>;
  /** Undefined where this area has nothing for it. */
  readonly wayTo: (cure: Cure, failure: Failure) => Way | undefined;
}
