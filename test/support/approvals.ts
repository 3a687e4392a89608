import type { Approval } from "../../src/storage/port/clients.ts";
import { type Portal, registerApplication, type SignedInPerson, send } from "./portal.ts";
import type { Page, Visitor } from "./visitor.ts";

/** The sensitive scope that these tests are about. */
export const scope = "detail-user";

export function asking(id: string): string {
  return `/developer/applications/${id}/approvals/${scope}`;
}

export function deciding(id: string): string {
  return `/admin/approvals/${id}/${scope}`;
}

/** What a developer writes when asking. */
export const request = {
  privacy_policy_url: "https://app.example.com/privacy",
  purpose: "Fill in the delivery address.\nNothing else.",
  security_measures: "Encrypted at rest",
  compliance_notes: "UU PDP 27/2022",
  contact: "Ayu, privasi@app.example.com",
};

export interface Asked extends SignedInPerson {
  readonly id: string;
  readonly page: Page;
}

/** A developer of their own with an application, who has asked for approval. */
export async function asked(portal: Portal, change: Readonly<Record<string, string>> = {}): Promise<Asked> {
  const developer = await portal.somebody("user", 0, { locale: "en" });
  const { id } = await registerApplication(developer.browser, { "scope.detail-user": "on" });
  const form = await developer.browser.get(asking(id));
  const page = await send(developer.browser, form, { ...request, ...change });
  return { ...developer, id, page };
}

export async function decide(browser: Visitor, id: string, decision: string, note = ""): Promise<Page> {
  return send(browser, await browser.get(deciding(id)), { decision, note });
}

export function approvalOf(portal: Portal, id: string): Promise<Approval | undefined> {
  return portal.seed.storage.committed.clients.approval(id, scope);
}
