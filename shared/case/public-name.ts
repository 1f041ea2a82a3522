import type { FieldProblem } from '../routine/check.ts';
import type { Words } from '../routine/words.ts';
import type { CaseFacts } from './facts.ts';
import { at } from './problems.ts';
import { originOf } from './programme-gates.ts';
import { answerThatCounts } from './rounds.ts';

/** A programme that can be found, as far as its name goes. */
export interface Named {
  readonly name: string;
  /** Its case, where it came of one; others stand in a list that was read. */
  readonly case?: { readonly id: string; readonly number: string };
}

/**
 * Form g: the name of a programme is unique in the register, whatever its case and spaces. Whoever has a name keeps it. A
 * list says nothing of a name that was free when it was given (then it may be this programme that is listed), nor where the
 * programme is not created here but one that there is.
 */
export const nameProblems = (
  publicName: string,
  facts: CaseFacts,
  programmes: readonly Named[],
): readonly FieldProblem[] => {
  const { head, programme } = facts;
  if (programme !== undefined && isSame(programme.name, publicName)) return [];
  const given = answerThatCounts(facts, 'productionChecklist')?.told?.publicName;
  const mayBeListed =
    (originOf(facts) ?? 'create') !== 'create' || (given !== undefined && isSame(String(given), publicName));
  const taken = programmes
    .filter((it) => (it.case === undefined ? !mayBeListed : it.case.id !== head.id))
    .find(({ name }) => isSame(name, publicName));
  return taken === undefined ? [] : [at('publicName', NAME_TAKEN(taken))];
};

const isSame = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (name: string): string =>
  name.normalize().trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('sv');

const NAME_TAKEN = (taken: Named): Words => ({
  sv: `Ett annat program heter redan ”${taken.name}” (${taken.case?.number ?? 'i Innehållskatalogen'}). Välj ett annat namn, eller lägg till något som skiljer dem åt.`,
  en: `Another programme is already called “${taken.name}” (${taken.case?.number ?? 'in the content catalogue'}). Choose another name, or add something that tells them apart.`,
});
