import { wholeForm } from '../routine/answerer.ts';
import { checkAnswers, type Known } from '../routine/check.ts';
import { decision } from '../routine/decision.ts';
import { nominationForm, nominationSections } from '../routine/nomination.ts';
import { position } from '../routine/position.ts';
import { pprPosition } from '../routine/ppr-position.ts';
import type { Question } from '../routine/question.ts';
import { screening } from '../routine/screening.ts';
import type { Language, Words } from '../routine/words.ts';
import { faultPage, tooLongPage, unknownLinkPage, unsureFaultPage } from './dead-ends.ts';
import { type Reading, readPosted, toPosted } from './posted.ts';
import { questionPage } from './question-page.tsx';
import { receiptPage } from './receipt-page.tsx';
import { reviewPage } from './review-page.tsx';
import { startPage } from './start-page.tsx';
import type { EarlierAnswer, QuestionView, Typed } from './views.ts';

type Nomination = Readonly<Record<string, unknown>>;

const OFFICE: Words = { sv: 'Regionala SoB-förvaltningen', en: 'The regional SoB office' };
const COUNCIL: Words = { sv: 'Samordningsråd psykisk hälsa', en: 'Coordination council for mental health' };
const PPR: Words = { sv: 'Program- och prioriteringsrådet', en: 'The Programme and Prioritisation Council' };

export const exampleKnown: Known = {
  today: '2027-02-01',
  facts: { nominationType: 'createNew', programmeKind: 'treatment' },
  registers: {
    councils: [
      { value: 'psykisk-halsa', label: COUNCIL },
      {
        value: 'primarvard',
        label: { sv: 'Samordningsråd primärvård', en: 'Coordination council for primary care' },
      },
    ],
  },
};

const answersTo = {
  screening: {
    buildableInSob: 'yesWithAdjustments',
    buildableReason: 'Sömndagboken behöver en ny frågetyp.\n\nI övrigt finns allt.',
    programmeKind: 'treatment',
    catalogueSearchedOn: '2026-11-21',
    catalogueSearchTerms: 'sömn, insomni',
    similarProgrammes: [
      {
        name: 'Sömnskola',
        publisher: 'Region Exempel',
        source: 'otherRegion',
        similarity: 'similar',
        comment: 'Saknar stöd av behandlare.',
      },
      { name: 'Stressa mindre', publisher: 'VGR', source: 'vgr', similarity: 'partly' },
    ],
    designNetworkCheckedOn: '2026-11-22',
    designNetworkResult: 'Två regioner har samma behov.',
    screeningOutcome: 'forwardToCouncils',
    councils: ['psykisk-halsa', 'primarvard'],
    leadCouncil: 'psykisk-halsa',
    screeningReason: 'Idén passar i SoB och behovet är tydligt.',
  },
  position: {
    receivedByCouncilOn: '2026-11-25',
    interestDeclarations: { hasInterest: false },
    regionalNeed: { value: 'large', text: 'Väntetiden till KBT vid insomni är sju månader.' },
    existingAlternatives:
      'Sömnskola i Region Exempel saknar stöd av behandlare. Övriga program är för stress.',
    evidenceLevel: 'strong',
    evidenceText: { inMinutes: true },
    clinicianCompetence: 'Legitimerad psykolog, eller grundläggande psykoterapiutbildning i KBT.',
    guidelineAlignment: { value: 'yes', text: 'KBT är förstahandsval vid insomni.' },
    similarInSob: false,
    npoContactedOn: '2026-12-01',
    npoName: 'Nationellt programområde psykisk hälsa',
    otherRegionsSameNeed: { value: 'yes', regions: ['Region Exempel', 'Region Prov'] },
    collaboration: { value: 'toBeExplored', text: 'Ett möte är bokat i januari.' },
    researchPlan: { inMinutes: true },
    followUpExperience: 'Enkät efter avslutat program.',
    followUpMedical: 'ISI före, efter och vid sex månader.',
    position: 'supportCreate',
    positionConditions: 'Regionerna i samverkan betalar sin del av utvecklingen.',
    positionReason: 'Behovet är stort, evidensen är stark och inget likvärdigt program finns.',
    responsibleCouncil: true,
    organisationalConsequences: { value: false },
    economicConsequences: { value: true, text: 'Utbildning av behandlare.', sekPerYear: 250_000 },
    manageableWithinUnits: false,
    managedIntroduction: { value: 'no' },
    decidedOn: '2026-12-14',
    minutesRef: 'Möte 8/2026, § 4',
  },
  pprPosition: {
    receivedByPprOn: '2026-12-16',
    interestDeclarations: { hasInterest: false },
    resourceAssessment: 'Kostnaden ryms inom ramen för nästa år.',
    prioritisationNeeded: true,
    priority: 'high',
    pprPosition: 'supported',
    pprReason: 'Programmet avlastar primärvården och kostar lite.',
    decidedOn: '2027-01-18',
    minutesRef: 'Möte 1/2027, § 7',
  },
  decision: {
    decision: 'create',
    conditions: 'Utvecklingen börjar när avtalet om samverkan är skrivet.',
    reason: 'Råden och PPR tillstyrker. Behovet är tydligt, och resurser finns i regionens ram.',
    decisionMaker: 'Exempel Beslutsfattare',
    decidedOn: '2027-01-25',
    recordNumber: 'SSN 2027-0001',
  },
};

const earlier: readonly EarlierAnswer[] = [
  {
    question: screening,
    bodyName: OFFICE,
    answers: answersTo.screening,
    answeredBy: 'Eva Ek, handläggare',
    answeredOn: '2026-11-23',
  },
  {
    question: position,
    bodyName: COUNCIL,
    answers: answersTo.position,
    answeredBy: 'Bo Berg, ordförande',
    answeredOn: '2026-12-14',
  },
  {
    question: pprPosition,
    bodyName: PPR,
    answers: answersTo.pprPosition,
    answeredBy: 'Åsa Öst, sekreterare',
    answeredOn: '2027-01-18',
  },
];

/** The nomination's form asked as a question would be: it holds every kind of field. */
const nominate: Question = { ...screening, form: nominationForm, sections: nominationSections };

const asked: readonly {
  readonly question: Question;
  readonly bodyName: Words;
  readonly answers: Nomination;
  readonly before: number;
  readonly answeredOn: string;
}[] = [
  {
    question: screening,
    bodyName: OFFICE,
    answers: answersTo.screening,
    before: 0,
    answeredOn: '2026-11-23',
  },
  { question: position, bodyName: COUNCIL, answers: answersTo.position, before: 1, answeredOn: '2026-12-14' },
  {
    question: pprPosition,
    bodyName: PPR,
    answers: answersTo.pprPosition,
    before: 2,
    answeredOn: '2027-01-18',
  },
  { question: decision, bodyName: OFFICE, answers: answersTo.decision, before: 3, answeredOn: '2027-01-25' },
];

/** Every page in every state, by name: for tests and for screenshots. */
export function examplePages(nomination: Nomination, lang: Language): Readonly<Record<string, string>> {
  const common = {
    lang,
    caseNumber: 'N-2026-0001',
    known: exampleKnown,
  };
  const view = (question: Question, bodyName: Words, before: number): QuestionView => ({
    ...common,
    question,
    bodyName,
    nomination,
    submittedOn: '2026-11-20',
    earlier: earlier.slice(0, before),
    targetOn: '2026-12-23',
  });
  const faulty = (it: QuestionView, body: string): QuestionView => {
    const form = wholeForm(it.question);
    const { posted, raw } = readPosted(form, body, it.known);
    const checked = checkAnswers(form, raw, it.known);
    return { ...it, posted, problems: checked.ok ? [] : checked.problems };
  };
  const pages: [string, string][] = asked.flatMap(({ question, bodyName, answers, before, answeredOn }) => {
    const empty = view(question, bodyName, before);
    const signed = { ...answers, answeredByName: 'Åsa Öst', answeredByRole: 'ordförande' };
    const posted = toPosted(wholeForm(question), signed);
    const review = { ...empty, posted, answers: signed, missing: missing(question, signed) };
    const answeredBy = 'Åsa Öst, ordförande';
    const receipt = { ...empty, answers, answeredBy, answeredAt: `${answeredOn}T13:05:00Z` };
    return [
      [`${question.step}-empty`, questionPage(empty)],
      [`${question.step}-filled`, questionPage({ ...empty, posted })],
      [`${question.step}-errors`, questionPage(faulty(empty, ''))],
      ...(question.reviewedBeforeSending ? [[`${question.step}-review`, reviewPage(review)]] : []),
      [`${question.step}-receipt`, receiptPage(receipt)],
      [`${question.step}-late`, receiptPage({ ...receipt, late: typed(question, posted, signed) })],
    ] as [string, string][];
  });
  const nominating = view(nominate, OFFICE, 0);
  const anAnswer = typed(position, toPosted(position.form, answersTo.position), answersTo.position);
  return Object.fromEntries([
    ...pages,
    ['nomination-empty', questionPage(nominating)],
    ['nomination-filled', questionPage({ ...nominating, posted: toPosted(nominationForm, nomination) })],
    [
      'nomination-errors',
      questionPage(
        faulty(
          nominating,
          'costLines[0].amountSek=mycket&costLines[0].category=staffTime&proposedOwner_unknown=true',
        ),
      ),
    ],
    ['unknown-link', unknownLinkPage({ lang })],
    ['unknown-link-typed', unknownLinkPage({ lang, typed: anAnswer })],
    ['fault', faultPage({ lang })],
    ['fault-typed', unsureFaultPage({ lang, typed: anAnswer })],
    ['fault-unread', unsureFaultPage({ lang })],
    ['too-long', tooLongPage({ lang })],
    ['start', startPage(lang)],
  ]);
}

const typed = (question: Question, posted: Reading['posted'], written: Reading['written']): Typed => ({
  question,
  posted,
  written,
  intent: 'submit',
});

/** What the example leaves out though it is asked for. An example that would not be taken is no example. */
const missing = (question: Question, answers: Nomination): readonly string[] => {
  const checked = checkAnswers(wholeForm(question), answers, exampleKnown);
  if (checked.ok) return checked.warnings.map(({ field }) => field);
  throw new Error(`${question.step}: ${checked.problems.map(({ message }) => message.sv).join(' ')}`);
};
