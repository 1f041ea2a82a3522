import { actConsequence, actRefusals } from '../../shared/case/acts.ts';
import type { ActAnswers } from '../../shared/case/answers.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import { checkAnswers, type FieldProblem } from '../../shared/routine/check.ts';
import type { Actor } from '../../shared/routine/question.ts';
import { bodyText, type HttpEvent } from '../../shared/runtime/http.ts';
import { clientOf, parseJson } from '../../shared/runtime/json-api.ts';
import type { FollowDeps } from './record.ts';
import { idOf } from './request.ts';

/** What whoever holds a token does in a case, by the form of that act. */

type ByClient = 'proposeInactivation' | 'withdraw';

/** As whom the client does it, and why it may not, before the act's own rules are asked. */
export interface Permitted<R extends string> {
  readonly by: Actor;
  refuses(facts: CaseFacts, client: string): Promise<R | undefined>;
}

export type Done =
  | { readonly facts: CaseFacts; readonly at: string }
  | { readonly status: 409 | 422; readonly problems: readonly FieldProblem[] };

type Refused = 'noClient' | 'tooLarge' | 'notJson' | 'unknown';

/** Tries at most this often when other people act in the same case at the same moment. */
const MOST_TRIES = 8;

/**
 * Does an act as the request states it, whole or not at all.
 * @throws when the case keeps moving under every try
 */
export const doneByClient = async <R extends string>(
  { record, now }: FollowDeps,
  name: ByClient,
  event: HttpEvent,
  { by, refuses }: Permitted<R>,
): Promise<Done | Refused | R> => {
  const sent = read(event);
  if (typeof sent === 'string') return sent;
  const { client, raw } = sent;
  const checked = checkAnswers(ACTS[name].form, raw, {
    today: dateInSweden(now()),
    facts: {},
    registers: {},
  });
  if (!checked.ok) return { status: 422, problems: checked.problems };
  const answers = checked.answers as ActAnswers[ByClient];
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const facts = await record.facts(idOf(event));
    if (facts === undefined) return 'unknown';
    const refusal = await refuses(facts, client);
    if (refusal !== undefined) return refusal;
    const acting = { facts, by, now: now() };
    const problems = actRefusals(name, answers, acting);
    if (problems.length > 0) return { status: 409, problems };
    const at = acting.now.toISOString();
    const consequence = actConsequence(name, answers, acting);
    if (await record.record(facts, { kind: name, at, by: { client }, answers, consequence }))
      return { facts, at };
  }
  throw new Error('The case kept changing');
};

const read = (event: HttpEvent): { readonly client: string; readonly raw: unknown } | Refused => {
  const client = clientOf(event);
  if (client === undefined) return 'noClient';
  const text = bodyText(event);
  if (text === undefined) return 'tooLarge';
  const raw = parseJson(text);
  return raw === undefined ? 'notJson' : { client, raw };
};
