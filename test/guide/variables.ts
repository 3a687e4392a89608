import type { ApiSeed, IssueOptions } from "../support/api-seed.ts";
import { Application, createPerson, type Person, type Tokens } from "../support/application.ts";
import { aClient } from "../support/records.ts";
import { Visitor } from "../support/visitor.ts";

type Values = Readonly<Record<string, string>>;

/** What a reader of the documentation has in the variables that its commands name. */
export class Variables {
  readonly #seed: ApiSeed;
  readonly #application: Application;
  readonly #machine: Application;
  readonly #person: Person;
  readonly #visitor: Visitor;

  private constructor(seed: ApiSeed, application: Application, machine: Application, person: Person) {
    this.#seed = seed;
    this.#application = application;
    this.#machine = machine;
    this.#person = person;
    this.#visitor = new Visitor(seed.server.origin);
  }

  static async prepare(seed: ApiSeed): Promise<Variables> {
    await seed.server.cli("scope", "create", "server-operations");
    const machine = { grants: ["client_credentials"], scopes: ["server-operations"] };
    const [application, program, person] = await Promise.all([
      Application.register(seed.server),
      Application.register(seed.server, machine),
      createPerson(seed.server),
    ]);
    await seed.decide(aClient({ id: application.clientId }), "detail-user", "approved");
    return new Variables(seed, application, program, person);
  }

  get application(): Application {
    return this.#application;
  }

  /** Fresh values for those variables that a script names. */
  async valuesFor(script: string): Promise<Values> {
    const names = [...script.matchAll(/\$([A-Z][A-Z_]+)/g)].map(([, name = ""]) => name);
    const values: Record<string, string> = {};
    for (const name of new Set(names)) Object.assign(values, await this.#value(name));
    return values;
  }

  /** An application marked for rehearsals. */
  async rehearsing(): Promise<{ readonly TEST_ID: string; readonly TEST_SECRET: string }> {
    const { server } = this.#seed;
    const { clientId, clientSecret = "" } = await Application.register(server);
    await server.cli("client", "update", clientId, "--test", "on");
    return { TEST_ID: clientId, TEST_SECRET: clientSecret };
  }

  async #token(name: string, options: IssueOptions): Promise<Values> {
    return { [name]: (await this.#seed.approvedToken(options)).token };
  }

  async #value(name: string): Promise<Values> {
    const { clientId, clientSecret = "", codeVerifier } = this.#application;
    switch (name) {
      case "ISSUER":
        return { ISSUER: this.#seed.server.origin };
      case "TEST_ID":
      case "TEST_SECRET":
        return this.rehearsing();
      case "DETAILS_TOKEN":
        return this.#token(name, { scopes: ["view-user", "detail-user"] });
      case "EDIT_TOKEN":
        return this.#token(name, { scopes: ["edit-user"] });
      case "WHATSAPP_TOKEN":
        return this.#token(name, {
          user: await this.#seed.user({ email: null, phoneNumber: "+6281234567890" }),
        });
      case "ADMIN_TOKEN":
        return this.#token(name, { scopes: ["admin"], user: await this.#seed.user({ role: "admin" }) });
      case "UNAPPROVED_TOKEN":
        return { [name]: (await this.#seed.token({ scopes: ["detail-user"] })).token };
      case "CLIENT_ID":
      case "CLIENT_SECRET":
        return { CLIENT_ID: clientId, CLIENT_SECRET: clientSecret };
      case "MACHINE_ID":
      case "MACHINE_SECRET":
        return { MACHINE_ID: this.#machine.clientId, MACHINE_SECRET: this.#machine.clientSecret ?? "" };
      case "CODE": {
        const back = await this.#application.authorize(this.#visitor, this.#person);
        return { CODE: back.searchParams.get("code") ?? "", CODE_VERIFIER: codeVerifier };
      }
      case "ACCESS_TOKEN":
      case "REFRESH_TOKEN": {
        const tokens: Tokens = await this.#application.signIn(this.#visitor, this.#person);
        return { ACCESS_TOKEN: tokens.access_token, REFRESH_TOKEN: tokens.refresh_token ?? "" };
      }
      default:
        return {};
    }
  }
}
