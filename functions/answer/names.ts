import type { QuestionFact } from '../../shared/case/facts.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import type { Body } from '../../shared/records/bodies.ts';
import type { StoredAct } from '../../shared/records/cases.ts';
import { QUESTIONS, ROLE_NAMES } from '../../shared/routine/routine.ts';
import type { Words } from '../../shared/routine/words.ts';

/** What whoever was asked is called: a body by its name, someone whom the case names by their role. */
export const bodyName = (
  bodies: readonly Body[],
  { body, round }: Pick<QuestionFact, 'body' | 'round'>,
): Words => nameOf(bodies, body) ?? ROLE_NAMES[QUESTIONS[round.step].answeredBy];

/** A body's name or a role's; none for what is neither. */
export const nameOf = (bodies: readonly Body[], who: string): Words | undefined =>
  bodies.find(({ id }) => id === who)?.name ?? (isRole(who) ? ROLE_NAMES[who] : undefined);

const isRole = (who: string): who is keyof typeof ROLE_NAMES => Object.hasOwn(ROLE_NAMES, who);

export const councilName = (bodies: readonly Body[], id: string): Words =>
  bodies.find((body) => body.id === id)?.name ?? { sv: id, en: id };

/** Who did an act: by whose link it was done, or that it came over the API (R-k4). */
export const whoActed = (bodies: readonly Body[], { by }: Pick<StoredAct, 'by'>): Words =>
  by === '' ? OVER_THE_API : (nameOf(bodies, by) ?? ROLE_NAMES.nominator);

const OVER_THE_API: Words = { sv: 'Via API', en: 'Through the API' };

/** The date in Sweden of a moment that the record holds. */
export const onDate = (iso: string): string => dateInSweden(new Date(iso));
