import type { StepAnswers } from '../../shared/case/answers.ts';

/** Answers that are complete and valid: each test changes what matters to it. */

export const aScreening = (given: Partial<StepAnswers['screening']> = {}): StepAnswers['screening'] => ({
  buildableInSob: 'yes',
  programmeKind: 'treatment',
  catalogueSearchedOn: '2026-10-12',
  designNetworkCheckedOn: '2026-10-13',
  designNetworkResult: 'Två regioner har samma behov.',
  screeningOutcome: 'forwardToCouncils',
  councils: ['adult'],
  ...given,
});

export const anAnchoring = (given: Partial<StepAnswers['anchoring']> = {}): StepAnswers['anchoring'] => ({
  anchorAnswer: 'supported',
  resourcesAcknowledged: true,
  ...given,
});

export const aCouncilChange = (
  given: Partial<StepAnswers['councilChange']> = {},
): StepAnswers['councilChange'] => ({
  approved: true,
  newCouncil: 'primary',
  ...given,
});

/** No similar programme exists and the council supports that one is created. */
export const aPosition = (given: Partial<StepAnswers['position']> = {}): StepAnswers['position'] => ({
  receivedByCouncilOn: '2026-10-01',
  interestDeclarations: { hasInterest: false },
  regionalNeed: { value: 'large', text: 'Väntetiden är ett år.' },
  existingAlternatives: 'Program finns i två andra regioner.',
  evidenceLevel: 'strong',
  evidenceText: 'Metaanalyser och nationella riktlinjer.',
  clinicianCompetence: 'Grundläggande psykoterapiutbildning i KBT.',
  guidelineAlignment: { value: 'yes', text: 'KBT är förstahandsval.' },
  similarInSob: false,
  npoContactedOn: '2026-10-05',
  npoName: 'NPO psykisk hälsa',
  otherRegionsSameNeed: { value: 'no' },
  researchPlan: 'Medel söks ur regionens forskningsanslag.',
  followUpExperience: 'Enkät efter varje avslutat program.',
  followUpMedical: 'Symtomskattning före och efter.',
  position: 'supportCreate',
  positionReason: 'Behovet är stort och evidensen stark.',
  responsibleCouncil: true,
  organisationalConsequences: { value: false },
  economicConsequences: { value: false },
  manageableWithinUnits: true,
  managedIntroduction: { value: 'no' },
  decidedOn: '2026-10-14',
  ...given,
});

export const aPprPosition = (
  given: Partial<StepAnswers['pprPosition']> = {},
): StepAnswers['pprPosition'] => ({
  receivedByPprOn: '2026-10-01',
  interestDeclarations: { hasInterest: false },
  resourceAssessment: 'Kostnaden ryms inom ramen för nästa år.',
  prioritisationNeeded: false,
  pprPosition: 'supported',
  pprReason: 'Resurser finns inom ramen.',
  decidedOn: '2026-10-14',
  ...given,
});

export const aDecision = (given: Partial<StepAnswers['decision']> = {}): StepAnswers['decision'] => ({
  decision: 'create',
  reason: 'Råden tillstyrker, behovet är tydligt och resurser finns.',
  decisionMaker: 'Exempel Beslutsfattare',
  decidedOn: '2026-10-14',
  ...given,
});
