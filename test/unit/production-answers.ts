import type { ActAnswers, StepAnswers } from '../../shared/case/answers.ts';

/** Complete and valid answers of f–i and of a project: each test changes what matters to it. */

/** A programme is to be made. */
export const anAssignment = (
  given: Partial<StepAnswers['projectAssignment']> = {},
): StepAnswers['projectAssignment'] => ({
  projectOutcome: 'started',
  goal: 'Ett program mot sömnbesvär som kan användas i primärvården.',
  notIncluded: 'Behandling av sömnapné.',
  timeFrom: '2027-01',
  timeTo: '2027-12',
  budgetSek: 400_000,
  weightQuality: 70,
  weightSchedule: 15,
  weightBudget: 15,
  projectOwnerName: 'Exempel Ägare',
  projectOwnerEmail: 'owner@example.se',
  projectManagerName: 'Exempel Ledare',
  projectManagerEmail: 'manager@example.se',
  projectMembers: [
    { person: 'Exempel Innehåll', unit: 'Enheten', responsibility: ['content', 'pedagogy'] },
    { person: 'Exempel Design', unit: 'SoB', responsibility: ['design'] },
  ],
  costLines: [
    {
      category: 'development',
      description: 'Film',
      amountSek: 300_000,
      recurrence: 'oneOff',
      fromYear: 2027,
      bornBy: 'ownUnit',
    },
  ],
  financing: [{ source: 'Egen budget', amountSek: 300_000, status: 'secured' }],
  agreementsNeeded: false,
  documentStatus: 'open',
  registrationNumber: 'DNR 1',
  ...given,
});

const OK = { value: 'ok' } as const;

export const aChecklist = (
  given: Partial<StepAnswers['productionChecklist']> = {},
): StepAnswers['productionChecklist'] => ({
  publicName: 'Sov bättre',
  designGuide: OK,
  medicalGuidance: OK,
  medicalDevice: 'notDevice',
  medicalDeviceReason: 'Ger råd och ställer ingen diagnos.',
  regionalDocumentation: OK,
  language: OK,
  accessibility: { value: 'ok', reportReference: 'Rapport 1' },
  factCheck: OK,
  patientsTookPart: OK,
  ...given,
});

export const aReview = (given: Partial<StepAnswers['contentReview']> = {}): StepAnswers['contentReview'] => ({
  reviewDone: true,
  reviewers: [{ reviewer: 'Exempel Granskare', organisation: 'Annan region', independent: true }],
  reviewOutcome: 'approved',
  ...given,
});

type Outcome = NonNullable<StepAnswers['test']['functional']['outcome']>;

/** One of the two tests: what it came to, or that it was not made. */
export const tested = (outcome: Outcome | undefined): StepAnswers['test']['functional'] => {
  if (outcome === undefined) return { done: false, skipReason: 'Bara texterna är ändrade.' };
  const issues = [{ text: 'Filmen laddar långsamt.', severity: 'shouldFix' }] as const;
  return {
    done: true,
    testers: 5,
    period: 'Maj 2027',
    resultSummary: 'Alla moduler gick att genomföra.',
    outcome,
    ...(outcome !== 'passed' && { issues }),
  };
};

export const aTest = (
  functional: Outcome | undefined,
  clinical: Outcome | undefined,
): StepAnswers['test'] => ({
  functional: tested(functional),
  clinical: { ...tested(clinical), ...(clinical !== undefined && { ethicsApproval: 'notNeeded' as const }) },
});

export const aDeviation = (
  given: Partial<ActAnswers['reportDeviation']> = {},
): ActAnswers['reportDeviation'] => ({
  deviationType: 'schedule',
  what: 'Inspelningen är två månader sen.',
  discoveredOn: '2026-11-20',
  cause: 'Studion var stängd.',
  consequence: 'Programmet blir klart senare.',
  proposal: 'Flytta sista månaden.',
  givesWayIn: 'schedule',
  affectsFrame: true,
  newTimeTo: '2028-02',
  ...given,
});

export const someProjectContacts = (
  given: Partial<ActAnswers['changeProjectContacts']> = {},
): ActAnswers['changeProjectContacts'] => ({
  projectOwnerEmail: 'owner@example.se',
  projectManagerEmail: 'manager@example.se',
  ...given,
});
