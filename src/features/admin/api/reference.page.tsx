import { messages } from "../../../i18n/messages.ts";
import { CodeBlock } from "../../../ui/code-block.tsx";
import { ltr } from "../../../ui/ltr.tsx";
import { Prose } from "../../../ui/prose.tsx";
import type { AppContext } from "../../../web/context.ts";
import { renderPage } from "../../../web/page.tsx";
import {
  describedOperations,
  type OperationObject,
  type Parameter,
  type Schema,
  templateOf,
} from "./openapi.ts";
import type { Operation } from "./operation.ts";

/** What the schemas say, for people; sentences about single operations are English, as in the whole documentation. */
export function referencePage(c: AppContext): Response | Promise<Response> {
  const t = messages(c.var.locale).docs.managementApi;
  const groups = [...Map.groupBy(describedOperations(), ({ row }) => row.group)];
  return renderPage(
    c,
    { title: t.title, width: "wide", shared: c.req.query("ui_locales") === undefined },
    <>
      <p>
        <a href="/docs">{t.back}</a>
      </p>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <p class="docs-prose">
        <Prose text={t.howTo} /> {t.machine}{" "}
        <a href="/docs/api/openapi.json">{ltr("/docs/api/openapi.json")}</a>
      </p>
      {groups.map(([group, rows]) => (
        <section>
          <h2 id={group}>{t.groups[group]}</h2>
          {rows.map(({ row, object }) => (
            <OperationCard c={c} row={row} object={object} />
          ))}
        </section>
      ))}
    </>,
  );
}

function OperationCard(props: {
  readonly c: AppContext;
  readonly row: Operation;
  readonly object: OperationObject;
}) {
  const { c, row, object } = props;
  const t = messages(c.var.locale).docs.managementApi;
  const { operationId, summary, parameters, requestBody, responses } = object;
  const answer = responses[row.status]?.content?.[row.mediaType]?.schema;
  const body = requestBody?.content["application/json"]?.schema;
  return (
    <section class="card" id={operationId}>
      <h3>
        <code dir="ltr">
          {row.method} {templateOf(row)}
        </code>
      </h3>
      <p class="docs-prose" lang="en" dir="ltr">
        <Prose text={summary} />
      </p>
      {row.role === "super-admin" && <p class="muted">{t.superAdminOnly}</p>}
      {row.proof !== "never" && (
        <p class="muted">
          <Prose text={t.freshProof[row.proof]} />
        </p>
      )}
      <Fields c={c} title={t.parameters} fields={parameters.map(fromParameter)} />
      {body && <Fields c={c} title={t.body} fields={fromSchema(body)} />}
      <details>
        <summary>
          {t.answer} {ltr(String(row.status))}
        </summary>
        <CodeBlock text={JSON.stringify(answer, null, 2)} />
      </details>
    </section>
  );
}

interface FieldRow {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly description: string | undefined;
}

function fromParameter({ name, required, schema, description }: Parameter): FieldRow {
  return { name, required, schema, description };
}

function fromSchema({ properties = {}, required = [] }: Schema): readonly FieldRow[] {
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, schema, required: required.includes(name) },
    description: schema.description,
  }));
}

function Fields(props: {
  readonly c: AppContext;
  readonly title: string;
  readonly fields: readonly FieldRow[];
}) {
  const t = messages(props.c.var.locale).docs.managementApi;
  if (props.fields.length === 0) return null;
  return (
    <>
      <h4>{props.title}</h4>
      <ul>
        {props.fields.map(({ name, required, schema, description }) => (
          <li>
            <code dir="ltr">{name}</code> <span class="muted">{required ? t.required : t.optional}</span>
            <p lang="en" dir="ltr">
              {typeOf(schema)} {description !== undefined && <Prose text={description} />}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function typeOf({ enum: allowed, type }: Schema) {
  if (!allowed) return <span class="muted">{type}</span>;
  return allowed.map((value, index) => (
    <>
      {index > 0 && ", "}
      <code>{value}</code>
    </>
  ));
}
