import type { QuestionFact } from '../../shared/case/facts.ts';
import { readerInWords } from '../../shared/case/feedback.ts';
import { g4 } from '../../shared/case/gates.ts';
import type { OfficeView } from '../../shared/pages/pages.ts';
import type { Body } from '../../shared/records/bodies.ts';
import { QUESTIONS, ROLE_NAMES } from '../../shared/routine/routine.ts';
import type { Words } from '../../shared/routine/words.ts';
import { bodyName, councilName } from './names.ts';
import { earlyQuestions, type OpenedCase } from './opened.ts';

/** What only the office sees of a case. */
export const officeView = (opened: OpenedCase, now: Date): OfficeView => {
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
      ...facts.questions.map((asked) => line(asked, asked.status)),
      ...earlyQuestions(opened, now).map((asked) => line(asked, 'notAsked')),
    ],
    lacking: head.phaseWanted ? g4(facts).map(({ message }) => message) : [],
    anchoring: head.anchoring,
    undelivered: undeliveredIn(opened),
  };
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
          bodyName: readerName(bodies, reader),
          on: id.split('/').at(-1) ?? '',
          ...(deputyAsked && { deputyAsked: true as const }),
        },
      ];
    }),
  );

const readerName = (bodies: readonly Body[], reader: string): Words =>
  readerInWords(
    reader,
    (who) =>
      bodies.find(({ id }) => id === who)?.name ?? (isRole(who) ? ROLE_NAMES[who] : councilName(bodies, who)),
  );

const isRole = (who: string): who is keyof typeof ROLE_NAMES => Object.hasOwn(ROLE_NAMES, who);
