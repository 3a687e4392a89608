import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type { Page } from "./visitor.ts";

/** What the page's form asks the browser for. */
interface Options {
  readonly challenge: string;
  readonly user?: { readonly id: string };
}

/** What a forger changes. */
export interface Forgery {
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  readonly challenge?: string;
  readonly userVerified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string | null;
  readonly signature?: string;
  /** The attestation brings a certificate. */
  readonly certificate?: boolean;
}

const sha256 = (data: Uint8Array | string) => createHash("sha256").update(data).digest();
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

/** The argument of `navigator.credentials` that a page's passkey form carries. */
export function optionsOf(page: Page): Options {
  const json = /data-passkey="[a-z]+" data-options="([^"]*)"/.exec(page.text)?.[1] ?? "";
  return JSON.parse(json.replaceAll("&quot;", '"').replaceAll("&amp;", "&")) as Options;
}

function cborText(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
}

function cborBytes(value: Uint8Array): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(value.length);
  return Buffer.concat([Buffer.from([0x59]), length, value]);
}

/** An authenticator written out (WebAuthn §6), for tests that no browser would take part in. */
export class SoftPasskey {
  readonly id = randomBytes(16);
  counter = 0;
  #userHandle = "";
  readonly #origin: string;
  readonly #private: KeyObject;
  readonly #cose: Buffer;

  constructor(origin: string) {
    this.#origin = origin;
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { x = "", y = "" } = publicKey.export({ format: "jwk" }) as { x?: string; y?: string };
    this.#private = privateKey;
    const head = Buffer.from("a5010203262001215820", "hex");
    const middle = Buffer.from("225820", "hex");
    this.#cose = Buffer.concat([head, Buffer.from(x, "base64url"), middle, Buffer.from(y, "base64url")]);
  }

  #clientData(type: string, challenge: string, forgery: Forgery): Buffer {
    const facts = { type, challenge, origin: this.#origin, crossOrigin: false };
    const { origin = facts.origin } = forgery;
    return Buffer.from(
      JSON.stringify({
        ...facts,
        origin,
        type: forgery.type ?? type,
        challenge: forgery.challenge ?? challenge,
      }),
    );
  }

  #authenticatorData(flags: number, attested: Uint8Array, forgery: Forgery): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(forgery.counter ?? this.counter);
    const verified = forgery.userVerified === false ? 0 : 0x04;
    const rpId = forgery.rpId ?? new URL(this.#origin).hostname;
    return Buffer.concat([sha256(rpId), Buffer.from([flags + verified]), counter, attested]);
  }

  #credential(response: object): string {
    const id = text(this.id);
    return JSON.stringify({ id, rawId: id, type: "public-key", response });
  }

  /** What the browser answers when asked to make a passkey. */
  create({ challenge, user }: Options, forgery: Forgery = {}): string {
    this.#userHandle = user?.id ?? "";
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, this.#cose]);
    const authData = this.#authenticatorData(0x41, attested, forgery);
    const statement = forgery.certificate
      ? Buffer.concat([Buffer.from([0xa1]), cborText("x5c"), Buffer.from([0x81]), cborBytes(randomBytes(64))])
      : Buffer.from([0xa0]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      cborText("fmt"),
      cborText(forgery.certificate ? "packed" : "none"),
      cborText("attStmt"),
      statement,
      cborText("authData"),
      cborBytes(authData),
    ]);
    const clientDataJSON = text(this.#clientData("webauthn.create", challenge, forgery));
    return this.#credential({
      clientDataJSON,
      attestationObject: text(attestationObject),
      transports: ["internal"],
    });
  }

  /** What the browser answers when asked for a passkey. */
  get({ challenge }: Options, forgery: Forgery = {}): string {
    const clientData = this.#clientData("webauthn.get", challenge, forgery);
    const authData = this.#authenticatorData(0x01, Buffer.alloc(0), forgery);
    const signed = sign("sha256", Buffer.concat([authData, sha256(clientData)]), this.#private);
    const { userHandle = this.#userHandle } = forgery;
    return this.#credential({
      clientDataJSON: text(clientData),
      authenticatorData: text(authData),
      signature: forgery.signature ?? text(signed),
      ...(userHandle === null ? {} : { userHandle }),
    });
  }
}
