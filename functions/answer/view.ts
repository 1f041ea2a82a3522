import { dateInSweden } from '../../shared/case/sweden.ts';
import type {
  EarlierAnswer,
  QuestionView,
  ReceiptView,
  ReviewView,
  Typed,
} from '../../shared/pages/pages.ts';
import type { Reading } from '../../shared/pages/posted.ts';
import type { Body } from '../../shared/records/bodies.ts';
import type { CaseTexts, StoredAnswer } from '../../shared/records/cases.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import type { Language, Words } from '../../shared/routine/words.ts';
import type { Opened } from './answer.ts';

const bodyName = (bodies: readonly Body[], id: string): Words =>
  bodies.find((body) => body.id === id)?.name ?? { sv: id, en: id };

const inSweden = (iso: string): string => dateInSweden(new Date(iso));

const earlier = ({ facts, bodies }: Opened, answer: StoredAnswer): readonly EarlierAnswer[] => {
  const asked = facts.questions.find((it) => it.id === answer.questionId);
  if (asked === undefined) return [];
  return [
    {
      question: QUESTIONS[asked.round.step],
      bodyName: bodyName(bodies, asked.body),
      answers: answer.answers,
      answeredBy: asked.answeredBy ?? '',
      answeredOn: inSweden(answer.answeredAt),
    },
  ];
};

const byTime = (a: StoredAnswer, b: StoredAnswer): number => a.answeredAt.localeCompare(b.answeredAt);

/** The page of an open question: the case and the earlier answers, and the form with what was typed in it. */
export const questionView = (
  opened: Opened,
  texts: CaseTexts,
  lang: Language,
  typed?: Required<Pick<QuestionView, 'posted' | 'problems'>>,
): QuestionView => ({
  lang,
  question: opened.question,
  caseNumber: opened.facts.head.number,
  bodyName: bodyName(opened.bodies, opened.asked.body),
  nomination: texts.nomination,
  submittedOn: inSweden(opened.facts.head.submittedAt),
  earlier: [...texts.answers].sort(byTime).flatMap((answer) => earlier(opened, answer)),
  known: opened.known,
  ...(opened.asked.targetOn !== undefined && { targetOn: opened.asked.targetOn }),
  ...typed,
});

/** An answer to read through before it is sent. */
export const reviewView = (
  opened: Opened,
  { posted }: Reading,
  { answers, missing }: Pick<ReviewView, 'answers' | 'missing'>,
  lang: Language,
): ReviewView => ({
  lang,
  question: opened.question,
  caseNumber: opened.facts.head.number,
  bodyName: bodyName(opened.bodies, opened.asked.body),
  posted,
  answers,
  missing,
  known: opened.known,
});

/** The receipt of an answered question, the same for everyone who comes to its link; and what came too `late`. */
export const receiptView = (opened: Opened, texts: CaseTexts, lang: Language, late?: Typed): ReceiptView => ({
  lang,
  question: opened.question,
  caseNumber: opened.facts.head.number,
  bodyName: bodyName(opened.bodies, opened.asked.body),
  answers: texts.answers.find((answer) => answer.questionId === opened.asked.id)?.answers ?? {},
  answeredBy: opened.asked.answeredBy ?? '',
  answeredAt: opened.asked.answeredAt ?? '',
  known: opened.known,
  ...(late && { late }),
});
