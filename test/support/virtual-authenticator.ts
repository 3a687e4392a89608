import type { CDPSession, Page } from "playwright-core";

/** What the device is and does, in the words of the DevTools protocol. */
export interface DeviceOptions {
  readonly hasUserVerification?: boolean;
  /** What the person does when asked for fingerprint or PIN. */
  readonly isUserVerified?: boolean;
  readonly transport?: "internal" | "usb";
  /** False: nobody touches it until `touch`. */
  readonly automaticPresenceSimulation?: boolean;
}

/** An authenticator of Chromium that needs no hardware: it signs with real keys. */
export class VirtualAuthenticator {
  readonly #session: CDPSession;
  readonly #id: string;

  private constructor(session: CDPSession, id: string) {
    this.#session = session;
    this.#id = id;
  }

  static async plugInto(page: Page, options: DeviceOptions = {}): Promise<VirtualAuthenticator> {
    const session = await page.context().newCDPSession(page);
    await session.send("WebAuthn.enable");
    const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: options.transport ?? "internal",
        hasResidentKey: true,
        hasUserVerification: options.hasUserVerification ?? true,
        isUserVerified: options.isUserVerified ?? true,
        automaticPresenceSimulation: options.automaticPresenceSimulation ?? true,
      },
    });
    return new VirtualAuthenticator(session, authenticatorId);
  }

  async credentials() {
    const { credentials } = await this.#session.send("WebAuthn.getCredentials", {
      authenticatorId: this.#id,
    });
    return credentials;
  }

  /** From now on somebody else tries: fingerprint and PIN fail, or not. */
  async recognises(isUserVerified: boolean): Promise<void> {
    await this.#session.send("WebAuthn.setUserVerified", { authenticatorId: this.#id, isUserVerified });
  }

  /** Puts a passkey into the device, for example one copied from elsewhere with the counter it had then. */
  async add(credential: Awaited<ReturnType<VirtualAuthenticator["credentials"]>>[number]): Promise<void> {
    await this.#session.send("WebAuthn.addCredential", { authenticatorId: this.#id, credential });
  }

  async remove(): Promise<void> {
    await this.#session.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId: this.#id });
  }
}
