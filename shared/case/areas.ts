import { subject } from '../routine/nomination/subject.ts';
import type { Words } from '../routine/words.ts';

const AREAS: Readonly<Record<string, Words>> = subject.clinicalAreas.options;

const letters = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

const byName = new Map(
  Object.entries(AREAS).flatMap(([area, { sv, en }]) => [area, sv, en].map((name) => [letters(name), area])),
);

/** The routine's own clinical area, by any way of writing its name; `undefined` where the routine has no such area. */
export const areaNamed = (name: string): string | undefined => byName.get(letters(name));

/** An area as people read it: the routine's own in both languages, another as it is written. */
export const areaInWords = (area: string): Words => AREAS[area] ?? { sv: area, en: area };
