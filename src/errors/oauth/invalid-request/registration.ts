import type { ReasonDefinitions } from "../../definition.ts";

/** Shown to the person and never redirected: as long as these are wrong, nobody knows where a redirect would lead. */
export const registrationReasons = {
  client_unknown: {
    hint: "Check client_id against the application's registration on this server.",
    places: ["page"],
    fixableBy: "app_developer",
    retryable: false,
    description: "No application with this client_id is registered here.",
    cause:
      "The `client_id` belongs to another environment (test and production each have their own), was cut off or wrapped in quotation marks when it was copied, or the application was deleted.",
    resolution:
      "Copy `client_id` from the registration on this very server (it is a UUID, such as `0b6f1c1e-...`), and check that the base URL and the id belong together.",
    prevention:
      "Keep base URL, `client_id` and `client_secret` of one environment together in one place, and let the application refuse to start when one is empty.",
    retry: "No, not before `client_id` is corrected.",
    page: {
      title: "We do not know this application",
      sentence:
        "The application that sent you here is not registered with us, or it gave a wrong name for itself. You did nothing wrong. Please go back, and tell the makers of the application; only they can mend it.",
      wayOn: "home",
    },
  },
  redirect_uri_missing: {
    hint: "Send redirect_uri exactly as it is registered.",
    places: ["page"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The parameter redirect_uri is missing, so there is no address to return to.",
    cause:
      "The setting with the callback address is empty, or the parameter is misspelt (`redirect_url`, `callback`, `redirectUri`). It is required even when only one address is registered.",
    resolution:
      "Send `redirect_uri` with the full registered address, encoded once: `redirect_uri=https%3A%2F%2Fapp.example%2Fcallback`.",
    prevention: "Build the URL with an OAuth library or with `URLSearchParams`.",
    retry: "No, not before `redirect_uri` is sent.",
    page: {
      title: "The application did not say where you come from",
      sentence:
        "To bring you back after signing in, we need the address of the application, and it did not send one. You did nothing wrong. Please tell the makers of the application; only they can mend it.",
      wayOn: "home",
    },
  },
  redirect_uri_not_registered: {
    hint: "Register this redirect_uri, or send one that is registered, character for character. What differs: {difference}.",
    places: ["page"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The redirect_uri is not one of those registered for this application.",
    cause:
      "The two must be equal character for character. Typical differences: a slash at the end, `http` for `https`, `localhost` for `127.0.0.1`, a port, `www.` in front, capital letters in the path, a query added to it, or a new preview address of the hosting service. Behind a proxy, frameworks often build `http://` although people use `https://`.",
    resolution:
      "The page shows the address that came and the kind of difference. If the address is yours, add it to the registration exactly so; otherwise correct the setting of the application. Never register an address you do not know: somebody may be trying to catch sign-ins.",
    prevention:
      "Write the callback address into the configuration of each environment instead of computing it from the request, and register all of them (several are allowed).",
    retry: "No, not before the address is registered or corrected.",
    page: {
      title: "We cannot send you back to this address",
      sentence:
        "The application asked us to send you to an address that its makers have not registered with us. To protect you we stop here. You did nothing wrong; please tell the makers of the application, only they can mend it.",
      wayOn: "home",
    },
  },
} as const satisfies ReasonDefinitions;
