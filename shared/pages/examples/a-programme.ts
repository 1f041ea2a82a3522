import type { Known } from '../../routine/check.ts';
import { contentReview } from '../../routine/content-review.ts';
import { figures } from '../../routine/figures.ts';
import { followUp } from '../../routine/follow-up.ts';
import { inactivation } from '../../routine/inactivation.ts';
import { inactivationPosition } from '../../routine/inactivation-position.ts';
import { introduction } from '../../routine/introduction.ts';
import { productionChecklist } from '../../routine/production-checklist.ts';
import type { Question } from '../../routine/question.ts';
import { ROLE_NAMES } from '../../routine/routine.ts';
import { test } from '../../routine/test.ts';
import type { Words } from '../../routine/words.ts';
import type { EarlierAnswer, ProgrammeView, ProjectView } from '../views.ts';
import { COUNCIL, exampleKnown, type Nomination, OFFICE } from './a-case.ts';

/** What became of the case: its project, its programme, and the years after. */

export const laterKnown: Known = {
  ...exampleKnown,
  today: '2030-10-07',
  registers: {
    ...exampleKnown.registers,
    users: [{ value: 'unit-1', label: { sv: 'Vårdcentral Ekdungen', en: 'Vårdcentral Ekdungen' } }],
  },
};

const OK = { value: 'ok', person: 'Exempel Innehåll', checkedOn: '2027-09-01' };

const assignment = {
  projectOutcome: 'started',
  goal: 'Ett program mot insomni som alla vårdcentraler kan använda.',
  notIncluded: 'Behandling av sömnapné, och utbildning av nya behandlare.',
  timeFrom: '2027-03',
  timeTo: '2027-12',
  budgetSek: 700_000,
  weightQuality: 70,
  weightSchedule: 15,
  weightBudget: 15,
  projectOwnerName: 'Exempel Ägare',
  projectOwnerEmail: 'agare@example.se',
  projectManagerName: 'Exempel Ledare',
  projectManagerEmail: 'ledare@example.se',
  projectMembers: [
    { person: 'Exempel Innehåll', unit: 'Sömnmottagningen', responsibility: ['content', 'pedagogy'] },
    { person: 'Exempel Design', unit: 'SoB-förvaltningen', responsibility: ['design'] },
  ],
  costLines: [
    {
      category: 'development',
      description: 'Film, fyra avsnitt',
      amountSek: 600_000,
      recurrence: 'oneOff',
      bornBy: 'region',
    },
    {
      category: 'operationManagement',
      description: 'Drift och förvaltning',
      amountSek: 120_000,
      recurrence: 'perYear',
      bornBy: 'allUsingUnits',
    },
  ],
  financing: [{ source: 'Regionens utvecklingsmedel', amountSek: 700_000, status: 'secured' }],
  agreementsNeeded: true,
  agreements: [{ kind: 'copyright', status: 'underWay' }],
  documentStatus: 'open',
  registrationNumber: 'SSN 2027-0007',
  monthlyReport: true,
} as const;

export const laterAnswers = {
  projectAssignment: assignment,
  assignmentApproval: { approved: false, comment: 'Drift och förvaltning behöver räknas om.' },
  deviationApproval: { approved: true, comment: 'Kvaliteten går före.' },
  productionChecklist: {
    publicName: 'Sov bättre',
    designGuide: OK,
    medicalGuidance: OK,
    medicalDevice: 'notDevice',
    medicalDeviceReason: 'Programmet ger råd och övningar. Det ställer ingen diagnos.',
    regionalDocumentation: OK,
    language: OK,
    accessibility: { ...OK, reportReference: 'Rapport 4', knownIssues: ['En film saknar syntolkning'] },
    factCheck: OK,
    patientsTookPart: { value: 'ok', comment: 'Sex patienter provade texterna.' },
  },
  contentReview: {
    reviewDone: true,
    reviewers: [{ reviewer: 'Exempel Granskare', organisation: 'Region Exempel', independent: true }],
    findings: [{ text: 'Modul tre är för lång.', severity: 'mustFix' }],
    reviewOutcome: 'notApproved',
  },
  test: {
    functional: {
      done: true,
      testers: 8,
      period: 'September 2027',
      resultSummary: 'Alla moduler gick att genomföra på telefon och dator.',
      issues: [{ text: 'Filmen laddar långsamt.', severity: 'shouldFix' }],
      outcome: 'passedWithIssues',
    },
    clinical: { done: false, skipReason: 'Programmet bygger på ett som redan är prövat.' },
  },
  introduction: {
    publicName: 'Sov bättre',
    publishedOn: '2027-12-01',
    responsibleCouncil: 'psykisk-halsa',
    programmeOwner: 'Sömnmottagningen',
    programmeOwnerEmail: 'programagare@example.se',
    operationalResponsibility: 'Sömnmottagningen rättar fel och svarar på frågor.',
    evaluationPlan: 'ISI före och efter, och en enkät om upplevelsen.',
    experienceMeasure: 'Enkät efter avslutat program.',
    outcomeMeasure: 'ISI före, efter och vid sex månader.',
    followUpInterval: 'En gång om året',
    followUpResponsible: 'Programägaren',
    units: [
      {
        unit: 'Vårdcentral Ekdungen',
        contactEmail: 'ekdungen@example.se',
        unitConnectedToSob: true,
        riskAnalysisOn: '2027-11-20',
        startedOn: '2027-12-06',
      },
    ],
    handover: {
      receiver: 'Sömnmottagningen',
      content: 'Programmet, dess texter och filmer, och planen för uppföljning.',
      acceptedBy: 'Exempel Ägare',
      acceptedOn: '2027-11-28',
    },
  },
  figures: {
    period: 'September 2029–augusti 2030',
    patientsStarted: 212,
    patientsCompleted: 148,
    experienceResult: 'De flesta tycker att programmet är lätt att använda.',
    medicalResult: 'ISI sjönk med sju poäng i genomsnitt.',
  },
  followUp: {
    conclusion: 'proposeInactivation',
    conclusionReason: 'Ett nationellt program har samma innehåll och underhålls av flera regioner.',
    minutesRef: 'Möte 7/2030, § 5',
  },
  inactivationPosition: {
    ground: 'replaced',
    replacedBy: 'Sova gott',
    position: 'inactivate',
    reason: 'Det nationella programmet ersätter det här.',
    decidedOn: '2030-10-01',
    minutesRef: 'Möte 7/2030, § 5',
  },
  inactivation: {
    lastStartOn: '2030-10-01',
    ongoingPatients: 'letFinish',
    inactivatedOn: '2030-10-02',
    unpublishOn: '2031-03-01',
  },
  unpublishing: { unpublishedOn: '2030-10-07' },
} satisfies Partial<Record<Question['step'], Nomination>>;

const deviation = {
  deviationType: 'schedule',
  what: 'Inspelningen av filmerna blir två månader sen.',
  discoveredOn: '2027-08-20',
  cause: 'Studion var stängd i augusti.',
  consequence: 'Programmet blir klart senare. Kvalitet och kostnad påverkas inte.',
  proposal: 'Flytta sista månaden till februari 2028.',
  givesWayIn: 'schedule',
  affectsFrame: true,
  newTimeTo: '2028-02',
};

/** A project whose assignment was approved, and changed once. */
export const PROJECT: ProjectView = {
  assignment,
  versions: [
    {
      version: 1,
      on: '2027-03-02',
      issuer: 'Exempel Person, enhetschef',
      frame: { goal: assignment.goal, timeTo: '2027-12', budgetSek: 700_000 },
    },
    {
      version: 2,
      on: '2027-09-01',
      issuer: 'Exempel Ledare, projektledare',
      reasonForChange: deviation.cause,
      frame: { goal: assignment.goal, timeTo: '2028-02', budgetSek: 700_000 },
    },
  ],
  approvals: [
    { bodyName: ROLE_NAMES.projectOwner, outcome: 'approved', on: '2027-03-01' },
    { bodyName: ROLE_NAMES.projectManager, outcome: 'approved', on: '2027-03-02' },
  ],
  costs: {
    nominated: { oneOff: 500_000, perYear: 120_000 },
    estimated: { oneOff: 600_000, perYear: 120_000 },
    difference: { oneOff: 100_000, perYear: 0 },
  },
  deviations: [
    {
      on: '2027-08-23',
      by: ROLE_NAMES.projectManager,
      answers: deviation,
      approvals: [
        { bodyName: ROLE_NAMES.projectOwner, outcome: 'approved', on: '2027-09-01' },
        { bodyName: ROLE_NAMES.steeringGroup, outcome: 'approved', on: '2027-08-30' },
      ],
    },
  ],
  reports: [
    {
      on: '2027-05-04',
      answers: {
        month: '2027-04',
        activities: 'Manus till fyra filmer är klara.',
        costsToDate: 180_000,
        outlook: 'Inspelning i augusti. Risk: studion kan bli upptagen.',
      },
    },
  ],
  missing: ['2027-05', '2027-06'],
};

/** One that waits to be approved, for the second time. */
export const PROPOSED: ProjectView = {
  ...PROJECT,
  versions: [],
  deviations: [],
  reports: [],
  missing: [],
  approvals: [
    { bodyName: ROLE_NAMES.projectOwner, outcome: 'open' },
    { bodyName: ROLE_NAMES.projectManager, outcome: 'approved', on: '2027-03-02' },
  ],
  changes: [
    { field: 'budgetSek', before: 650_000, after: 700_000 },
    { field: 'timeFrom', after: '2027-03' },
  ],
};

/** One with a deviation that its steering group has not answered yet. */
export const DEVIATING: ProjectView = {
  ...PROJECT,
  versions: PROJECT.versions.slice(0, 1),
  deviations: PROJECT.deviations.map((it) => ({
    ...it,
    approvals: [
      { bodyName: ROLE_NAMES.projectOwner, outcome: 'approved', on: '2027-08-30' },
      { bodyName: ROLE_NAMES.steeringGroup, outcome: 'open' },
    ],
  })),
};

/** One whose assignment is confidential, as somebody outside the project sees it. */
export const WITHHELD: ProjectView = {
  isWithheld: true,
  assignment: { projectOutcome: 'started', documentStatus: 'confidential', legalGround: '31 kap. 16 § OSL' },
  approvals: PROJECT.approvals,
  versions: [],
  deviations: [],
  reports: [],
  missing: [],
};

export const DEVIATION: Nomination = deviation;

export const PROGRAMME: ProgrammeView = {
  name: 'Sov bättre',
  kind: 'treatment',
  origin: 'create',
  version: 2,
  publishedOn: '2027-12-01',
  versionOn: '2029-06-11',
  council: 'psykisk-halsa',
  councilName: COUNCIL,
  owner: 'Sömnmottagningen',
  operationalResponsibility: 'Sömnmottagningen rättar fel och svarar på frågor.',
  medicalDevice: 'notDevice',
  users: [
    {
      id: 'unit-1',
      kind: 'unit',
      name: 'Vårdcentral Ekdungen',
      mailbox: 'ekdungen@example.se',
      riskAnalysisOn: '2027-11-20',
      startedOn: '2027-12-06',
    },
    {
      id: 'unit-2',
      kind: 'unit',
      name: 'Vårdcentral Granen',
      startedOn: '2028-02-01',
      endedOn: '2029-05-31',
    },
    { id: 'unit-3', kind: 'unit', name: 'Vårdcentral Björken' },
    {
      id: 'spread-4',
      kind: 'spread',
      name: 'Region Exempel',
      mailbox: 'exempel@example.se',
      agreementRef: '12/2028',
      startedOn: '2028-09-01',
    },
  ],
  followUps: [
    { year: 2028, on: '2028-10-14', conclusion: 'revise' },
    { year: 2029, on: '2029-11-02', conclusion: 'keep' },
  ],
  today: laterKnown.today,
};

const gave = (
  question: Question,
  bodyName: Words,
  answers: Nomination,
  answeredOn: string,
): EarlierAnswer => ({
  question,
  bodyName,
  answers,
  answeredBy: 'Exempel Person, funktion',
  answeredOn,
});

const ledBy = ROLE_NAMES.projectManager;
export const produced: readonly EarlierAnswer[] = [
  gave(productionChecklist, ledBy, laterAnswers.productionChecklist, '2027-09-03'),
  gave(contentReview, ROLE_NAMES.independentReviewer, laterAnswers.contentReview, '2027-09-20'),
  gave(test, ledBy, laterAnswers.test, '2027-09-28'),
];

export const lived: readonly EarlierAnswer[] = [
  gave(introduction, OFFICE, laterAnswers.introduction, '2027-12-01'),
  gave(figures, ROLE_NAMES.programmeOwner, laterAnswers.figures, '2030-09-20'),
];

export const retired: readonly EarlierAnswer[] = [
  gave(followUp, COUNCIL, laterAnswers.followUp, '2030-10-01'),
  gave(inactivationPosition, COUNCIL, laterAnswers.inactivationPosition, '2030-10-02'),
  gave(inactivation, OFFICE, laterAnswers.inactivation, '2030-10-02'),
];
