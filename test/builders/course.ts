import { edgesOf } from '../../local/transitions.ts';
import type { Acting } from '../../shared/case/acting.ts';
import { actConsequence, actRefusals } from '../../shared/case/acts.ts';
import { consequence } from '../../shared/case/answer.ts';
import type { ActAnswers, StepAnswers } from '../../shared/case/answers.ts';
import { applied } from '../../shared/case/apply.ts';
import type { CaseFacts, QuestionFact, Round } from '../../shared/case/facts.ts';
import { missingQuestions } from '../../shared/case/opening.ts';
import { refusals } from '../../shared/case/refusals.ts';
import { questionsOf, roundOutcome } from '../../shared/case/rounds.ts';
import type { ActName, MachineStep, Step } from '../../shared/routine/question.ts';
import { definitions, stepOf } from '../courses/machine.ts';
import { aToken, NOBODY, NOW, questionTo } from './case.ts';

/** A case that is played through by the rules alone: the machine as it is deployed goes where the rounds' outcomes lead. */

const DEFINITIONS = definitions();

/** More rounds than any course here has. */
const MOST_ROUNDS = 30;

/** The round that a phase which starts now waits in, or the state that it ends in. */
const restOf = (facts: CaseFacts): Round | string => {
  const { phase, occasion = '', askedBefore = {} } = facts.head;
  const { StartAt, States } = DEFINITIONS[phase];
  const edges = edgesOf(DEFINITIONS[phase]);
  const next = (from: string, by: string): string =>
    String(edges.find((edge) => edge.from === from && edge.by === by)?.to);
  const asked: Partial<Record<MachineStep, number>> = { ...askedBefore[phase] };
  let state = States[StartAt]?.Type === 'Choice' ? next(StartAt, occasion) : StartAt;
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    if (States[state]?.Type !== 'Task') return state;
    const step = stepOf(States[state]);
    const round = { phase, step, nth: (asked[step] ?? 0) + 1 };
    asked[step] = round.nth;
    const outcome = roundOutcome(round, facts);
    if (outcome === undefined) return round;
    state = next(String(edges.find(({ from }) => from === state)?.to), outcome);
  }
  throw new Error('The case goes round and round');
};

/** The case once its machine has come to rest, and the questions of its round are there with their links. */
export const atRest = (facts: CaseFacts, now = NOW): CaseFacts => {
  const rest = restOf(facts);
  const linked = (it: QuestionFact): QuestionFact => ({ ...it, linked: it.linkVersion });
  if (typeof rest === 'string') return { ...facts, tokens: [] };
  const { attempt } = facts.head;
  const waiting = { ...facts, tokens: [aToken(rest, { attempt })] };
  return {
    ...waiting,
    head: { ...facts.head, startedAttempt: attempt },
    questions: [...waiting.questions, ...missingQuestions(waiting, now)].map(linked),
  };
};

/** Whom the machine waits for, as `position/1/council-a`; or how it has ended. */
export const waitsFor = (facts: CaseFacts): readonly string[] | string => {
  const rest = restOf(facts);
  if (typeof rest === 'string') return rest;
  return questionsOf(facts, rest)
    .filter(({ status }) => status === 'open')
    .map(({ id }) => id.slice(`${rest.phase}/`.length));
};

const unless = (problems: readonly { readonly field: string }[]): void => {
  if (problems.length > 0) throw new Error(`Refused: ${problems.map(({ field }) => field).join()}`);
};

/** The case at rest after an answer that goes through. */
export const answered = <S extends Step>(
  facts: CaseFacts,
  step: S,
  body: string,
  answers: StepAnswers[S],
  now = NOW,
): CaseFacts => {
  const asked = questionTo(facts, step, body);
  const answeredBy = { name: 'Exempel Person', role: 'Handläggare' };
  const given = { facts, asked, answeredBy, recordedByOffice: false, now };
  unless(refusals(step, answers, given, NOBODY));
  return atRest(applied(facts, consequence(step, answers, given)), now);
};

/** The case at rest after an act that goes through. */
export const acted = <A extends ActName>(
  facts: CaseFacts,
  name: A,
  by: Acting['by'],
  answers: ActAnswers[A],
  on?: QuestionFact,
): CaseFacts => {
  const acting = { facts, by, on, now: NOW };
  unless(actRefusals(name, answers, acting));
  return atRest(applied(facts, actConsequence(name, answers, acting)));
};
