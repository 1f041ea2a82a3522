import { anchoring } from '../../routine/anchoring.ts';
import type { Known } from '../../routine/check.ts';
import { councilChange } from '../../routine/council-change.ts';
import { decision } from '../../routine/decision.ts';
import { nominationForm } from '../../routine/nomination.ts';
import { position } from '../../routine/position.ts';
import { pprPosition } from '../../routine/ppr-position.ts';
import type { Question } from '../../routine/question.ts';
import { screening } from '../../routine/screening.ts';
import { supplement } from '../../routine/supplement.ts';
import type { Words } from '../../routine/words.ts';
import type { EarlierAnswer } from '../views.ts';

/** One case, as the example pages show it. */

export type Nomination = Readonly<Record<string, unknown>>;

export const OFFICE: Words = { sv: 'Regionala SoB-förvaltningen', en: 'The regional SoB office' };
export const COUNCIL: Words = {
  sv: 'Samordningsråd psykisk hälsa',
  en: 'Coordination council for mental health',
};
export const PRIMARY_CARE: Words = {
  sv: 'Samordningsråd primärvård',
  en: 'Coordination council for primary care',
};
export const HEAD: Words = { sv: 'Verksamhetschefen', en: 'The head of operations' };
export const NOMINATOR: Words = { sv: 'Vårdcentral Ekdungen', en: 'Vårdcentral Ekdungen' };
export const PPR: Words = {
  sv: 'Program- och prioriteringsrådet',
  en: 'The Programme and Prioritisation Council',
};

export const exampleKnown: Known = {
  today: '2027-02-01',
  facts: {
    nominationType: 'createNew',
    programmeKind: 'treatment',
    decision: 'create',
    occasion: 'decided',
    medicalDevice: 'notDevice',
    children: false,
    inactivated: false,
    unpublished: false,
  },
  registers: {
    councils: [
      { value: 'psykisk-halsa', label: COUNCIL },
      { value: 'primarvard', label: PRIMARY_CARE },
    ],
  },
};

/** A valid answer to each question. */
export const answersTo = {
  anchoring: {
    anchorAnswer: 'supportedWithConditions',
    anchorComment: 'Vi kan börja först när rekryteringen är klar.',
    resourcesAcknowledged: true,
  },
  councilChange: {
    approved: true,
    newCouncil: 'primarvard',
    changeReason: 'Programmet används i primärvården.',
  },
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

/** A nomination's own fields, with a start that has not passed on the day of {@link exampleKnown}. */
export const fresh = (nomination: Nomination): Nomination => ({
  ...Object.fromEntries(Object.keys(nominationForm).map((name) => [name, nomination[name]])),
  desiredStart: '2027-03',
});

interface Asked {
  readonly question: Question;
  readonly bodyName: Words;
  readonly answers: Nomination;
  readonly answeredOn: string;
  /** How many of {@link answered} were there when it was asked. */
  readonly before: number;
}

/** Every question of the nomination, with an answer. */
export const asked = (nomination: Nomination): readonly Asked[] => [
  { question: anchoring, bodyName: HEAD, answers: answersTo.anchoring, before: 0, answeredOn: '2026-11-21' },
  {
    question: screening,
    bodyName: OFFICE,
    answers: answersTo.screening,
    before: 0,
    answeredOn: '2026-11-23',
  },
  {
    question: supplement,
    bodyName: NOMINATOR,
    answers: { ...fresh(nomination), supplementReply: 'Vi har lagt till antalet patienter i regionen.' },
    before: 1,
    answeredOn: '2026-12-03',
  },
  {
    question: councilChange,
    bodyName: OFFICE,
    answers: answersTo.councilChange,
    before: 1,
    answeredOn: '2026-12-05',
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

/** The answers that whoever comes later reads. */
export const answered: readonly EarlierAnswer[] = [
  {
    question: screening,
    bodyName: OFFICE,
    answers: answersTo.screening,
    answeredBy: 'Eva Ek, handläggare',
    answeredOn: '2026-11-23',
    givenOn: 1,
  },
  {
    question: position,
    bodyName: COUNCIL,
    answers: answersTo.position,
    answeredBy: 'Bo Berg, ordförande',
    answeredOn: '2026-12-14',
    givenOn: 2,
    recordedByOffice: true,
  },
  {
    question: pprPosition,
    bodyName: PPR,
    answers: answersTo.pprPosition,
    answeredBy: 'Åsa Öst, sekreterare',
    answeredOn: '2027-01-18',
    givenOn: 2,
  },
];
