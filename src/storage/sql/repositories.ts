import type { Repositories } from "../port/storage.ts";
import { allowanceStore } from "./allowances.ts";
import { auditStore } from "./audit.ts";
import { authorizationStore } from "./authorizations.ts";
import { challengeStore } from "./challenges.ts";
import { clientStore } from "./clients.ts";
import { consentStore } from "./consents.ts";
import type { Db } from "./database.ts";
import { factorStore } from "./factors.ts";
import { failureStore } from "./failures.ts";
import { hourlyCountStore } from "./hourly-counts.ts";
import { interactionStore } from "./interactions.ts";
import { messageStore } from "./messages.ts";
import { passkeyStore } from "./passkeys.ts";
import { personDataStore } from "./person/person-data.ts";
import { pictureStore } from "./pictures.ts";
import { scopeStore } from "./scopes.ts";
import { sessionStore } from "./sessions.ts";
import { settingStore } from "./settings.ts";
import { testerStore } from "./testers.ts";
import { trustedDeviceStore } from "./trusted-devices.ts";
import { userStore } from "./users.ts";

export function repositories(db: Db): Repositories {
  return {
    users: userStore(db),
    clients: clientStore(db),
    testers: testerStore(db),
    scopes: scopeStore(db),
    consents: consentStore(db),
    authorizations: authorizationStore(db),
    sessions: sessionStore(db),
    factors: factorStore(db),
    passkeys: passkeyStore(db),
    trustedDevices: trustedDeviceStore(db),
    interactions: interactionStore(db),
    challenges: challengeStore(db),
    messages: messageStore(db),
    settings: settingStore(db),
    audit: auditStore(db),
    pictures: pictureStore(db),
    personData: personDataStore(db),
    allowances: allowanceStore(db),
    hourlyCounts: hourlyCountStore(db),
    failures: failureStore(db),
  };
}
