import type { Fields } from '../../local/people.ts';
import { BUTTON } from '../../shared/pages/posted.ts';
import type { Step } from '../../shared/routine/question.ts';

/** The mailboxes of the example bodies. */
export const MAILBOX = {
  office: 'sob-forvaltningen@example.se',
  ppr: 'ppr@example.se',
  'council-psykisk-halsa': 'samordningsrad-psykisk-halsa@example.se',
  'council-primarvard': 'samordningsrad-primarvard@example.se',
  'council-rorelseorgan': 'samordningsrad-rorelseorgan@example.se',
} as const;

export const SIGNED: Fields = { answeredByName: 'Exempel Person', answeredByRole: 'Handläggare' };

/** What the button on the page that shows the answer once more sends along. */
export const CONFIRMED: Fields = { [BUTTON.confirm]: '' };

/** In UTC, where it is never later than in Sweden. */
const TODAY = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);

/**
 * Answers that go through, by step, whatever the kind of programme; a test changes what matters to it. They hold what
 * only some cases ask for as well: what a case does not ask falls away.
 */
export const ANSWERS = {
  screening: {
    ...SIGNED,
    buildableInSob: 'yes',
    programmeKind: 'treatment',
    kindReason: 'Programmet ska ge effekt i sig.',
    catalogueSearchedOn: TODAY,
    catalogueSearchTerms: 'insomni, sömn',
    designNetworkCheckedOn: TODAY,
    designNetworkResult: 'Två regioner har samma behov.',
    screeningOutcome: 'forwardToCouncils',
    councils: ['council-psykisk-halsa'],
    leadCouncil: 'council-psykisk-halsa',
    screeningReason: 'Idén passar väl i Stöd och behandling.',
    overrideReason: 'Verksamhetschefen har svarat ja på telefon.',
  },
  position: {
    ...SIGNED,
    ...CONFIRMED,
    receivedByCouncilOn: TODAY,
    'interestDeclarations.hasInterest': 'false',
    'regionalNeed.value': 'large',
    'regionalNeed.text': 'Väntetiden är ett år.',
    existingAlternatives: 'Program finns i två andra regioner.',
    evidenceLevel: 'strong',
    evidenceText_inMinutes: 'true',
    clinicianCompetence: 'Grundläggande psykoterapiutbildning i KBT.',
    'guidelineAlignment.value': 'yes',
    'guidelineAlignment.text': 'KBT är förstahandsval.',
    similarInSob: 'false',
    npoContactedOn: TODAY,
    npoName: 'NPO psykisk hälsa',
    'otherRegionsSameNeed.value': 'noAnswerYet',
    researchPlan: 'Medel söks ur regionens forskningsanslag.',
    followUpExperience: 'Enkät efter avslutat program.',
    followUpMedical: 'Symtomskattning före och efter.',
    position: 'supportCreate',
    positionReason: 'Behovet är stort och evidensen stark.',
    responsibleCouncil: 'true',
    'organisationalConsequences.value': 'false',
    'economicConsequences.value': 'false',
    manageableWithinUnits: 'true',
    manageableText: 'Kräver två tjänster som ingen av verksamheterna har.',
    'managedIntroduction.value': 'no',
    decidedOn: TODAY,
    minutesRef: 'Möte 4, § 7',
  },
  pprPosition: {
    ...SIGNED,
    receivedByPprOn: TODAY,
    'interestDeclarations.hasInterest': 'false',
    resourceAssessment: 'Kostnaden ryms inom ramen för nästa år.',
    prioritisationNeeded: 'false',
    pprPosition: 'supported',
    pprReason: 'Resurser finns inom ramen.',
    decidedOn: TODAY,
    minutesRef: 'Möte 2, § 3',
  },
  anchoring: { ...SIGNED, anchorAnswer: 'supported', resourcesAcknowledged: 'true' },
  supplement: {
    ...SIGNED,
    ...CONFIRMED,
    supplementReply: 'Vi har lagt till vem som tar emot programmet i regionen.',
  },
  councilChange: { ...SIGNED, approved: 'true', newCouncil: 'council-primarvard' },
  decision: {
    ...SIGNED,
    ...CONFIRMED,
    decision: 'create',
    reason: 'Råden tillstyrker och behovet är tydligt.',
    reviewOn: '2099-01-15',
    deviationReason: 'Behovet väger tyngre än det som talar emot.',
    decisionMaker: 'Exempel Beslutsfattare',
    decidedOn: TODAY,
  },
} as const satisfies Record<Step, Fields>;
