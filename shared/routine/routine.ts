import { anchoring } from './anchoring.ts';
import { councilChange } from './council-change.ts';
import { decision } from './decision.ts';
import { position } from './position.ts';
import { pprPosition } from './ppr-position.ts';
import type { Question, Role, Step } from './question.ts';
import { screening } from './screening.ts';
import { supplement } from './supplement.ts';
import type { Words } from './words.ts';

/** A case keeps the version of the routine that it began under. */
export const ROUTINE_VERSION = '2023-0013/1';

/** Every question of the routine, by step. */
export const QUESTIONS: Readonly<Record<Step, Question>> = {
  anchoring,
  screening,
  supplement,
  position,
  councilChange,
  pprPosition,
  decision,
};

/** What each role is called, where no body's own name stands. The SoB contact is told and never asked. */
export const ROLE_NAMES: Readonly<Record<Role | 'sobContact', Words>> = {
  sobOffice: { sv: 'Regionala SoB-förvaltningen', en: 'The regional SoB office' },
  coordinationCouncil: { sv: 'Samordningsrådet', en: 'The coordination council' },
  ppr: { sv: 'Program- och prioriteringsrådet (PPR)', en: 'The Programme and Prioritisation Council (PPR)' },
  headOfOperations: { sv: 'Verksamhetschefen', en: 'The head of operations' },
  sobContact: { sv: 'SoB-kontaktpersonen', en: 'The SoB contact person' },
  nominator: { sv: 'Den som nominerar', en: 'The nominator' },
};
