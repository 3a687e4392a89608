import type { Child } from "hono/jsx";
import type { CodeDefinition, Place } from "../../errors/definition.ts";
import { textsFor } from "../../errors/translations.ts";
import { type Messages, messages } from "../../i18n/messages.ts";
import { ltr } from "../../ui/ltr.tsx";
import { Prose } from "../../ui/prose.tsx";
import type { AppContext } from "../../web/context.ts";
import { partId, type ReasonGroup } from "./reason-groups.ts";
import { type SdkView, sdkView } from "./sdk-view.ts";

const paths: { readonly [P in Place]: string | undefined } = {
  authorize: "/oauth/authorize",
  token: "/oauth/token",
  revoke: "/oauth/revoke",
  introspect: "/oauth/introspect",
  api: "/api/*",
  webhook: "/webhooks/whatsapp",
  page: undefined,
};

/** The anchor that `error_uri` points at. */
export function ReasonSection({ c, group }: { c: AppContext; group: ReasonGroup }) {
  const t = messages(c.var.locale).docs;
  const { reason, definitions } = group;
  const shared = definitions.length > 1;
  return (
    <section class="card docs-reason" id={reason}>
      <h3>
        <code>{reason}</code>
        <a class="docs-anchor" href={`#${reason}`} aria-label={t.linkTo(reason)}>
          #
        </a>
      </h3>
      <MakeItHappen c={c} group={group} />
      {definitions.map((definition) =>
        shared ? (
          <div id={partId(definition.family, reason)}>
            <h4>{t.familyPaths[definition.family]}</h4>
            <ReasonTexts c={c} definition={definition} reason={reason} />
          </div>
        ) : (
          <ReasonTexts c={c} definition={definition} reason={reason} />
        ),
      )}
    </section>
  );
}

/** To the error lab of the developer portal, with each code that has this reason here. */
function MakeItHappen({ c, group: { reason, definitions } }: { c: AppContext; group: ReasonGroup }) {
  const t = messages(c.var.locale).docs;
  const [code = ""] = definitions.map((definition) => definition.code);
  return (
    <p class="docs-lab">
      <a href={`/developer/lab?error=${code}/${reason}`} rel="nofollow" aria-label={t.makeNamed(reason)}>
        {t.makeItHappen}
      </a>
    </p>
  );
}

function ReasonTexts(props: { c: AppContext; definition: CodeDefinition; reason: string }) {
  const { c, definition, reason } = props;
  const t = messages(c.var.locale).docs;
  const entry = definition.reasons[reason];
  if (!entry) return null;
  const texts = textsFor({ code: definition.code, reason, definition }, c.var.locale);
  return (
    <>
      <p class="lead">{texts.description}</p>
      <p class="tags">
        <span class="tag">{t.fixableBy[entry.fixableBy]}</span>
        <span class={entry.retryable ? "tag" : "tag warning"}>
          {entry.retryable ? t.retryable : t.notRetryable}
        </span>
        {entry.status !== undefined && <span class="tag">{`${t.status} ${entry.status}`}</span>}
      </p>
      <dl>
        <Row label={t.cause}>
          <Prose text={texts.cause} />
        </Row>
        <Row label={t.cure}>
          <Prose text={texts.resolution} />
        </Row>
        <Row label={t.prevention}>
          <Prose text={texts.prevention} />
        </Row>
        <Row label={t.retry}>
          <Prose text={texts.retry} />
        </Row>
        <Row label={t.hint}>
          <span lang="en" dir="ltr">
            <HintTemplate hint={entry.hint} />
          </span>
        </Row>
        <Row label={t.sdk.label}>
          <SdkRow t={t.sdk} view={sdkView(definition, entry)} code={definition.code} reason={reason} />
        </Row>
        {texts.page && <Row label={t.page}>{`${texts.page.title}. ${texts.page.sentence}`}</Row>}
        <Row label={t.places}>
          {entry.places.map((place, index) => (
            <>
              {index > 0 && ", "}
              {ltr(paths[place] ?? null) ?? t.pagePlace}
            </>
          ))}
        </Row>
      </dl>
    </>
  );
}

interface SdkRowProps {
  readonly t: Messages["docs"]["sdk"];
  readonly view: SdkView;
  readonly code: string;
  readonly reason: string;
}

function SdkRow({ t, view, code, reason }: SdkRowProps) {
  return (
    <>
      <Prose text={t[view]} />{" "}
      {view !== "never" && <code dir="ltr">{`error.code === "${code}", error.reason === "${reason}"`}</code>}
    </>
  );
}

/** A hint as written in the catalogue; what the server fills in stands in italics. */
function HintTemplate({ hint }: { hint: string }) {
  return <>{hint.split(/[{}]/).map((part, index) => (index % 2 === 1 ? <var>{part}</var> : part))}</>;
}

function Row({ label, children }: { label: string; children?: Child }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
