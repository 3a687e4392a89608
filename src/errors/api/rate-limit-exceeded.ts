import type { CodeDefinition } from "../definition.ts";

export const rateLimitExceeded = {
  code: "rate_limit_exceeded",
  family: "api",
  status: 429,
  description: "More requests came than the limit allows; the counter begins anew after a while.",
  resolution:
    "Wait as many seconds as `Retry-After` (and `retry_after` in the body) says, then go on more slowly. `X-RateLimit-Remaining` on every answer tells how many are left.",
  message: "Too many requests. Please try again later.",
  reasons: {
    rate_limited: {
      hint: "Wait the seconds of Retry-After, then send fewer requests.",
      places: ["api", "page"],
      fixableBy: "app_developer",
      retryable: true,
      retryAfter: 60,
      description: "Too many requests in a short time.",
      cause:
        "The profile is fetched on every page view instead of once per session, a loop repeats a failing call without a pause, or many calls with a dead token come from one address. The usual limit is 100 a minute for each access token.",
      resolution:
        "Wait for `Retry-After`. Keep the answer of `GET /api/user` in the session, and stop repeating calls that were answered with 401 or 403.",
      prevention:
        "Read `X-RateLimit-Remaining` and `X-RateLimit-Reset` and slow down before the limit. For many people at once, spread the calls.",
      retry: "Yes, after `Retry-After`. Sooner attempts are refused as well.",
      page: {
        title: "Too many attempts",
        sentence:
          "There were too many attempts in a short time, so we pause to keep accounts safe. Nothing is wrong with your account. Please wait a little and try again.",
        wayOn: "try_again",
      },
    },
    too_many_codes: {
      hint: "Sign in with a passkey or in a browser you trust, or wait the seconds of Retry-After.",
      places: ["page"],
      fixableBy: "person",
      retryable: true,
      retryAfter: 86_400,
      description: "Too many wrong codes were given for one account within a day.",
      cause:
        "After the right password, wrong codes were typed again and again: the clock of the phone is wrong, the code is of another account in the authenticator app, or somebody who knows the password is guessing. Ten a day are taken, whichever way they come.",
      resolution:
        "Sign in with a passkey, or in a browser that was told to remember you: neither needs a code. Otherwise wait. If it was not you, somebody knows your password: choose a new one.",
      prevention:
        "Let the phone set its clock by itself, keep the recovery codes at hand, and register a passkey as another way in.",
      retry: "Yes, after `Retry-After`. Right codes are refused until then as well.",
      page: {
        title: "Too many wrong codes",
        sentence:
          "Many wrong codes were typed for this account, so we take no more until tomorrow. A passkey still works, and so does a browser that you told us to remember. If it was not you who typed them, somebody knows your password: please choose a new one.",
        wayOn: "sign_in",
      },
    },
    codes_rate_limited: {
      hint: "Wait the seconds of Retry-After, then ask for one code and wait until it arrives.",
      places: ["page"],
      fixableBy: "person",
      retryable: true,
      retryAfter: 900,
      description: "Too many codes were asked for, for one address or number or from one connection.",
      cause:
        "Somebody asked again while the message was still on its way, mistyped the number several times, or many people share one connection. At most three codes are sent in a quarter of an hour and ten a day.",
      resolution:
        "Wait for `Retry-After`; a code that came within the last ten minutes still works on the page that asked for it. Where the page offers it, write to the business number first: that is not affected.",
      prevention: "Wait a minute for the message before asking again, and look at the number first.",
      retry: "Yes, after `Retry-After`. Sooner requests send nothing.",
      page: {
        title: "Please wait before you ask for another code",
        sentence:
          "Several codes were asked for in a short time, so we pause before sending another. Nothing is wrong with your account. A code that came in the last minutes still works where you asked for it.",
        wayOn: "sign_in",
      },
    },
    details_rate_limited: {
      hint: "Wait the seconds of Retry-After, then ask for details less often; keep the answer in your session.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: true,
      retryAfter: 60,
      message: "Too many requests to sensitive endpoints. Please try again later.",
      description: "Too many requests for detailed user data in a short time.",
      cause:
        "`GET /api/user/details` has a limit of its own, usually 50 a minute for each access token, because its data is sensitive. Something asks for it again and again.",
      resolution:
        "Wait for `Retry-After`, then ask once and keep the answer as long as the person is signed in.",
      prevention:
        "Use `GET /api/user` where name and picture are enough, and details only where they are shown.",
      retry: "Yes, after `Retry-After`. The limit of `GET /api/user` is not affected.",
    },
  },
} as const satisfies CodeDefinition;
