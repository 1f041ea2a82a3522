import { type QuestionFact, waitOf } from '../../shared/case/facts.ts';
import { councilsDisagree } from '../../shared/case/judgement.ts';
import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import type { Cause, QuestionView, ReleasedBody } from '../../shared/pages/pages.ts';
import type { CaseTexts, StoredAct } from '../../shared/records/cases.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import type { Step } from '../../shared/routine/question.ts';
import { aboutQuestion } from './about-question.ts';
import { earlierAnswers, nominationChanges, openTo, releaseReason, statedPositions } from './history.ts';
import { bodyName, councilName, onDate } from './names.ts';
import { isRecordedByOffice, type Opened, type OpenedCase } from './opened.ts';
import type { AnswerDeps } from './record.ts';
import { similarTo } from './similar.ts';
import { type Asking, prefilled } from './view.ts';

/** The page of an open question: the case and the earlier answers, and the form with what was typed in it. */
export const questionView = async (
  deps: AnswerDeps,
  opened: Opened,
  asking: Asking,
  typed?: Required<Pick<QuestionView, 'posted' | 'problems'>>,
): Promise<QuestionView> => {
  const { facts, asked, question } = opened;
  const texts = await deps.record.texts(facts.head.id);
  const waits = waitOf(asked);
  const cause = causeOf(opened, texts);
  const posted = typed?.posted ?? prefilled(question, opened, texts);
  const isOfBodies = asked.body !== 'nominator' && asked.body !== 'headOfOperations';
  const open = openTo(isOfBodies || opened.reader === SOB_OFFICE);
  return {
    ...aboutQuestion(deps, opened, asking),
    nomination: open(texts.nomination),
    nominationVersion: facts.head.nominationVersion,
    submittedOn: onDate(facts.head.submittedAt),
    earlier: isOfBodies ? earlierAnswers(opened, texts) : [],
    changes: nominationChanges(texts, open),
    released: releasedBodies(opened, texts),
    ...(SEEKS_SIMILAR.includes(question.step) && {
      similar: await similarTo(deps, opened, texts.nomination),
    }),
    ...(question.step === 'decision' && councilsDisagree(facts) && { positions: statedPositions(opened) }),
    ...(cause !== undefined && { cause }),
    ...(asked.targetOn !== undefined && { targetOn: asked.targetOn }),
    ...(asked.meetingOn !== undefined && { meetingOn: asked.meetingOn }),
    ...(waits !== undefined && { waitsSince: onDate(waits.from) }),
    ...(isRecordedByOffice(opened) && { asOffice: true }),
    ...(posted !== undefined && { posted }),
    ...(typed && { problems: typed.problems }),
  };
};

/** Whoever screens seeks what is similar (R-a9), whoever assesses values it (R-b4). */
const SEEKS_SIMILAR: readonly Step[] = ['screening', 'position'];

const releasedBodies = ({ facts, bodies }: OpenedCase, texts: CaseTexts): readonly ReleasedBody[] =>
  facts.questions
    .filter(({ status, round }) => status === 'released' && round.step === 'position')
    .map((question) => {
      const reason = releaseReason(question, facts, texts);
      return {
        body: bodyName(bodies, question),
        on: onDate(question.endedAt ?? question.openedAt),
        ...(reason !== undefined && { reason }),
      };
    });

/** What made somebody want a question asked. */
const causeOf = ({ facts, bodies, asked }: Opened, { acts }: CaseTexts): Cause | undefined => {
  const by = facts.questions.find(({ id }) => id === asked.cause);
  const before = acts.filter(({ at }) => at <= asked.openedAt);
  const done = before
    .filter((it) => (by === undefined ? reopens(asked, it) : it.questionId === by.id))
    .at(-1);
  return (
    done && {
      act: ACTS[done.act],
      bodyName: by === undefined ? councilName(bodies, SOB_OFFICE) : bodyName(bodies, by),
      on: onDate(done.at),
      answers: done.answers,
    }
  );
};

const reopens = ({ round }: QuestionFact, { act, answers }: StoredAct): boolean =>
  act === 'reopen' && answers.reopenStep === round.step && round.nth > 1;
