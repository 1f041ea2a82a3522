import type { Fields } from '../../local/people.ts';
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

/** Answers that go through, by step; a test changes what matters to it. */
export const ANSWERS = {
  screening: {
    ...SIGNED,
    buildableInSob: 'yes',
    programmeKind: 'treatment',
    screeningOutcome: 'forwardToCouncils',
    councils: ['council-psykisk-halsa'],
    screeningReason: 'Idén passar väl i Stöd och behandling.',
  },
  position: {
    ...SIGNED,
    position: 'supportCreate',
    positionReason: 'Behovet är stort och evidensen stark.',
    'organisationalConsequences.value': 'false',
    'economicConsequences.value': 'false',
    manageableWithinUnits: 'true',
  },
  pprPosition: { ...SIGNED, pprPosition: 'supported', pprReason: 'Resurser finns inom ramen.' },
  decision: { ...SIGNED, decision: 'create', reason: 'Råden tillstyrker och behovet är tydligt.' },
} as const satisfies Record<Step, Fields>;
