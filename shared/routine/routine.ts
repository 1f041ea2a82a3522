import { decision } from './decision.ts';
import { position } from './position.ts';
import { pprPosition } from './ppr-position.ts';
import type { Question, Step } from './question.ts';
import { screening } from './screening.ts';

/** A case keeps the version of the routine that it began under. */
export const ROUTINE_VERSION = '2023-0013/1';

/** Every question of the routine, by step. */
export const QUESTIONS: Readonly<Record<Step, Question>> = { screening, position, pprPosition, decision };
