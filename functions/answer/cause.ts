import type { CaseFacts, QuestionFact } from '../../shared/case/facts.ts';
import { askedBefore } from '../../shared/case/phases.ts';
import type { Cause } from '../../shared/pages/pages.ts';
import type { CaseTexts, StoredAct } from '../../shared/records/cases.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import { bodyName, onDate, whoActed } from './names.ts';
import type { Opened } from './opened.ts';

/** What made somebody want a question asked. */
export const causeOf = ({ facts, bodies, asked }: Opened, { acts }: CaseTexts): Cause | undefined => {
  const by = facts.questions.find(({ id }) => id === asked.cause);
  const done = acts
    .filter((act) => (by === undefined ? isCause(facts, asked, act) : isDoneTo(by, asked, act)))
    .at(-1);
  return (
    done && {
      act: ACTS[done.act],
      bodyName: by === undefined ? whoActed(bodies, done) : bodyName(bodies, by),
      on: onDate(done.at),
      answers: done.answers,
    }
  );
};

const isDoneTo = (by: QuestionFact, asked: QuestionFact, { questionId, at }: StoredAct): boolean =>
  questionId === by.id && at <= asked.openedAt;

const isCause = (facts: CaseFacts, asked: QuestionFact, { act, seq, answers, at }: StoredAct): boolean => {
  const { step, nth } = asked.round;
  switch (act) {
    case 'reopen':
      return answers.reopenStep === step && nth > 1 && at <= asked.openedAt;
    case 'reportDeviation':
      return step === 'deviationApproval' && asked.told?.deviation === String(seq);
    case 'proposeInactivation':
    case 'urgentStop':
      return (step === 'followUp' || step === 'inactivationPosition') && at > lastReviewed(facts);
    case 'revise':
      return (
        step === 'productionChecklist' && facts.head.occasion === 'revision' && at > lastPublished(facts)
      );
    default:
      return false;
  }
};

/** When the programme was last gone through, before the review that is under way. */
const lastReviewed = ({ head, questions }: CaseFacts): string =>
  newest(
    questions.filter(
      ({ round }) =>
        (round.step === 'followUp' || round.step === 'inactivationPosition') &&
        round.nth <= askedBefore(head, round.step),
    ),
  );

const lastPublished = ({ questions }: CaseFacts): string =>
  newest(questions.filter(({ round }) => round.step === 'introduction'));

const newest = (questions: readonly QuestionFact[]): string =>
  questions
    .flatMap(({ answeredAt }) => answeredAt ?? [])
    .sort()
    .at(-1) ?? '';
