import { openAnswers } from '../../case/openness.ts';
import { ACTS } from '../../routine/acts.ts';
import { anchoring } from '../../routine/anchoring.ts';
import { decision } from '../../routine/decision.ts';
import { nominationForm } from '../../routine/nomination.ts';
import { position } from '../../routine/position.ts';
import { pprPosition } from '../../routine/ppr-position.ts';
import { STEPS_OF } from '../../routine/question.ts';
import { screening } from '../../routine/screening.ts';
import type { Language } from '../../routine/words.ts';
import { casePage } from '../case-page.tsx';
import type {
  CaseView,
  CourseQuestion,
  EarlierAnswer,
  OfficeView,
  PhaseSteps,
  StepState,
  WaitedFor,
} from '../views.ts';
import {
  answered,
  answersTo,
  COUNCIL,
  exampleKnown,
  HEAD,
  NOMINATOR,
  type Nomination,
  OFFICE,
  PPR,
  PRIMARY_CARE,
} from './a-case.ts';
import { DOCUMENTS } from './attachments.ts';
import { laterCases } from './later-cases.ts';
import { EXPIRES, exampleChanges, examplePositions, links } from './questions.ts';

/** The page of a case and the list of a body, at several times. */
export function caseExamples(
  nomination: Nomination,
  lang: Language,
): readonly (readonly [name: string, page: string])[] {
  const submitted: CaseView = {
    lang,
    reader: 'nominator',
    caseNumber: 'N-2026-0001',
    milestone: 'submitted',
    submittedOn: '2026-11-20',
    known: exampleKnown,
    nomination,
    nominationVersion: 1,
    steps: [nominationSteps('now', 'left', 'left', 'left')],
    waiting: [{ question: screening, bodyName: OFFICE, since: '2026-11-20', days: 1 }],
    course: [SCREENED],
    answers: [],
    positions: [],
    changes: [],
    acts: links('amend', 'changeContacts', 'withdraw'),
    related: [],
  };
  const underWay: CaseView = {
    ...submitted,
    milestone: 'forwardedToCouncil',
    nominationVersion: 3,
    steps: [nominationSteps('done', 'now', 'skipped', 'left')],
    waiting: [WAITING, RESTING],
    course: [SCREENED, ANCHORED, POSITION, SUPPLEMENT_ASKED, RELEASED],
    answers: answered.slice(0, 2),
    positions: examplePositions,
    changes: exampleChanges(nomination),
    related: [{ number: 'N-2026-0007', relation: 'related' }],
    forecast: { usualDays: 140, daysSoFar: 73 },
  };
  const decided: CaseView = {
    ...underWay,
    milestone: 'decided',
    nomination: openAnswers(nominationForm, withSecrets(nomination)),
    steps: [nominationSteps('done', 'done', 'done', 'done')],
    waiting: [],
    answers: [...answered, DECIDED],
    acts: [],
    related: [{ number: 'N-2026-0009', relation: 'mergedFrom', href: '/c/other' }],
  };
  return [
    ['case-submitted', casePage(submitted)],
    ['case-under-way', casePage(underWay)],
    ['case-decided', casePage({ ...decided, documents: DOCUMENTS })],
    ['case-put-off', casePage({ ...underWay, waiting: [], reviewOn: '2027-03-01' })],
    ['case-withdrawn', casePage({ ...submitted, milestone: 'withdrawn', waiting: [], acts: [] })],
    [
      'case-for-the-office',
      casePage({
        ...underWay,
        reader: 'sobOffice',
        expiryBanner: EXPIRES,
        acts: links(
          'requestSupplement',
          'changeCouncils',
          'changeContacts',
          'reopen',
          'linkCases',
          'withdraw',
        ),
        office: FOR_THE_OFFICE,
      }),
    ],
    ...laterCases(decided),
  ];
}

/** The steps of the nomination in their order, each as it stands. */
const nominationSteps = (...states: readonly StepState[]): PhaseSteps => ({
  phase: 'nomination',
  steps: STEPS_OF.nomination.map((step, index) => ({ step, state: states[index] ?? 'left' })),
});

/** With a tender that others are not to see, and an attachment of it. */
const withSecrets = (nomination: Nomination): Nomination => ({
  ...nomination,
  costLines: [
    {
      category: 'purchaseLicence',
      description: 'Licens',
      amountSek: 900_000,
      recurrence: 'perYear',
      bornBy: 'region',
      confidential: true,
    },
    {
      category: 'training',
      description: 'Utbildning',
      amountSek: 60_000,
      recurrence: 'oneOff',
      bornBy: 'ownUnit',
    },
  ],
  attachments: [{ title: 'Anbud', confidential: true }, { title: 'Vårdprogram' }],
});

const WAITING: WaitedFor = {
  question: position,
  bodyName: COUNCIL,
  since: '2026-11-23',
  days: 70,
  netDays: 58,
  targetOn: '2026-12-23',
  meetingOn: '2027-02-08',
  waitsSince: '2027-01-20',
};
const RESTING: WaitedFor = {
  question: pprPosition,
  bodyName: PPR,
  since: '2027-01-18',
  days: 14,
  restsUntil: '2027-03-01',
};

const SCREENED: CourseQuestion = {
  question: screening,
  bodyName: OFFICE,
  askedOn: '2026-11-20',
  status: 'answered',
  endedOn: '2026-11-23',
  days: 3,
};
const ANCHORED: CourseQuestion = {
  question: anchoring,
  bodyName: HEAD,
  askedOn: '2026-11-20',
  status: 'answered',
  endedOn: '2026-11-21',
  days: 1,
};
const POSITION: CourseQuestion = {
  question: position,
  bodyName: COUNCIL,
  askedOn: '2026-11-23',
  status: 'answered',
  endedOn: '2026-12-14',
  days: 21,
  netDays: 19,
  recordedByOffice: true,
};
const RELEASED: CourseQuestion = {
  question: position,
  bodyName: PRIMARY_CARE,
  askedOn: '2026-11-23',
  status: 'released',
  endedOn: '2026-12-20',
  days: 27,
  reason: 'Rådet berörs inte längre.',
};
const SUPPLEMENT_ASKED = { act: ACTS.requestSupplement, on: '2026-12-01', by: COUNCIL };

const DECIDED: EarlierAnswer = {
  question: decision,
  bodyName: OFFICE,
  answers: answersTo.decision,
  answeredBy: 'Eva Ek, handläggare',
  answeredOn: '2027-01-25',
  givenOn: 3,
};

export const FOR_THE_OFFICE: OfficeView = {
  interests: [
    {
      unit: 'Vårdcentral Lärkan, Närhälsan',
      need: 'Ungefär 40 patienter om året.\nVi vill börja i höst.',
      on: '2026-12-10',
      contact: 'Åsa Öst, enhetschef, vc.larkan@example.se',
    },
  ],
  registrationNumber: 'SSN 2026-00123',
  documents: [
    {
      title: { sv: 'Nomineringen, version 1', en: 'The nomination, version 1' },
      by: NOMINATOR,
      on: '2026-11-20',
      mark: 'partly',
    },
    { title: position.title, by: COUNCIL, on: '2026-12-14', mark: 'open', minutes: '2026-12-14 § 7' },
  ],
  mails: [
    { what: screening.title, to: OFFICE, on: '2026-11-20', state: 'sent' },
    { what: position.title, to: COUNCIL, on: '2026-12-02', state: 'undelivered' },
    { what: position.title, to: PRIMARY_CARE, state: 'waiting' },
  ],
  anchoring: 'asked',
  lacking: [
    {
      sv: 'Verksamhetschefen har inte bekräftat att idén är förankrad.',
      en: 'The head of operations has not confirmed that the idea is anchored.',
    },
    { sv: 'Ett samordningsråd har inte svarat.', en: 'One council has not answered.' },
  ],
  undelivered: [
    { bodyName: COUNCIL, on: '2026-12-02', deputyAsked: true },
    { bodyName: NOMINATOR, on: '2026-12-03' },
  ],
  questions: [
    { question: anchoring, bodyName: HEAD, status: 'open', href: '?question=anchoring-1' },
    { question: screening, bodyName: OFFICE, status: 'answered' },
    { question: position, bodyName: COUNCIL, status: 'open', href: '?question=position-1' },
    { question: position, bodyName: PRIMARY_CARE, status: 'released' },
    { question: pprPosition, bodyName: PPR, status: 'notAsked', href: '?question=pprPosition' },
    { question: decision, bodyName: OFFICE, status: 'notAsked', href: '?question=decision' },
  ],
};
