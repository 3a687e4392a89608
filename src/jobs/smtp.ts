import type { SendMailOptions as Mail, Transporter } from "nodemailer";
import type { SMTPError } from "nodemailer/lib/smtp-connection/index.js";
import type { Brand } from "../ui/brand.ts";
import type { MessageContent } from "../web/message.ts";
import { logoId, mailHtml } from "./mail-html.tsx";
import type { Attempt, Transport } from "./transport.ts";

const timeouts = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
  dnsTimeout: 10_000,
};
/** A server that answers a byte now and then passes every timeout above. */
const deadline = 45_000;

/** Where a server's no is about this message or recipient; elsewhere the operator can mend it (sender, password, certificate). */
const aboutTheMessage = new Set(["RCPT TO", "DATA"]);

function failedAttempt(error: unknown): Attempt {
  const { code = "EUNKNOWN", responseCode: status, command = "" } = error as SMTPError;
  const permanent = status !== undefined && status >= 500 && aboutTheMessage.has(command);
  return { outcome: permanent ? "refused" : "failed", facts: { code, status } };
}

function within<Result>(limit: number, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(Object.assign(new Error("Too slow"), { code: "EDEADLINE" })),
      limit,
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Sends through the server that `url` names (`smtp://user:password@host:587`, `smtps://…`), from `from`, looking like `brand`. */
export function smtpTransport(url: string, from: string, brand?: Brand): Transport {
  let transporter: Promise<Transporter> | undefined;
  const connect = async () => {
    // Imported by the first mail: a server that has nothing to send starts quicker and smaller.
    const { createTransport } = await import("nodemailer");
    return createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  };
  return {
    async send(messageId, { to, ...content }) {
      const { subject, text } = content;
      try {
        transporter ??= connect();
        const message = {
          from,
          to: { name: "", address: to },
          subject,
          text,
          ...(brand && appearance(content, brand)),
          messageId: `<${messageId}@${hostOf(from)}>`,
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
        };
        await within(deadline, (await transporter).sendMail(message));
        return { outcome: "sent" };
      } catch (error) {
        return failedAttempt(error);
      }
    },
  };
}

/** What a mailbox may show beside the text. */
function appearance(content: MessageContent, brand: Brand): Pick<Mail, "html" | "attachments"> {
  const html = mailHtml(content, brand);
  if (html === null) return {};
  if (!brand.logo) return { html };
  const { type, bytes } = brand.logo;
  const filename = `logo.${type.replace("image/", "")}`;
  return {
    html,
    attachments: [{ cid: logoId, filename, content: Buffer.from(bytes), contentType: type }],
  };
}

function hostOf(from: string): string {
  return /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? "localhost";
}
