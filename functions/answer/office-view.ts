import type { QuestionFact } from '../../shared/case/facts.ts';
import { readerInWords } from '../../shared/case/feedback.ts';
import type { OfficeView } from '../../shared/pages/pages.ts';
import type { CaseTexts } from '../../shared/records/cases.ts';
import type { Interest } from '../../shared/records/interests.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { interestView } from './interest-view.ts';
import { lackingIn } from './lacking.ts';
import { bodyName, councilName, nameOf } from './names.ts';
import { earlyQuestions, type OpenedCase } from './opened.ts';

interface Written {
  readonly texts: CaseTexts;
  readonly interests: readonly Interest[];
}

/** What only the office sees of a case. */
export const officeView = (opened: OpenedCase, { texts, interests }: Written, now: Date): OfficeView => {
  const { facts, bodies } = opened;
  const { head } = facts;
  const line = (asked: QuestionFact, status: QuestionFact['status'] | 'notAsked') => ({
    question: QUESTIONS[asked.round.step],
    bodyName: bodyName(bodies, asked),
    status,
    ...((status === 'open' || status === 'notAsked' || status === 'answered') && {
      href: `?question=${encodeURIComponent(asked.id)}`,
    }),
  });
  return {
    questions: [
      ...neededOf(facts.questions).map((asked) => line(asked, asked.status)),
      ...earlyQuestions(opened, now).map((asked) => line(asked, 'notAsked')),
    ],
    lacking: lackingIn(opened, texts),
    anchoring: head.anchoring,
    undelivered: undeliveredIn(opened),
    interests: interests.map((it) => ({
      ...interestView(it),
      contact: [it.name, it.role, it.email].join(', '),
    })),
  };
};

/** Those that are open, and of those that a body was asked several times, such as once a year, the newest. */
const neededOf = (questions: readonly QuestionFact[]): readonly QuestionFact[] => {
  const newest = new Map(questions.map((it) => [`${it.round.step} ${it.body}`, it.id]));
  const ids = new Set(newest.values());
  return questions.filter(({ id, status }) => status === 'open' || ids.has(id));
};

/** The mailboxes that the office was told could not be reached; see `undelivered` in shared/case/feedback.ts. */
const undeliveredIn = ({ facts, bodies }: OpenedCase): OfficeView['undelivered'] =>
  facts.mailings.flatMap(({ mails }) =>
    mails.flatMap(({ id, about }) => {
      if (!('notice' in about) || about.notice !== 'undelivered') return [];
      const { outcome: reader = '' } = about;
      const deputyAsked = facts.questions.some((it) => it.body === reader && it.deputyAskedOn !== undefined);
      return [
        {
          bodyName: readerInWords(reader, facts, (who) => nameOf(bodies, who) ?? councilName(bodies, who)),
          on: id.split('/').at(-1) ?? '',
          ...(deputyAsked && { deputyAsked: true as const }),
        },
      ];
    }),
  );
