import { type Argon2Algorithm, argon2 } from "node:crypto";

/** Cost of one hash: `memory` in KiB, `passes` over it, `parallelism` lanes (RFC 9106 §3.1). */
export interface HashCost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** A stored password hash, read from its PHC string. */
export interface PasswordHash extends HashCost {
  readonly algorithm: Argon2Algorithm;
  readonly salt: Uint8Array;
  readonly tag: Uint8Array;
}

const phc =
  /^\$(argon2id|argon2i|argon2d)\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,128})\$([A-Za-z0-9+/]{6,172})$/;

/** What a stored hash may cost at most: an imported one must not take a server's memory away. */
const most: HashCost = { memory: 262_144, passes: 20, parallelism: 16 };

/** Undefined for what this server cannot verify: another algorithm or version, or costs beyond all measure. */
export function parsePasswordHash(text: string): PasswordHash | undefined {
  const [, algorithm, memory, passes, parallelism, salt = "", tag = ""] = phc.exec(text) ?? [];
  if (algorithm === undefined) return undefined;
  const parsed: PasswordHash = {
    algorithm: algorithm as Argon2Algorithm,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, "base64"),
    tag: Buffer.from(tag, "base64"),
  };
  return isAffordable(parsed) ? parsed : undefined;
}

function isAffordable({ memory, passes, parallelism }: HashCost): boolean {
  const enough = passes >= 1 && parallelism >= 1 && memory >= 8 * parallelism;
  return enough && memory <= most.memory && passes <= most.passes && parallelism <= most.parallelism;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replaceAll("=", "");
}

/** The PHC string that is stored. */
export function formatPasswordHash(hash: PasswordHash): string {
  const { algorithm, memory, passes, parallelism, salt, tag } = hash;
  return `$${algorithm}$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Computes the tag on the thread pool. */
export function computeTag(
  password: string,
  hash: Omit<PasswordHash, "tag">,
  tagLength: number,
): Promise<Uint8Array> {
  const { algorithm, memory, passes, parallelism, salt } = hash;
  // NIST SP 800-63B-4 §3.1.1.2: the same characters typed on another keyboard are the same password.
  const message = password.normalize("NFKC");
  const parameters = { message, nonce: salt, memory, passes, parallelism, tagLength };
  return new Promise((resolve, reject) => {
    argon2(algorithm, parameters, (error, tag) => (error ? reject(error) : resolve(tag)));
  });
}
