/** A page without what is different each time: form tokens, passkey challenges, request ids. */
export function unchanging(html: string): string {
  return html
    .replaceAll(/name="csrf" value="[^"]+"/g, "CSRF")
    .replaceAll(/challenge&quot;:&quot;[\w-]+/g, "CHALLENGE")
    .replaceAll(/[0-9a-f]{32}/g, "REQUEST");
}
