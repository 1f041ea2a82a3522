import { changesBetween } from '../../case/changes.ts';
import { ACTS } from '../../routine/acts.ts';
import { wholeForm } from '../../routine/answerer.ts';
import { checkAnswers } from '../../routine/check.ts';
import { councilChange } from '../../routine/council-change.ts';
import { decision } from '../../routine/decision.ts';
import { nominationForm } from '../../routine/nomination.ts';
import { position } from '../../routine/position.ts';
import type { Act, Question, Sheet } from '../../routine/question.ts';
import { supplement } from '../../routine/supplement.ts';
import type { Language, Words } from '../../routine/words.ts';
import { type Reading, readPosted, toPosted } from '../posted.ts';
import { questionPage } from '../question-page.tsx';
import { receiptPage } from '../receipt-page.tsx';
import { reviewPage } from '../review-page.tsx';
import type { NominationChange, QuestionView, Similar, StatedPosition, Typed } from '../views.ts';
import {
  answered,
  answersTo,
  asked,
  COUNCIL,
  exampleKnown,
  NOMINATOR,
  type Nomination,
  OFFICE,
  PRIMARY_CARE,
} from './a-case.ts';
import { laterQuestions } from './later-questions.ts';

/** A question with an answer to it, and what its page shows beside the nomination. */
export interface AskedQuestion {
  readonly question: Question;
  readonly bodyName: Words;
  readonly answers: Nomination;
  readonly answeredOn: string;
  readonly more: Partial<QuestionView>;
}

type Pages = readonly (readonly [name: string, page: string])[];

/** The page of each question, its review and its receipt, in every state. */
export function questionExamples(nomination: Nomination, lang: Language): Pages {
  const view = (question: Question, bodyName: Words, before: number): QuestionView => ({
    lang,
    caseNumber: 'N-2026-0001',
    known: exampleKnown,
    question,
    bodyName,
    nomination,
    submittedOn: '2026-11-20',
    earlier: answered.slice(0, before),
  });
  const all: readonly AskedQuestion[] = [
    ...asked(nomination).map(({ before, ...it }) => ({
      ...it,
      more: { earlier: answered.slice(0, before), targetOn: TARGET, calendarHref: '?calendar' },
    })),
    ...laterQuestions,
  ];
  const states = all.flatMap(({ question, bodyName, answers, answeredOn, more }): Pages => {
    const empty = { ...view(question, bodyName, 0), ...more };
    const { known } = empty;
    const signed = { ...answers, answeredByName: 'Åsa Öst', answeredByRole: 'ordförande' };
    const posted = toPosted(wholeForm(question), signed);
    const left = missing(question, signed, known);
    const review = { ...empty, sheet: question, posted, answers: signed, missing: left };
    const answeredBy = 'Åsa Öst, ordförande';
    const receipt = { ...empty, answers, answeredBy, answeredAt: `${answeredOn}T13:05:00Z` };
    return [
      [`${question.step}-empty`, questionPage(empty)],
      [`${question.step}-filled`, questionPage({ ...empty, posted })],
      [
        `${question.step}-errors`,
        questionPage({ ...empty, ...faulty(question, FAULTS[question.step], known) }),
      ],
      ...(question.reviewedBeforeSending ? ([[`${question.step}-review`, reviewPage(review)]] as const) : []),
      [`${question.step}-receipt`, receiptPage(receipt)],
      [`${question.step}-late`, receiptPage({ ...receipt, late: typed(question, posted, signed) })],
    ];
  });
  return [...states, ...inTheCourseOfACase(nomination, view)];
}

/** What a case brings with it: acts, changes, other councils, other programmes, answers on paper. */
const inTheCourseOfACase = (
  nomination: Nomination,
  view: (question: Question, bodyName: Words, before: number) => QuestionView,
): Pages => {
  const inPosition = { ...view(position, COUNCIL, 1), targetOn: TARGET };
  const onPaper = {
    ...inPosition,
    asOffice: true,
    backHref: '?',
    query: 'question=position-1',
    expiryBanner: EXPIRES,
  } as const;
  return [
    [
      'position-in-course',
      questionPage({
        ...inPosition,
        nominationVersion: 2,
        changes: exampleChanges(nomination),
        acts: links('requestSupplement', 'proposeCouncil', 'setMeeting', 'correctReceived'),
        meetingOn: '2026-12-14',
        waitsSince: '2026-12-01',
        similar: SIMILAR,
        interests: [
          { unit: 'Vårdcentral Lärkan, Närhälsan', need: 'Ungefär 40 patienter om året.', on: '2026-12-10' },
        ],
      }),
    ],
    ['position-on-paper', questionPage(onPaper)],
    [
      'position-on-paper-receipt',
      receiptPage({
        ...onPaper,
        recordedByOffice: true,
        answers: answersTo.position,
        answeredBy: 'Eva Ek, handläggare',
        answeredAt: '2026-12-14T13:05:00Z',
        acts: links('withdrawReferral'),
      }),
    ],
    [
      'decision-not-agreed',
      questionPage({
        ...view(decision, OFFICE, 3),
        nominationVersion: 3,
        positions: examplePositions,
        released: [{ body: PRIMARY_CARE, on: '2026-12-20', reason: 'Rådet berörs inte längre.' }],
        expiryBanner: EXPIRES,
      }),
    ],
    [
      'supplement-prefilled',
      questionPage({
        ...view(supplement, NOMINATOR, 0),
        posted: toPosted(supplement.form, nomination),
        cause: {
          act: ACTS.requestSupplement,
          bodyName: COUNCIL,
          on: '2026-12-01',
          answers: { supplementNeeded: 'Hur många patienter i regionen gäller det?\nVad kostar driften?' },
        },
      }),
    ],
    [
      'councilChange-asked',
      questionPage({
        ...view(councilChange, OFFICE, 1),
        cause: {
          act: ACTS.proposeCouncil,
          bodyName: COUNCIL,
          on: '2026-12-02',
          answers: {
            proposalKind: 'also',
            proposedCouncil: 'primarvard',
            proposalReason: 'Programmet ska användas på vårdcentraler.',
          },
        },
      }),
    ],
  ];
};

const TARGET = '2026-12-23';

export const links = (...names: readonly (keyof typeof ACTS)[]) =>
  names.map((name) => ({ act: ACTS[name] as Act, href: `?act=${name}` }));

export const exampleChanges = (nomination: Nomination): readonly NominationChange[] => {
  const { estimatedPatientsRegion: _, ...before } = nomination;
  const first = { ...before, purpose: 'Bättre sömn.' };
  return [{ version: 2, on: '2026-12-03', changes: changesBetween(nominationForm, first, nomination) }];
};

export const examplePositions: readonly StatedPosition[] = [
  { body: COUNCIL, position: position.form.position.options.supportCreate },
  { body: PRIMARY_CARE, position: position.form.position.options.notSupported },
];

export const EXPIRES: Words = {
  sv: 'Rutinen gäller till 31 januari 2029. Se över den i tid.',
  en: 'The routine is valid to 31 January 2029. Review it in time.',
};

const SIMILAR: readonly Similar[] = [
  {
    name: 'Stressa mindre',
    what: 'programme',
    detail: { sv: 'används sedan 2024', en: 'in use since 2024' },
    reason: {
      sv: 'Samma kliniska område, och orden ”sömn” och ”KBT” finns i båda.',
      en: 'The same clinical area, and the words “sömn” and “KBT” are in both.',
    },
  },
  {
    name: 'Sömnskola för unga vuxna',
    what: 'case',
    detail: { sv: 'N-2026-0007, hos samordningsråd', en: 'N-2026-0007, with councils' },
    href: '/case/N-2026-0007',
    reason: { sv: 'Ordet ”sömn” finns i båda titlarna.', en: 'The word “sömn” is in both titles.' },
  },
];

/** What is wrong beside that nothing is filled in. */
const FAULTS: Partial<Readonly<Record<Question['step'], string>>> = {
  projectAssignment: 'projectOutcome=started&costLines[0].category=staffTime&agreementsNeeded=true',
  contentReview: 'reviewDone=true&reviewOutcome=notApproved',
  test: 'functional.done=true&functional.outcome=failed&clinical.done=false',
  inactivationPosition: 'ground=replaced',
  supplement: 'costLines[0].amountSek=mycket&costLines[0].category=staffTime&proposedOwner_unknown=true',
};

/** A form that was sent and could not be taken. */
export const faulty = (
  sheet: Sheet,
  body = '',
  known = exampleKnown,
): Required<Pick<QuestionView, 'posted' | 'problems'>> => {
  const form = wholeForm(sheet);
  const { posted, raw } = readPosted(form, body, known);
  const checked = checkAnswers(form, raw, known);
  return { posted, problems: checked.ok ? [] : checked.problems };
};

export const typed = (sheet: Sheet, posted: Reading['posted'], written: Reading['written']): Typed => ({
  sheet,
  posted,
  written,
  intent: 'submit',
});

/** What the example leaves out though it is asked for. An example that would not be taken is no example. */
export const missing = (sheet: Sheet, answers: Nomination, known = exampleKnown): readonly string[] => {
  const checked = checkAnswers(wholeForm(sheet), answers, known);
  if (checked.ok) return checked.warnings.map(({ field }) => field);
  throw new Error(`${sheet.id}: ${checked.problems.map(({ message }) => message.sv).join(' ')}`);
};
