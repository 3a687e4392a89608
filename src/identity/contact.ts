import { createRequire } from "node:module";
import { domainToASCII } from "node:url";
import type { parsePhoneNumberFromString } from "libphonenumber-js/min";

const longest = 254;
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const readableDomain = /^[\p{L}\p{M}\p{N}.-]+$/u;
const asciiDomain =
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:xn--[a-z0-9-]{1,58}[a-z0-9]|[a-z]{2,63})$/;

/**
 * An e-mail address as it is stored and written to: blanks around it removed, the domain in lower-case ASCII (IDNA), the
 * part before the `@` as given. Undefined for everything but a plain address of at most 254 characters: RFC 5321's
 * quoted strings, comments and address literals, which mail programs read in different ways, are refused.
 */
export function normaliseEmail(text: string): string | undefined {
  if (text.length > longest + 20) return undefined;
  const [local = "", domain = "", ...more] = text.trim().split("@");
  if (more.length > 0 || local.length > 64 || !localPart.test(local)) return undefined;
  const host = readableDomain.test(domain) ? domainToASCII(domain) : "";
  if (host.length > 253 || !asciiDomain.test(host)) return undefined;
  const address = `${local}@${host}`;
  return address.length <= longest ? address : undefined;
}

/** Digits of any script, and what people put between them. */
const phoneShape = /^[+＋]?[\p{Nd}\p{Zs}\p{Pd}().]{5,30}$/u;
/** Copying a contact brings invisible direction marks along. */
const invisible = /\p{Cf}/gu;
const require = createRequire(import.meta.url);

interface PhoneLibrary {
  readonly parsePhoneNumberFromString: typeof parsePhoneNumberFromString;
}

// Loaded by the first number that comes: its tables cost some 90 ms and 19 MB that a start need not pay.
let library: PhoneLibrary | undefined;
function phoneLibrary(): PhoneLibrary {
  library ??= require("libphonenumber-js/min") as PhoneLibrary;
  return library;
}

/** Could a person mean a phone number by this? */
function looksLikePhone(text: string): boolean {
  return text.length <= 40 && phoneShape.test(text.replace(invisible, "").trim());
}

/** The number in E.164 (`+62…`); without a country code it is Indonesian (`08…`). Undefined when no such number can exist. */
export function normalisePhone(text: string): string | undefined {
  if (!looksLikePhone(text)) return undefined;
  const number = phoneLibrary().parsePhoneNumberFromString(text.replace(invisible, "").trim(), {
    defaultCountry: "ID",
    extract: false,
  });
  return number?.isValid() ? number.number : undefined;
}

/** A number in E.164 as people write it, with its country and in one piece: they look whether it is right. */
export function readableNumber(e164: string): string {
  return (
    phoneLibrary().parsePhoneNumberFromString(e164)?.formatInternational().replaceAll(" ", "\u00a0") ?? e164
  );
}

export type UsernameProblem = "too_short" | "too_long" | "characters" | "no_letter" | "reserved";

/** Names by which somebody could pass for the service, its staff or one of its pages. */
const reserved = new Set(
  `about abuse account accounts admin administrator administrators admins anonymous api auth billing consent contact
  dashboard demo dev developer developers docs error everyone guest help helpdesk home hostmaster id identity info
  kontak layanan login logout mail me moderator mubarokah mubarokahid nobody noreply null oauth official
  operator owner password pengurus postmaster privacy public register resmi root security server service settings signin
  signout signup sso staff staf status storage support system team tim undefined user users webmaster whatsapp www`.split(
    /\s+/,
  ),
);

/** Usernames are lower case; people may type them otherwise. */
export function normaliseUsername(text: string): string {
  return text.trim().toLowerCase();
}

/** What is wrong with a (normalised) username: 3–30 of `a-z0-9_.` with a letter, and none that is reserved, dotted or not. */
export function usernameProblem(username: string): UsernameProblem | undefined {
  if (username.length < 3) return "too_short";
  if (username.length > 30) return "too_long";
  if (!/^[a-z0-9_.]+$/.test(username)) return "characters";
  if (!/[a-z]/.test(username)) return "no_letter";
  return reserved.has(username.replace(/[_.]/g, "")) ? "reserved" : undefined;
}

/** What somebody signs in with, ready to be looked up. */
export interface Identifier {
  readonly kind: "email" | "username" | "phone";
  readonly value: string;
}

/**
 * Tells an e-mail address, a phone number and a username apart; undefined when it is none of them. Without guessing: an
 * address has an `@`, a number no letter, a username has one.
 */
export function identifierKind(text: string): Identifier | undefined {
  if (text.includes("@")) return identifier("email", normaliseEmail(text));
  if (looksLikePhone(text)) return identifier("phone", normalisePhone(text));
  const username = normaliseUsername(text);
  return /^[a-z0-9_.]{3,30}$/.test(username) ? { kind: "username", value: username } : undefined;
}

function identifier(kind: Identifier["kind"], value: string | undefined): Identifier | undefined {
  return value === undefined ? undefined : { kind, value };
}
