import type { Repositories } from "../port/storage.ts";
import { authorizationStore } from "./authorizations.ts";
import { challengeStore } from "./challenges.ts";
import { clientStore } from "./clients.ts";
import { consentStore } from "./consents.ts";
import type { Db } from "./database.ts";
import { interactionStore } from "./interactions.ts";
import { messageStore } from "./messages.ts";
import { scopeStore } from "./scopes.ts";
import { sessionStore } from "./sessions.ts";
import { settingStore } from "./settings.ts";
import { userStore } from "./users.ts";

export function repositories(db: Db): Repositories {
  return {
    users: userStore(db),
    clients: clientStore(db),
    scopes: scopeStore(db),
    consents: consentStore(db),
    authorizations: authorizationStore(db),
    sessions: sessionStore(db),
    interactions: interactionStore(db),
    challenges: challengeStore(db),
    messages: messageStore(db),
    settings: settingStore(db),
  };
}
