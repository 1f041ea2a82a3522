import { IDEMPOTENCY_KEY } from '../../shared/api/idempotency-key.ts';
import type { CaseHead } from '../../shared/case/facts.ts';
import type { NewCase } from '../../shared/case/submit.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { textDigest } from '../../shared/records/acts.ts';
import type { IdempotencyKey } from '../../shared/records/nominations.ts';
import { checkAnswers } from '../../shared/routine/check.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import type { Language } from '../../shared/routine/words.ts';
import type { HttpResult } from '../../shared/runtime/http.ts';
import { entriesIn, json, parseJson } from '../../shared/runtime/json-api.ts';
import { type FileRecord, type Filing, fileNomination } from './file.ts';
import { notRight, refused } from './problems.ts';

export interface NominateRecord extends FileRecord {
  byIdempotencyKey(
    client: string,
    key: string,
  ): Promise<{ caseId: string; requestDigest: string } | undefined>;
  head(caseId: string): Promise<CaseHead | undefined>;
}

export interface Nominate extends Filing {
  readonly record: NominateRecord;
}

/** A request to submit a nomination; `body` is `undefined` when it was too large to read. */
export interface NominateRequest {
  readonly client: string;
  readonly idempotencyKey: string | undefined;
  readonly body: string | undefined;
  readonly language: Language;
}

/** Reads, checks and stores a nomination. Nothing is stored unless all of it is right (gate G1). */
export const nominate = async (deps: Nominate, request: NominateRequest): Promise<HttpResult> => {
  const { language, body, idempotencyKey } = request;
  if (body === undefined) return refused('tooLarge', language);
  if (idempotencyKey !== undefined && !IDEMPOTENCY_KEY.test(idempotencyKey))
    return refused('badKey', language);
  const raw = parseJson(body);
  if (raw === undefined) return refused('notJson', language);
  if (idempotencyKey === undefined) return submit(deps, request, raw);

  const idempotency = { client: request.client, key: idempotencyKey, requestDigest: textDigest(body) };
  const earlier = await earlierCase(deps, idempotency, language);
  return earlier ?? submit(deps, request, raw, idempotency);
};

const submit = async (
  deps: Nominate,
  { client, language }: NominateRequest,
  raw: unknown,
  idempotency?: IdempotencyKey,
): Promise<HttpResult> => {
  const today = dateInSweden(deps.now());
  const checked = checkAnswers(nominationForm, raw, { today, facts: {}, registers: {} });
  if (!checked.ok) return notRight(checked.problems, language);
  const origin = { language, submittedBy: { client }, ...(idempotency && { idempotency }) };
  const head = await fileNomination(deps, checked.answers, origin);
  if (head !== undefined) return created(head, entriesIn(checked.warnings, language));
  const winner = idempotency && (await earlierCase(deps, idempotency, language));
  if (winner === undefined) throw new Error('The nomination could not be stored');
  return winner;
};

/** The answer to a request whose idempotency key made a case before; `undefined` when it did not. */
const earlierCase = async (
  { record }: Nominate,
  { client, key, requestDigest }: IdempotencyKey,
  language: Language,
): Promise<HttpResult | undefined> => {
  const known = await record.byIdempotencyKey(client, key);
  if (known === undefined) return undefined;
  if (known.requestDigest !== requestDigest) return refused('usedKey', language);
  const head = await record.head(known.caseId);
  return head && created(head, []);
};

const created = (
  { id, number, milestone, submittedAt }: NewCase['head'],
  warnings: ReturnType<typeof entriesIn>,
): HttpResult => json(201, { id, caseNumber: number, milestone, submittedAt, warnings });
