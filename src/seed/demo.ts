import { randomUUID } from "node:crypto";
import type { Entropy } from "../protocol/ambient.ts";
import { generateSecret } from "../protocol/client-authentication/secret.ts";

export interface DemoAccount {
  readonly role: string;
  readonly name: string;
  /** What is typed on the sign-in page. */
  readonly identifier: string;
  readonly password: string;
}

/** The demo as it is kept beside the database: accounts and applications with their secrets in the clear. */
export interface Demo {
  readonly accounts: {
    readonly admin: DemoAccount;
    readonly user: DemoAccount;
    readonly whatsapp: DemoAccount;
  };
  readonly clients: {
    readonly confidential: { readonly clientId: string; readonly clientSecret: string };
    readonly public: { readonly clientId: string };
  };
}

const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Four groups of four, easy to read and to type: 79 bits. */
function readablePassword(entropy: Entropy): string {
  const letters = Array.from(entropy(16), (byte) => alphabet.charAt(byte % alphabet.length)).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** The demo of a new installation: random secrets, always the same people. */
export function newDemo(entropy: Entropy): Demo {
  const account = (role: string, name: string, identifier: string): DemoAccount => ({
    role,
    name,
    identifier,
    password: readablePassword(entropy),
  });
  return {
    accounts: {
      admin: account("admin", "Aisyah Rahman", "admin@demo.example"),
      user: account("user", "Budi Santoso", "budi@demo.example"),
      whatsapp: account("whatsapp-only user", "Citra Dewi", "+6281234567801"),
    },
    clients: {
      confidential: { clientId: randomUUID(), clientSecret: generateSecret(entropy) },
      public: { clientId: randomUUID() },
    },
  };
}
