/**
 * Lets the forms marked `data-passkey` be answered by a passkey: the browser's answer goes into the hidden field
 * `credential`, and the form is sent like any other. Everything it needs stands in the page.
 */

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
function toBytes(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** @param {ArrayBuffer} buffer */
function toText(buffer) {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {{ id: string }[]} [list] */
function descriptors(list) {
  return (list ?? []).map((entry) => ({ ...entry, id: toBytes(entry.id) }));
}

/** The JSON of the page as the browser wants it. @param {HTMLFormElement} form */
function optionsOf(form) {
  const json = JSON.parse(form.dataset.options ?? "{}");
  const options = { ...json, challenge: toBytes(json.challenge) };
  if (json.user) options.user = { ...json.user, id: toBytes(json.user.id) };
  if (json.allowCredentials) options.allowCredentials = descriptors(json.allowCredentials);
  if (json.excludeCredentials) options.excludeCredentials = descriptors(json.excludeCredentials);
  return options;
}

/** The parts of the answer that are bytes, by name. @param {AuthenticatorResponse} response */
function partsOf(response) {
  /** @type {Record<string, unknown>} */
  const parts = {};
  for (const name of [
    "clientDataJSON",
    "authenticatorData",
    "signature",
    "userHandle",
    "attestationObject",
  ]) {
    const value = Reflect.get(response, name);
    if (value instanceof ArrayBuffer && value.byteLength > 0) parts[name] = toText(value);
  }
  if (response instanceof AuthenticatorAttestationResponse) {
    parts.transports = response.getTransports?.() ?? [];
  }
  return parts;
}

/** What waits for somebody to pick a passkey from the list under the field; a press on the button takes its place. */
let waiting = new AbortController();

/** @param {HTMLFormElement} form @param {CredentialMediationRequirement} mediation */
async function answer(form, mediation) {
  waiting.abort();
  waiting = new AbortController();
  const request = { publicKey: optionsOf(form), mediation, signal: waiting.signal };
  const credential =
    form.dataset.passkey === "create"
      ? await navigator.credentials.create(request)
      : await navigator.credentials.get(request);
  if (!(credential instanceof PublicKeyCredential)) throw new Error("no passkey");
  const { id, rawId, type, response } = credential;
  const field = form.elements.namedItem("credential");
  if (!(field instanceof HTMLInputElement)) throw new Error("no field");
  field.value = JSON.stringify({ id, rawId: toText(rawId), type, response: partsOf(response) });
  form.submit();
}

/** @param {HTMLFormElement} form @param {boolean} failed */
function tell(form, failed) {
  const problem = form.querySelector(".problem");
  if (problem instanceof HTMLElement) problem.hidden = !failed;
}

/** @param {HTMLFormElement} form */
async function offerWhileTyping(form) {
  const possible = await PublicKeyCredential.isConditionalMediationAvailable?.();
  if (possible) await answer(form, "conditional");
}

/** @param {HTMLFormElement} form */
function activate(form) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tell(form, false);
    answer(form, "optional").catch(() => tell(form, true));
  });
  // Whoever types a password instead lets this wait in vain; that is no failure to tell about.
  if (form.dataset.autofill) offerWhileTyping(form).catch(() => {});
}

if (typeof PublicKeyCredential === "function") {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (form instanceof HTMLFormElement) activate(form);
  }
}
