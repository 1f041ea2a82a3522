import { type Acting, actConsequence, actRefusals, mayAct } from '../../shared/case/acts.ts';
import type { ActAnswers } from '../../shared/case/answers.ts';
import { signature } from '../../shared/case/answers.ts';
import type { QuestionFact } from '../../shared/case/facts.ts';
import type { Reading } from '../../shared/pages/posted.ts';
import { digestOf } from '../../shared/records/acts.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import { wholeForm } from '../../shared/routine/answerer.ts';
import { checkAnswers, type FieldProblem } from '../../shared/routine/check.ts';
import type { Act, ActName } from '../../shared/routine/question.ts';
import { type Given, MOST_TRIES } from './give.ts';
import { type OpenedCase, openAgain } from './opened.ts';
import type { AnswerDeps } from './record.ts';
import { namedCaseProblems, relationsOf } from './relations.ts';
import { type Signed, signed } from './signed.ts';

/** An act that is about to be done, in a case or to one of its questions. */
export interface OpenedAct extends OpenedCase {
  readonly act: Act;
  readonly on?: QuestionFact;
}

export type Done = Exclude<Given, { readonly kind: 'late' }>;

const acting = (deps: AnswerDeps, { facts, on, reader }: OpenedAct): Acting => ({
  facts,
  on,
  by: reader ?? (on?.status === 'answered' ? 'referrer' : 'asked'),
  now: deps.now(),
});

/** The acts that whoever opened a case, or a question of it, may do now. */
export const actsFor = (deps: AnswerDeps, opened: OpenedCase, on?: QuestionFact): readonly Act[] =>
  Object.values(ACTS).filter(
    (act: Act) =>
      (act.on === undefined) === (on === undefined) &&
      mayAct(act.id, acting(deps, { ...opened, act, ...(on && { on }) })),
  );

/** The act of this name, for whoever may do it. */
export const openAct = (
  deps: AnswerDeps,
  opened: OpenedCase,
  name: string,
  on?: QuestionFact,
): OpenedAct | undefined => {
  const act = actsFor(deps, opened, on).find(({ id }) => id === name);
  return act && { ...opened, act, ...(on && { on }) };
};

/**
 * Does an act, if it may be done and is filled in right.
 * @throws when the case keeps moving under every try
 */
export const doAct = async (
  deps: AnswerDeps,
  first: OpenedAct,
  { raw, intent }: Pick<Reading, 'raw' | 'intent'>,
): Promise<Done> => {
  const { act, known } = first;
  const checked = checkAnswers(wholeForm(act), raw, known);
  let opened = first;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (intent === 'edit') return { kind: 'editing' };
    if (!checked.ok) return { kind: 'wrong', problems: checked.problems };
    const mine = signed(checked.answers);
    const problems = await problemsWith(deps, opened, mine);
    if (problems.length > 0) return { kind: 'wrong', problems };
    if (act.reviewedBeforeSending && intent !== 'confirm') {
      return {
        kind: 'review',
        answers: checked.answers,
        missing: checked.warnings.map(({ field }) => field),
      };
    }
    if (await store(deps, opened, mine)) return { kind: 'given' };
    opened = await again(deps, opened);
  }
  throw new Error(`The case ${first.facts.head.id} kept changing`);
};

const again = async (deps: AnswerDeps, { on, act, ...opened }: OpenedAct): Promise<OpenedAct> => {
  const now = await openAgain(deps, opened);
  const still = now.facts.questions.find(({ id }) => id === on?.id);
  return { ...now, act, ...(still && { on: still }) };
};

const problemsWith = async (
  deps: AnswerDeps,
  opened: OpenedAct,
  { answers }: Signed,
): Promise<readonly FieldProblem[]> => [
  ...actRefusals(opened.act.id, answers, acting(deps, opened)),
  ...(await namedCaseProblems(deps, answers)),
];

const store = async (
  deps: AnswerDeps,
  opened: OpenedAct,
  { answers, answeredBy }: Signed,
): Promise<boolean> => {
  const { facts, act, on } = opened;
  const it = acting(deps, opened);
  const consequence = actConsequence(act.id, answers as unknown as ActAnswers[ActName], it);
  return deps.record.record(facts, {
    kind: act.id,
    at: it.now.toISOString(),
    by: { body: opened.reader ?? on?.body ?? '', answeredBy: digestOf(answeredBy) },
    ...(on && { question: on.id }),
    answers,
    signedBy: signature(answeredBy),
    consequence,
    relates: await relationsOf(deps, facts, consequence),
  });
};
