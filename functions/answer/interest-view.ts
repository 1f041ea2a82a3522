import type { ShownInterest } from '../../shared/pages/pages.ts';
import type { Interest } from '../../shared/records/interests.ts';
import { onDate } from './names.ts';

/** A unit that wants it too, without whom to ask about it. */
export const interestView = ({ unit, need, at }: Interest): ShownInterest => ({ unit, need, on: onDate(at) });
