import { isPending } from '../../shared/case/ended.ts';
import type { QuestionFact } from '../../shared/case/facts.ts';
import { readerInWords } from '../../shared/case/feedback.ts';
import type { ActLink, OfficeView } from '../../shared/pages/pages.ts';
import type { Disclosure } from '../../shared/records/disclosures.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import type { Visitor } from '../../shared/web/desk-door.ts';
import { documentLines, registrationOf } from './copy-view.ts';
import { actsFor } from './do.ts';
import { interestView } from './interest-view.ts';
import { lackingIn } from './lacking.ts';
import { mailsOf } from './mails-view.ts';
import { bodyName, councilName, nameOf, onDate } from './names.ts';
import { earlyQuestions, type OpenedCase, readsOnly } from './opened.ts';
import type { AnswerDeps } from './record.ts';
import type { Written } from './redacting.ts';

interface Seen extends Written {
  readonly disclosures: readonly Disclosure[];
}

/** What only the office sees of a case. */
export const officeView = (deps: AnswerDeps, opened: OpenedCase, written: Seen): OfficeView => {
  const { disclosures, ...texts } = written;
  const now = deps.now();
  const { facts, bodies } = opened;
  const { head } = facts;
  const line = (asked: QuestionFact, status: QuestionFact['status'] | 'notAsked') => ({
    question: QUESTIONS[asked.round.step],
    bodyName: bodyName(bodies, asked),
    status,
    ...(isOpenedFrom(opened, status) && { href: hrefOf(asked) }),
    ...(status === 'open' && asked.deputyAskedOn !== undefined && { deputyAskedOn: asked.deputyAskedOn }),
    ...(status === 'open' && { acts: sendingOn(deps, opened, asked) }),
  });
  return {
    questions: [
      ...neededOf(facts.questions).map((asked) => line(asked, asked.status)),
      ...earlyQuestions(opened, now).map((asked) => line(asked, 'notAsked')),
    ],
    lacking: lackingIn(opened, texts),
    anchoring: head.anchoring,
    undelivered: undeliveredIn(opened),
    ...registrationOf(facts),
    documents: documentLines(opened, texts),
    mails: mailsOf(opened),
    ...(opened.desk && { desk: deskPart(opened, opened.desk, disclosures) }),
    interests: texts.interests.map((it) => ({
      ...interestView(it),
      contact: [it.name, it.role, it.email].join(', '),
    })),
  };
};

const hrefOf = ({ id }: QuestionFact): string => `?question=${encodeURIComponent(id)}`;

/** Who only reads has the answers, and no form. */
const isOpenedFrom = (opened: OpenedCase, status: QuestionFact['status'] | 'notAsked'): boolean =>
  status === 'answered' || (!readsOnly(opened) && (status === 'open' || status === 'notAsked'));

/** The ways to send a question on that are the desk's. */
const sendingOn = (deps: AnswerDeps, opened: OpenedCase, asked: QuestionFact): readonly ActLink[] =>
  actsFor(deps, opened, asked)
    .filter(({ by }) => by.includes('desk'))
    .map((act) => ({ act, href: `${hrefOf(asked)}&act=${act.id}` }));

const deskPart = (
  opened: OpenedCase,
  { desk: { deskHref: href } }: Visitor,
  disclosures: readonly Disclosure[],
): NonNullable<OfficeView['desk']> => {
  const { head, programme } = opened.facts;
  const isShownToAll = programme !== undefined || isPending(head);
  return {
    printHref: `${head.number}/print`,
    exportHref: `${head.number}/export.json`,
    ...(!readsOnly(opened) && { disclosureHref: `${head.number}/disclosure` }),
    ...(isShownToAll && { openPageHref: `${href}/../programmes/${head.number}` }),
    disclosures: disclosures.map(({ at, to, request, by, masked }) => ({
      ...{ on: onDate(at), to, request, by: `${by.name}, ${by.role}`, masked: masked.length },
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
