import type { ProductionAct } from '../../shared/case/production-acts.ts';
import type { ProductionAnswered } from '../../shared/case/production-answers.ts';
import {
  type ActFillingsOf,
  approval,
  chancy,
  daysFrom,
  type FillingsOf,
  nameIn,
  type Posting,
} from './setting.ts';

/** What people of a project fill in, f to i. */

const ISSUE = { text: 'Sidan går inte att ladda.', severity: 'mustFix' };

export const projectFillings: FillingsOf<ProductionAnswered> = {
  projectAssignment: ({ chance, today }) => ({
    projectOutcome: chance.oneIn(4) ? chance.of(['putOff', 'notFeasible']) : 'started',
    ...(chance.oneIn(2) && { reviewOn: daysFrom(today, chance.below(5)) }),
    ...chancy(chance, 2, { steeringGroupEmail: 'styrgrupp@example.se' }),
    ...chancy(chance, 2, {
      independentReviewerName: 'Exempel Granskare',
      independentReviewerEmail: 'granskare@example.se',
    }),
    ...chancy(chance, 3, { programmeOwnerEmail: 'programagare@example.se' }),
    ...chancy(chance, 3, { projectManagerEmail: `projektledare-${chance.below(2)}@example.se` }),
    ...chancy(chance, 3, { monthlyReport: 'true' }),
    ...chancy(chance, 12, { weightQuality: '60' }),
    ...chancy(chance, 12, { projectOwnerEmail: 'Projektledare@example.se' }),
    ...chancy(chance, 12, { 'projectMembers[1].responsibility': ['content'] }),
  }),
  assignmentApproval: approval,
  deviationApproval: approval,
  productionChecklist: ({ chance, facts }) => ({
    ...nameIn(facts, chance.of(['Sov gott', 'Sov bättre'])),
    medicalDevice: chance.of(['notDevice', 'notDevice', 'inHouse', 'undecided']),
    ...chancy(chance, 5, {
      'accessibility.value': 'notOk',
      'accessibility.comment': 'Filmerna saknar text.',
    }),
  }),
  contentReview: ({ chance }) =>
    chance.of<Posting>([
      {},
      { reviewDone: 'false' },
      { reviewOutcome: 'approvedWithChanges', findings: [{ ...ISSUE, resolution: 'Texten är skriven om.' }] },
      { reviewOutcome: 'approved', findings: [ISSUE] },
      { reviewOutcome: 'notApproved', findings: [ISSUE] },
      { reviewOutcome: 'notApproved', findings: [ISSUE] },
    ]),
  test: ({ chance }) =>
    chance.of<Posting>([
      {},
      { 'functional.done': 'false', 'functional.skipReason': 'Inget har ändrats.' },
      { 'functional.outcome': 'passedWithIssues', 'functional.issues': [ISSUE] },
      { 'functional.outcome': 'failed', 'functional.issues': [ISSUE] },
    ]),
};

export const projectActFillings: ActFillingsOf<ProductionAct> = {
  reportDeviation: ({ chance, today }) => {
    const affectsFrame = chance.oneIn(2);
    return {
      deviationType: 'cost',
      what: 'Filmerna kostar mer än planerat.',
      discoveredOn: today,
      cause: 'Fler scener behövs.',
      consequence: 'Projektet blir en månad längre.',
      proposal: 'En större ram.',
      givesWayIn: chance.of(['nothing', 'quality', 'budget']),
      ...chancy(chance, 2, { givesWayReason: 'Innehållet går före.' }),
      affectsFrame: String(affectsFrame),
      ...(affectsFrame && !chance.oneIn(5) && { newBudgetSek: '500000' }),
    };
  },
  reportMonth: ({ chance, today }) => ({
    month: chance.of([today.slice(0, 'YYYY-MM'.length), '2098-01']),
    activities: 'Två avsnitt är klara.',
    costsToDate: '120000',
    outlook: 'Test i nästa månad.',
  }),
  setRegistrationNumber: () => ({ registrationNumber: 'SSN 2027-0011' }),
  changeProjectContacts: ({ chance }) => ({
    ...(!chance.oneIn(6) && { projectOwnerEmail: `projektagare-${chance.below(2)}@example.se` }),
    ...(!chance.oneIn(6) && { projectManagerEmail: `projektledare-${chance.below(2)}@example.se` }),
    ...chancy(chance, 2, { steeringGroupEmail: 'styrgrupp@example.se' }),
    ...chancy(chance, 2, { independentReviewerEmail: 'granskare@example.se' }),
    ...(!chance.oneIn(4) && { programmeOwnerEmail: `programagare-${chance.below(2)}@example.se` }),
  }),
};
