import { hasEnded } from '../../shared/case/ended.ts';
import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import type { ClosedView, ReceiptView, Typed } from '../../shared/pages/pages.ts';
import type { Milestone } from '../../shared/routine/question.ts';
import { aboutQuestion } from './about-question.ts';
import { answerTo } from './give.ts';
import { releaseReason } from './history.ts';
import { bodyName, councilName, onDate } from './names.ts';
import type { Opened } from './opened.ts';
import type { AnswerDeps } from './record.ts';
import { type Asking, frameOf } from './view.ts';

/** The receipt of an answered question, the same for everyone who comes to its link; and what came too `late`. */
export const receiptView = async (
  deps: AnswerDeps,
  opened: Opened,
  asking: Asking,
  late?: Typed,
): Promise<ReceiptView> => {
  const { facts, asked } = opened;
  const texts = await deps.record.texts(facts.head.id);
  return {
    ...aboutQuestion(deps, opened, asking),
    answers: answerTo(texts, asked) ?? {},
    answeredBy: asked.answeredBy ?? '',
    answeredAt: asked.answeredAt ?? '',
    ...(asked.recordedByOffice && { recordedByOffice: true }),
    ...(late && { late }),
  };
};

const whyClosed = ({ facts, asked }: Opened): ClosedView['why'] => {
  const { milestone } = facts.head;
  if (asked.status === 'released') return 'released';
  if (hasEnded(milestone)) return milestone;
  const isDecided = asked.round.phase === 'nomination' && !UNDECIDED.includes(milestone);
  return isDecided ? 'decided' : 'wentOn';
};

const UNDECIDED: readonly Milestone[] = ['submitted', 'forwardedToCouncil', 'positionGiven'];

/** A question that needs no answer any more, and what somebody sent all the same. */
export const closedView = async (
  deps: AnswerDeps,
  opened: Opened,
  { lang, query }: Asking,
  late?: Typed,
): Promise<ClosedView> => {
  const { facts, asked, question, bodies, known } = opened;
  const reason = releaseReason(asked, facts, await deps.record.texts(facts.head.id));
  return {
    lang,
    query,
    ...frameOf(opened),
    question,
    caseNumber: facts.head.number,
    bodyName: bodyName(bodies, asked),
    known,
    why: whyClosed(opened),
    ...(asked.endedAt !== undefined && { on: onDate(asked.endedAt) }),
    ...(asked.status === 'released' &&
      reason !== undefined && { by: councilName(bodies, SOB_OFFICE), reason }),
    ...(facts.head.mergedInto !== undefined && { mergedInto: facts.head.mergedInto }),
    ...(late && { late }),
  };
};
