import type { CaseHead } from '../../shared/case/facts.ts';
import { type NewCase, type Nomination, newCase } from '../../shared/case/submit.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { digestOf } from '../../shared/records/acts.ts';
import type { IdempotencyKey, Submission } from '../../shared/records/nominations.ts';
import { checkAnswers } from '../../shared/routine/check.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import type { Language } from '../../shared/routine/words.ts';
import { minutesAfter } from '../../shared/runtime/clock.ts';
import { BODY_LIMIT, type HttpResult, problem } from '../../shared/runtime/http.ts';

export interface NominateRecord {
  nextCaseNumber(year: string): Promise<string>;
  /** `false` when the idempotency key was already used. */
  submit(submission: Submission): Promise<boolean>;
  byIdempotencyKey(
    client: string,
    key: string,
  ): Promise<{ caseId: string; requestDigest: string } | undefined>;
  head(caseId: string): Promise<CaseHead | undefined>;
}

export interface Nominate {
  readonly record: NominateRecord;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly patienceMinutes: number;
}

/** A request to submit a nomination; `body` is `undefined` when it was too large to read. */
export interface NominateRequest {
  readonly client: string;
  readonly idempotencyKey: string | undefined;
  readonly body: string | undefined;
  readonly language: Language;
}

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

const say = (language: Language, sv: string, en: string): string => ({ sv, en })[language];

/** Reads, checks and stores a nomination. Nothing is stored unless all of it is right (gate G1). */
export const nominate = async (deps: Nominate, request: NominateRequest): Promise<HttpResult> => {
  const { language, body, idempotencyKey } = request;
  if (body === undefined) return tooLarge(language);
  if (idempotencyKey !== undefined && !IDEMPOTENCY_KEY.test(idempotencyKey)) return badKey(language);
  const raw = parseJson(body);
  if (raw === undefined) return notJson(language);
  const idempotency =
    idempotencyKey === undefined
      ? undefined
      : { client: request.client, key: idempotencyKey, requestDigest: digestOf(raw) };
  const earlier = idempotency && (await earlierCase(deps, idempotency, language));
  if (earlier !== undefined) return earlier;

  const today = dateInSweden(deps.now());
  const checked = checkAnswers(nominationForm, raw, { today, facts: {}, registers: {} });
  if (!checked.ok) {
    const title = say(
      language,
      'Nomineringen kan inte tas emot som den är.',
      'The nomination cannot be accepted as it is.',
    );
    return problem(
      422,
      title,
      checked.problems.map(({ field, message }) => ({ field, message: message[language] })),
    );
  }
  const { head, mailings } = await draftCase(deps, checked.answers, today);
  const submittedBy = { client: request.client };
  const stored = await deps.record.submit({
    head,
    mailings,
    nomination: checked.answers,
    submittedBy,
    ...(idempotency !== undefined && { idempotency }),
  });
  if (!stored) {
    const winner = idempotency && (await earlierCase(deps, idempotency, language));
    if (winner !== undefined) return winner;
    throw new Error('The nomination could not be stored');
  }
  const warnings = checked.warnings.map(({ field, message }) => ({ field, message: message[language] }));
  return created(head, warnings);
};

const draftCase = async (deps: Nominate, nomination: Nomination, today: string): Promise<NewCase> => {
  const at = deps.now();
  return newCase(nomination, {
    id: deps.newId(),
    number: await deps.record.nextCaseNumber(today.slice(0, 4)),
    at: at.toISOString(),
    wake: deps.newId(),
    lookAgainAt: minutesAfter(at, deps.patienceMinutes),
  });
};

/** The answer to a request whose idempotency key made a case before; `undefined` when it did not. */
const earlierCase = async (
  { record }: Nominate,
  { client, key, requestDigest }: IdempotencyKey,
  language: Language,
): Promise<HttpResult | undefined> => {
  const known = await record.byIdempotencyKey(client, key);
  if (known === undefined) return undefined;
  if (known.requestDigest !== requestDigest) {
    return problem(
      422,
      say(
        language,
        'Nyckeln är redan använd för en annan nominering.',
        'The key was already used for another nomination.',
      ),
      [
        {
          field: 'Idempotency-Key',
          message: say(
            language,
            'Använd en ny nyckel för en ny nominering.',
            'Use a new key for a new nomination.',
          ),
        },
      ],
    );
  }
  const head = await record.head(known.caseId);
  return head && created(head, []);
};

const created = (
  { id, number, milestone, submittedAt }: NewCase['head'],
  warnings: readonly { readonly field: string; readonly message: string }[],
): HttpResult => ({
  statusCode: 201,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify({ id, caseNumber: number, milestone, submittedAt, warnings }),
});

const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

const tooLarge = (language: Language): HttpResult =>
  problem(413, say(language, 'Nomineringen är för stor.', 'The nomination is too large.'), [
    {
      field: 'body',
      message: say(
        language,
        `Skicka högst ${BODY_LIMIT / 1024} kB. Korta texterna eller bifoga dem.`,
        `Send at most ${BODY_LIMIT / 1024} KB. Shorten the texts or attach them.`,
      ),
    },
  ]);

const badKey = (language: Language): HttpResult =>
  problem(400, say(language, 'Idempotency-Key kan inte användas.', 'The Idempotency-Key cannot be used.'), [
    {
      field: 'Idempotency-Key',
      message: say(language, 'Skriv 1–200 synliga ASCII-tecken.', 'Use 1–200 visible ASCII characters.'),
    },
  ]);

const notJson = (language: Language): HttpResult =>
  problem(400, say(language, 'Nomineringen är inte giltig JSON.', 'The nomination is not valid JSON.'), [
    {
      field: 'body',
      message: say(
        language,
        'Skicka ett JSON-objekt med nomineringens fält.',
        'Send a JSON object with the fields of the nomination.',
      ),
    },
  ]);
