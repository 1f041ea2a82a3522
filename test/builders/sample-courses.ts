import type { Fields } from '../../local/people.ts';
import type { MAILBOX } from './answers.ts';
import type { SampleNumber } from './samples.ts';

/** A council that the examples know. */
export type Council = Exclude<keyof typeof MAILBOX, 'office' | 'ppr'>;

/** How a sample is answered on its way to the decision, where it is not as the example answers say. */
export interface SampleCourse {
  readonly screening: Fields;
  readonly councils: readonly [Council, ...Council[]];
  /** What the first council asks the nominator for before it answers. */
  readonly supplement?: string;
  readonly position: Fields;
  readonly decision: Fields;
}

const EXISTING: Fields = {
  similarInSob: 'true',
  'existingMeetsNeed.value': 'yes',
  'existingMeetsNeed.text': 'Samma målgrupp.',
  'existingMeetsPurpose.value': 'yes',
  'existingMeetsPurpose.text': 'Samma syfte.',
  'existingMeetsEvidence.value': 'yes',
  'existingMeetsEvidence.text': 'Två studier.',
  'existingCostEffective.value': 'yes',
  'existingCostEffective.text': 'Det finns redan i SoB.',
};
const UNMANAGEABLE: Fields = { manageableWithinUnits: 'false' };

export const SAMPLE_COURSES: Readonly<Record<SampleNumber, SampleCourse>> = {
  1: {
    screening: {},
    councils: ['council-psykisk-halsa', 'council-primarvard'],
    position: { ...UNMANAGEABLE, manageableText: 'Kostnader som inte kan hanteras inom verksamheterna.' },
    decision: { decision: 'create' },
  },
  2: {
    screening: { programmeKind: 'support' },
    councils: ['council-rorelseorgan'],
    position: {},
    decision: { decision: 'create' },
  },
  3: {
    screening: {},
    councils: ['council-psykisk-halsa'],
    supplement: 'Mottagare i VGR saknas, och underlag för patientmedverkan.',
    position: { ...UNMANAGEABLE, ...EXISTING, position: 'supportPurchase' },
    decision: { decision: 'purchase', procurementRoute: 'procurement' },
  },
  4: {
    screening: { programmeKind: 'treatment' },
    councils: ['council-psykisk-halsa'],
    position: UNMANAGEABLE,
    decision: { decision: 'create' },
  },
  5: {
    screening: {
      'similarProgrammes[0].name': 'Stresshjälp Exempel (fiktivt)',
      'similarProgrammes[0].publisher': 'Regional utgivare (fiktiv)',
      'similarProgrammes[0].source': 'sobCatalogue',
      'similarProgrammes[0].similarity': 'same',
    },
    councils: ['council-psykisk-halsa'],
    position: { ...EXISTING, position: 'useExisting', accessRoute: 'alreadyAvailable' },
    decision: { decision: 'useExisting', accessRoute: 'alreadyAvailable' },
  },
};
