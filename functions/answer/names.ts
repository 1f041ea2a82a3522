import type { QuestionFact } from '../../shared/case/facts.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import type { Body } from '../../shared/records/bodies.ts';
import { QUESTIONS, ROLE_NAMES } from '../../shared/routine/routine.ts';
import type { Words } from '../../shared/routine/words.ts';

/** What whoever was asked is called: a body by its name, someone of the nomination by their role. */
export const bodyName = (
  bodies: readonly Body[],
  { body, round }: Pick<QuestionFact, 'body' | 'round'>,
): Words => bodies.find(({ id }) => id === body)?.name ?? ROLE_NAMES[QUESTIONS[round.step].answeredBy];

export const councilName = (bodies: readonly Body[], id: string): Words =>
  bodies.find((body) => body.id === id)?.name ?? { sv: id, en: id };

/** The date in Sweden of a moment that the record holds. */
export const onDate = (iso: string): string => dateInSweden(new Date(iso));
