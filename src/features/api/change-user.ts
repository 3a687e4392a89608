import { apiError } from "../../errors/catalogue-error.ts";
import { fieldMessage, unknownFields } from "../../errors/field-messages.ts";
import { type ProfileField, profileFields, profileInput, readProfileChange } from "../../identity/profile.ts";
import type { Profile, User } from "../../storage/port/users.ts";
import type { Permitted, UserEndpoint } from "./endpoint.ts";
import { jsonAnswer } from "./json-answer.ts";
import { readJsonObject } from "./json-body.ts";
import { detailsSchema } from "./user-body.ts";

const profileMask = {
  ...{ name: true, gender: true, bio: true },
  ...{ place_of_birth: true, date_of_birth: true, address: true },
} as const satisfies Record<ProfileField, true>;

const fields = profileFields.join(", ");

function isField(name: string): name is ProfileField {
  return profileFields.some((field) => field === name);
}

/** The change that a body asks for; throws with every problem of every field at once. */
function readChange(body: ReadonlyMap<string, unknown>, today: string): Partial<Profile> {
  if (body.size === 0) throw apiError("validation_error", "field_missing", { fields });
  const known = [...body].filter(([name]) => isField(name));
  const read = readProfileChange(Object.fromEntries(known), today);
  const problems = "problems" in read ? Object.entries(read.problems) : [];
  const unknown = unknownFields([...body.keys()].filter((name) => !isField(name)));
  const invalid = problems.map(([field, problem]) => [field, [fieldMessage(problem)]] as const);
  const extras = { fields: Object.fromEntries([...invalid, ...unknown]) };
  if ("problems" in read) throw apiError("validation_error", "field_invalid", {}, extras);
  if (unknown.length > 0) throw apiError("validation_error", "field_unknown", { fields }, extras);
  return read.change;
}

async function store({ call, user }: Permitted, change: Partial<Profile>): Promise<User> {
  const stored = await call.site.storage.write(({ users }) => users.updateProfile(user.id, change));
  // The account was deleted while the request was under way.
  if (!stored) throw apiError("token_invalid", "token_revoked");
  return stored;
}

function wireProfile(user: User): Record<ProfileField, string | null> {
  return {
    name: user.name,
    gender: user.gender,
    bio: user.bio,
    place_of_birth: user.placeOfBirth,
    date_of_birth: user.dateOfBirth,
    address: user.address,
  };
}

export const changeUser: UserEndpoint = {
  about: {
    ids: { PATCH: "changeUser" },
    summary:
      "Changes the profile of the person behind the token; answers with what was sent, as it is stored.",
    scopes: ["edit-user"],
    input: profileInput.meta({ minProperties: 1 }),
    output: detailsSchema.pick(profileMask).partial(),
  },
  path: "/api/user",
  methods: ["PATCH"],
  limit: "api_user",
  staysUp: false,
  scope: () => "edit-user",
  permit: () => undefined,
  answer: async (request) => {
    const { call } = request;
    const body = await readJsonObject(call);
    const today = new Date(call.site.clock()).toISOString().slice(0, 10);
    const stored = wireProfile(await store(request, readChange(body, today)));
    return jsonAnswer(Object.fromEntries(Object.entries(stored).filter(([name]) => body.has(name))));
  },
};
