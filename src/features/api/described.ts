import { z } from "zod";
import type { DescribedCall } from "../../web/described-call.ts";
import { userApi } from "./routes.ts";

/** The user API as its description has it: each endpoint under each of its methods. HEAD is GET without a body. */
export const describedUserApi: readonly DescribedCall[] = userApi.flatMap(({ about, path, methods }) =>
  methods.flatMap((method) => {
    const id = about.ids[method];
    if (method === "HEAD" || id === undefined) return [];
    const input = about.input ?? z.object({});
    return {
      ...{ id, group: "user", method, path, summary: about.summary, scopes: about.scopes, input },
      ...{
        names: Object.keys(input.shape),
        output: about.output,
        mediaType: "application/json",
        status: 200,
      },
    } as const;
  }),
);
