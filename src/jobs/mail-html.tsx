import type { Child } from "hono/jsx";
import type { Brand } from "../ui/brand.ts";
import { tokenColour } from "../ui/tokens.ts";
import type { MessageContent } from "../web/message.ts";

/** The logo travels with the mail: mailboxes load nothing from elsewhere, and nobody learns who read it. */
export const logoId = "logo@brand";

const font =
  "font-family: system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; font-size: 16px; line-height: 1.5";

/** A line that is a link and nothing else becomes one; nothing within a sentence does. */
function Line({ line, colour }: { readonly line: string; readonly colour: string }) {
  const link = /^https?:\/\/\S+$/.test(line);
  if (!link) return <>{line}</>;
  return (
    <a href={line} style={`color: ${colour}; word-break: break-all`}>
      {line}
    </a>
  );
}

function paragraphs(text: string, colour: string): Child[] {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => (
      <p dir="auto" style="margin: 0 0 16px">
        {paragraph.split("\n").map((line, index) => (
          <>
            {index > 0 && <br />}
            <Line line={line} colour={colour} />
          </>
        ))}
      </p>
    ));
}

/** The same message for mailboxes that show colours; null where the operator chose nothing to show. The text stays what counts. */
export function mailHtml(
  { text }: Pick<MessageContent, "text">,
  { name, palette, logo }: Brand,
): string | null {
  if (!palette && !logo) return null;
  const colour = palette?.light.brand ?? tokenColour("brand", "light");
  const [ink, card] = [tokenColour("ink", "light"), tokenColour("card", "light")];
  const html = (
    <div style={`padding: 24px; ${font}; color: ${ink}; background: ${card}`}>
      <p
        dir="auto"
        style={`margin: 0 0 24px; padding: 0 0 12px; border-bottom: 3px solid ${colour}; font-weight: 600`}
      >
        {logo && <img src={`cid:${logoId}`} alt="" width="32" height="32" style="vertical-align: middle" />}{" "}
        {name}
      </p>
      {paragraphs(text, colour)}
    </div>
  );
  return String(html);
}
