import { type ChangedPerson, type DeskPerson, withFirstOfficers } from '../../shared/case/desk-people.ts';
import type { LoggedChange } from '../../shared/records/people.ts';
import type { DeskDeps } from './record.ts';

/** Tries when somebody else changes the people at the same moment. */
const TRIES = 5;

/**
 * Writes what is decided of the desk's people as they are; decided once more where they have changed meanwhile. Gives why
 * nothing was written, if nothing was.
 */
export const changePerson = async <Why extends string>(
  { record, firstOfficers, now }: DeskDeps,
  by: LoggedChange['by'],
  decide: (people: readonly DeskPerson[]) => ChangedPerson | Why,
): Promise<Why | undefined> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await record.people();
    const decided = decide(withFirstOfficers(stored.people, firstOfficers));
    if (typeof decided === 'string') return decided;
    if (await record.writePerson(stored, decided, { at: now().toISOString(), by })) return undefined;
  }
  throw new Error('The people of the desk kept changing');
};
