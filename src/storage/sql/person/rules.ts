import { sql } from "kysely";
import { applications } from "./applications.ts";
import { people } from "./people.ts";
import { account, because, column, ofUser, type Rules } from "./rule.ts";

const somebodyElse = because("of whoever did it, which may be somebody else");

export const rules: Rules = {
  ...people,
  ...applications,
  pictures: [
    {
      name: "pictures",
      whose: (userId) =>
        sql<boolean>`name in (
          select name from pictures where user_id = ${userId} union all
          select picture.name from clients join pictures as picture on picture.client_id = clients.id
            where clients.owner_id = ${userId}
        )`,
      key: column("name"),
      columns: {
        name: "plain",
        client_id: "plain",
        user_id: account,
        type: "plain",
        body: "plain",
        created_at: "moment",
      },
    },
  ],
  audit_log: [
    {
      name: "done_by_you",
      whose: ofUser("actor_id"),
      key: column("id"),
      columns: {
        id: "plain",
        at: "moment",
        actor_id: account,
        via: "plain",
        action: "plain",
        target_kind: "plain",
        target_id: "plain",
        ip: "plain",
        request_id: "plain",
        details: "json",
      },
    },
    {
      name: "done_to_your_account",
      whose: (userId) => sql<boolean>`target_kind = 'user' and target_id = ${String(userId)}`,
      key: column("id"),
      columns: {
        id: "plain",
        at: "moment",
        actor_id: somebodyElse,
        via: "plain",
        action: "plain",
        target_kind: "plain",
        target_id: "plain",
        ip: somebodyElse,
        request_id: somebodyElse,
        details: "json",
      },
    },
  ],
  interactions: because(
    "requests on their way through a browser: found by its cookie only, gone after two days",
  ),
  retired_user_ids: because("numbers of accounts that are gone"),
  counters: because("about the installation"),
  settings: because("about the installation"),
  scopes: because("about the installation"),
  spent_challenges: because("random values without an owner, for minutes"),
  allowances: because("limits under fingerprints that nobody can read back"),
  nodes: because("about the servers"),
  hourly_counts: because("how often things happened, of everybody together"),
};
