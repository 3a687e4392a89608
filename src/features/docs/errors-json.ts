import type { CodeDefinition, Family, FixableBy } from "../../errors/definition.ts";
import { everyCode } from "../../errors/walk.ts";
import { sha256 } from "../../protocol/hash.ts";
import { otherStatuses } from "./statuses.ts";

interface ReasonEntry {
  readonly reason: string;
  readonly description: string;
  readonly cause: string;
  readonly resolution: string;
  readonly prevention: string;
  readonly fixable_by: FixableBy;
  readonly retryable: boolean;
}

interface CodeEntry {
  readonly code: string;
  readonly family: Family;
  readonly status: number;
  readonly other_statuses?: readonly number[];
  readonly description: string;
  readonly resolution: string;
  readonly retryable: boolean;
  readonly reasons: readonly ReasonEntry[];
}

function codeEntry(definition: CodeDefinition): CodeEntry {
  const { code, family, status, description, resolution } = definition;
  const others = otherStatuses(definition);
  const reasons = Object.entries(definition.reasons);
  return {
    code,
    family,
    status,
    ...(others.length > 0 ? { other_statuses: others } : {}),
    description,
    resolution,
    retryable: reasons.some(([, entry]) => entry.retryable),
    reasons: reasons.map(([reason, entry]) => ({
      reason,
      description: entry.description,
      cause: entry.cause,
      resolution: entry.resolution,
      prevention: entry.prevention,
      fixable_by: entry.fixableBy,
      retryable: entry.retryable,
    })),
  };
}

const body = JSON.stringify({ codes: everyCode().map(codeEntry) });

/** `/docs/errors.json` (contract §4): English, the same for everybody until the server is upgraded. */
export const errorsJson = { body, etag: `"${sha256(body).slice(0, 24)}"` };
