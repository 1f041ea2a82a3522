import { actConsequence, actRefusals } from '../../shared/case/acts.ts';
import type { ActAnswers } from '../../shared/case/answers.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import { type Checked, checkAnswers } from '../../shared/routine/check.ts';
import type { Language } from '../../shared/routine/words.ts';
import { bodyText, type HttpEvent, type HttpResult } from '../../shared/runtime/http.ts';
import { acceptedLanguage, clientOf, json, parseJson } from '../../shared/runtime/json-api.ts';
import { notTaken, refused } from './problems.ts';
import type { FollowDeps } from './record.ts';
import { idOf } from './request.ts';

/**
 * R-k4: whoever holds a token may propose that a programme be inactivated, by the form of that act, whenever the office
 * might do so.
 * @throws when the case keeps moving under every try
 */
export const proposeInactivation = async (deps: FollowDeps, event: HttpEvent): Promise<HttpResult> => {
  const language = acceptedLanguage(event);
  const client = clientOf(event);
  if (client === undefined) return refused('noClient', language);
  const text = bodyText(event);
  if (text === undefined) return refused('tooLarge', language);
  const raw = parseJson(text);
  if (raw === undefined) return refused('notJson', language);
  const checked = check(raw, dateInSweden(deps.now()));
  if (!checked.ok) return notTaken(422, checked.problems, language);
  return propose(deps, idOf(event), { client, answers: checked.answers, language });
};

const { form } = ACTS.proposeInactivation;

const check = (raw: unknown, today: string): Checked<typeof form> =>
  checkAnswers(form, raw, { today, facts: {}, registers: {} });

interface Proposal {
  readonly client: string;
  readonly answers: ActAnswers['proposeInactivation'];
  readonly language: Language;
}

/** Tries at most this often when other people act in the same case at the same moment. */
const MOST_TRIES = 8;

const propose = async (
  { record, now }: FollowDeps,
  id: string,
  { client, answers, language }: Proposal,
): Promise<HttpResult> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const facts = await record.facts(id);
    if (facts?.programme === undefined) return refused('unknown', language);
    const acting = { facts, by: 'sobOffice', now: now() } as const;
    const problems = actRefusals('proposeInactivation', answers, acting);
    if (problems.length > 0) return notTaken(409, problems, language);
    const isRecorded = await record.record(facts, {
      kind: 'proposeInactivation',
      at: acting.now.toISOString(),
      by: { client },
      answers,
      consequence: actConsequence('proposeInactivation', answers, acting),
    });
    if (isRecorded)
      return json(201, { id, caseNumber: facts.head.number, proposedAt: acting.now.toISOString() });
  }
  throw new Error('The case kept changing');
};
