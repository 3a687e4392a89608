const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** Laravel Passport numbered applications before it had UUIDs; those keep their numbers. */
const imported = /^[1-9]\d{0,17}$/;

/** Whether a text is a `client_id` as this server makes them, in the letter case that it was registered in. */
export function isNewClientId(text: string | undefined): text is string {
  return text !== undefined && uuid.test(text);
}

/** Whether a text can be a `client_id` of this server: one of its own, or the number of an application that was imported. */
export function isClientId(text: string | undefined): text is string {
  return text !== undefined && (uuid.test(text) || imported.test(text));
}
