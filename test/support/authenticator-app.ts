import { setTimeout as sleep } from "node:timers/promises";
import { hotp, totpStep } from "../../src/identity/totp.ts";

/** Milliseconds between showing a code and its arrival at the server. */
const margin = 4000;

/** RFC 4648 §6, the way an authenticator app reads a key. */
function bytesOf(key: string): Uint8Array {
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...key].map((letter) => digits.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** An authenticator app on somebody's phone; it shows a new code each time it is asked, as if time had passed. */
export class AuthenticatorApp {
  readonly #secret: Uint8Array;
  #last = 0;

  constructor(key: string) {
    this.#secret = bytesOf(key);
  }

  /** The code of this moment, `skew` steps of 30 seconds away. */
  codeAt(skew: number): string {
    return hotp(this.#secret, totpStep(Date.now()) + skew);
  }

  /**
   * A code that was not shown yet and is accepted now and for some seconds: three follow each other at once, then half a
   * minute has to pass.
   */
  async next(): Promise<string> {
    const now = () => totpStep(Date.now());
    while (totpStep(Date.now() + margin) > now()) await sleep(200);
    const step = Math.max(this.#last + 1, now() - 1);
    while (step > now() + 1) await sleep(200);
    this.#last = step;
    return hotp(this.#secret, step);
  }

  /** A code of the right form that is none of the accepted ones. */
  wrong(): string {
    const right = [-2, -1, 0, 1, 2].map((skew) => this.codeAt(skew));
    const candidates = ["000000", "111111", "222222", "333333", "444444", "555555"];
    return candidates.find((code) => !right.includes(code)) ?? "666666";
  }
}
