import { changesBetween } from '../../shared/case/changes.ts';
import { routineExpiry } from '../../shared/case/expiry.ts';
import type { CaseFacts, QuestionFact } from '../../shared/case/facts.ts';
import { councilsDisagree } from '../../shared/case/judgement.ts';
import { openAnswers } from '../../shared/case/openness.ts';
import { positionsOf, SOB_OFFICE } from '../../shared/case/rounds.ts';
import type {
  Cause,
  ClosedView,
  EarlierAnswer,
  NominationChange,
  QuestionView,
  ReceiptView,
  ReleasedBody,
  ReviewView,
  StatedPosition,
  Typed,
} from '../../shared/pages/pages.ts';
import { type Posted, type Reading, toPosted } from '../../shared/pages/posted.ts';
import type { CaseTexts, StoredAct, StoredAnswer } from '../../shared/records/cases.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import { position } from '../../shared/routine/position.ts';
import type { Act, Milestone, Sheet } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { dateInWords, type Language, type Words } from '../../shared/routine/words.ts';
import { actsFor, type OpenedAct } from './do.ts';
import { answerTo } from './give.ts';
import { bodyName, councilName, onDate } from './names.ts';
import { isRecordedByOffice, type Opened, type OpenedCase } from './opened.ts';
import type { AnswerDeps } from './record.ts';
import { similarTo } from './similar.ts';

/** What every page of one request is told. */
export interface Asking {
  readonly lang: Language;
  /** The page's own query, without the language. */
  readonly query: string;
}

const byTime = (a: StoredAnswer, b: StoredAnswer): number => a.answeredAt.localeCompare(b.answeredAt);

/** Answers that were given in a case, oldest first. */
export const earlierAnswers = ({ facts, bodies }: OpenedCase, texts: CaseTexts): readonly EarlierAnswer[] =>
  [...texts.answers].sort(byTime).flatMap((answer) => {
    const asked = facts.questions.find((it) => it.id === answer.questionId);
    if (asked === undefined || asked.round.step === 'supplement') return [];
    return [
      {
        question: QUESTIONS[asked.round.step],
        bodyName: bodyName(bodies, asked),
        answers: answer.answers,
        answeredBy: asked.answeredBy ?? '',
        answeredOn: onDate(answer.answeredAt),
        ...(asked.givenOn !== undefined && { givenOn: asked.givenOn }),
        ...(asked.recordedByOffice && { recordedByOffice: true }),
      },
    ];
  });

/** What changed with each version of the nomination. */
export const nominationChanges = ({ versions }: CaseTexts, open: Opening): readonly NominationChange[] =>
  versions.slice(1).map(({ answers, submittedAt }, index) => ({
    version: index + 2,
    on: onDate(submittedAt),
    changes: changesBetween(nominationForm, open(versions[index]?.answers ?? {}), open(answers)),
  }));

/** Takes away what a reader may not see of a nomination. */
export type Opening = (nomination: Answers) => Answers;

type Answers = Readonly<Record<string, unknown>>;

/** What is marked as confidential is for the office and for the bodies that judge (ROUTINE.md section 7.3). */
export const openTo = (seesAll: boolean): Opening =>
  seesAll ? (answers) => answers : (answers) => openAnswers(nominationForm, answers);

/** R-e2: the councils' positions, in the words of their form. */
export const statedPositions = ({ facts, bodies }: OpenedCase): readonly StatedPosition[] =>
  positionsOf(facts).flatMap(({ body, told }) => {
    const options: Readonly<Record<string, Words>> = position.form.position.options;
    const stated = options[String(told?.position)];
    return stated === undefined ? [] : [{ body: councilName(bodies, body), position: stated }];
  });

/** Why a council was released: said when the councils were changed, or when its proposal was approved. */
export const releaseReason = (
  question: QuestionFact,
  facts: CaseFacts,
  texts: CaseTexts,
): string | undefined => {
  const change = texts.acts.find(
    ({ act, answers }) =>
      act === 'changeCouncils' &&
      Array.isArray(answers.releaseCouncils) &&
      answers.releaseCouncils.includes(question.body),
  );
  const proposal = facts.questions.find(
    ({ round, cause }) => round.step === 'councilChange' && cause === question.id,
  );
  const reason = change?.answers.changeReason ?? (proposal && answerTo(texts, proposal)?.changeReason);
  return typeof reason === 'string' ? reason : undefined;
};

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

/** R-13, for the office. */
export const expiryOf = ({ known, reader }: OpenedCase): { readonly expiryBanner?: Words } => {
  const expiry = reader === SOB_OFFICE ? routineExpiry(known.today) : undefined;
  if (expiry === undefined) return {};
  const on = (lang: Language) => dateInWords(expiry.validTo, lang);
  return {
    expiryBanner: expiry.expired
      ? { sv: `Rutinen gällde till och med ${on('sv')}.`, en: `The routine was valid until ${on('en')}.` }
      : {
          sv: `Rutinen gäller till och med ${on('sv')}. Den behöver förnyas före dess.`,
          en: `The routine is valid until ${on('en')}. It needs to be renewed before that.`,
        },
  };
};

/** The case's page, for whoever came from it. */
const backTo = ({ reader }: OpenedCase): { readonly backHref?: string } =>
  reader === undefined ? {} : { backHref: '?' };

const hrefTo = (query: string, act: Act): string => `?${query === '' ? '' : `${query}&`}act=${act.id}`;

/** What a form holds before anybody has typed in it: the newest nomination, where it is that which is mended. */
export const prefilled = (sheet: Sheet, { facts }: OpenedCase, texts: CaseTexts): Posted | undefined => {
  const { contacts } = facts.head;
  switch (sheet.id) {
    case 'supplement':
    case 'amend':
      return toPosted(nominationForm, texts.nomination);
    case 'changeContacts':
      return toPosted(sheet.form, {
        contactFunction: texts.nomination.contactFunction,
        contactEmail: contacts.nominator,
        headOfOperationsEmail: contacts.headOfOperations,
        sobContactEmail: contacts.sobContact,
      });
    default:
      return undefined;
  }
};

/** The page of an open question: the case and the earlier answers, and the form with what was typed in it. */
export const questionView = async (
  deps: AnswerDeps,
  opened: Opened,
  { lang, query }: Asking,
  typed?: Required<Pick<QuestionView, 'posted' | 'problems'>>,
): Promise<QuestionView> => {
  const { facts, asked, question, bodies, known } = opened;
  const texts = await deps.record.texts(facts.head.id);
  const waits = asked.waits?.find(({ to }) => to === undefined);
  const cause = causeOf(opened, texts);
  const posted = typed?.posted ?? prefilled(question, opened, texts);
  const isOfBodies = asked.body !== 'nominator' && asked.body !== 'headOfOperations';
  const open = openTo(isOfBodies || opened.reader === SOB_OFFICE);
  return {
    lang,
    query,
    ...expiryOf(opened),
    ...backTo(opened),
    question,
    caseNumber: facts.head.number,
    bodyName: bodyName(bodies, asked),
    nomination: open(texts.nomination),
    nominationVersion: facts.head.nominationVersion,
    submittedOn: onDate(facts.head.submittedAt),
    earlier: isOfBodies ? earlierAnswers(opened, texts) : [],
    changes: nominationChanges(texts, open),
    released: releasedBodies(opened, texts),
    known,
    acts: actsFor(deps, opened, asked).map((act) => ({ act, href: hrefTo(query, act) })),
    ...(isOfBodies && { similar: await similarTo(deps, opened, texts.nomination) }),
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

/** What was filled in, to read through before it is sent. */
export const reviewView = (
  sheet: Sheet,
  opened: OpenedCase,
  whoActs: Words,
  { posted, answers, missing }: Pick<Reading, 'posted'> & Pick<ReviewView, 'answers' | 'missing'>,
  { lang, query }: Asking,
): ReviewView => ({
  lang,
  query,
  ...expiryOf(opened),
  sheet,
  caseNumber: opened.facts.head.number,
  bodyName: whoActs,
  posted,
  answers,
  missing,
  known: opened.known,
});

/** The receipt of an answered question, the same for everyone who comes to its link; and what came too `late`. */
export const receiptView = async (
  deps: AnswerDeps,
  opened: Opened,
  { lang, query }: Asking,
  late?: Typed,
): Promise<ReceiptView> => {
  const { facts, asked, question, bodies, known } = opened;
  const texts = await deps.record.texts(facts.head.id);
  return {
    lang,
    query,
    ...expiryOf(opened),
    ...backTo(opened),
    question,
    caseNumber: facts.head.number,
    bodyName: bodyName(bodies, asked),
    answers: answerTo(texts, asked) ?? {},
    answeredBy: asked.answeredBy ?? '',
    answeredAt: asked.answeredAt ?? '',
    acts: actsFor(deps, opened, asked).map((act) => ({ act, href: hrefTo(query, act) })),
    known,
    ...(asked.recordedByOffice && { recordedByOffice: true }),
    ...(late && { late }),
  };
};

const ENDED: readonly Milestone[] = ['decided', 'declined', 'notForSob', 'merged', 'withdrawn'];

const whyClosed = ({ facts, asked }: Opened): ClosedView['why'] => {
  const { milestone } = facts.head;
  if (asked.status === 'released') return 'released';
  return ENDED.includes(milestone) ? (milestone as ClosedView['why']) : 'wentOn';
};

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
    question,
    caseNumber: facts.head.number,
    bodyName: bodyName(bodies, asked),
    known,
    why: whyClosed(opened),
    ...(asked.endedAt !== undefined && { on: onDate(asked.endedAt) }),
    ...(asked.status === 'released' && { by: councilName(bodies, SOB_OFFICE) }),
    ...(asked.status === 'released' && reason !== undefined && { reason }),
    ...(facts.head.mergedInto !== undefined && { mergedInto: facts.head.mergedInto }),
    ...(late && { late }),
  };
};

/** Who does an act, as its pages say it. */
export const whoActs = ({ bodies, reader, on }: OpenedAct): Words => {
  if (on !== undefined && reader === undefined) return bodyName(bodies, on);
  return reader === SOB_OFFICE
    ? councilName(bodies, SOB_OFFICE)
    : { sv: 'Den som nominerar', en: 'The nominator' };
};
