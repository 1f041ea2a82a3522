import { describe, expect, it } from 'vitest';
import {
  changePeople,
  type DeskPerson,
  type PeopleChange,
  personAtLogin,
  withFirstOfficers,
} from '../../shared/case/desk-people.ts';

const officer: DeskPerson = { id: 'subject#a', subject: 'a', name: 'A', role: 'officer' };
const invited: DeskPerson = { id: 'email#b@example.se', email: 'b@example.se', role: 'reader' };
const removed: DeskPerson = {
  id: 'subject#c',
  subject: 'c',
  email: 'c@example.se',
  invitedAs: 'email#c@example.se',
};
const people = [officer, invited, removed];

const b = { subject: 'b', name: 'B', email: 'B@example.se', emailVerified: true };

describe('who has logged in', () => {
  it('is known by subject from then on, with the role that the address was given', () => {
    expect(personAtLogin(people, b)).toEqual({
      before: invited,
      after: {
        ...{ id: 'subject#b', subject: 'b', name: 'B', email: 'B@example.se' },
        ...{ role: 'reader', invitedAs: 'email#b@example.se' },
      },
    });
  });

  it('is nobody by an address that the provider does not vouch for, nor by none', () => {
    expect(personAtLogin(people, { ...b, emailVerified: false })).toBeUndefined();
    expect(personAtLogin(people, { subject: 'b', name: 'B', emailVerified: false })).toBeUndefined();
  });

  it('is nobody by the address that somebody else was let in by: it has passed to another', () => {
    const once = personAtLogin(people, b)?.after as DeskPerson;
    expect(personAtLogin([officer, once], { ...b, subject: 'other' })).toBeUndefined();
  });

  it('is nobody once removed, but for whoever is let in again', () => {
    const c = { subject: 'c', name: 'C', email: 'c@example.se', emailVerified: true };
    expect(personAtLogin(people, c)).toBeUndefined();
    const again: DeskPerson = { id: 'email#c@example.se', email: 'c@example.se', role: 'officer' };
    expect(personAtLogin([...people, again], c)?.after).toMatchObject({ id: 'subject#c', role: 'officer' });
  });
});

describe('the first officers', () => {
  it('are those of the settings, by subject or address, whom nobody has removed or changed', () => {
    const first = ['a', 'B@example.se', 'c@example.se', 'new', 'new@example.se'];
    expect(withFirstOfficers(people, first)).toEqual([
      ...people,
      { id: 'subject#new', subject: 'new', role: 'officer' },
      { id: 'email#new@example.se', email: 'new@example.se', role: 'officer' },
    ]);
  });
});

describe('what an officer changes', () => {
  it('adds, changes, removes', () => {
    expect(changePeople(people, 'a', { what: 'add', who: ' D@example.se', role: 'reader' })).toEqual({
      after: { id: 'email#d@example.se', email: 'd@example.se', role: 'reader' },
    });
    expect(changePeople(people, 'a', { what: 'change', id: invited.id, role: 'officer' })).toEqual({
      before: invited,
      after: { ...invited, role: 'officer' },
    });
    const { role: _, ...rest } = invited;
    expect(changePeople(people, 'a', { what: 'remove', id: invited.id })).toEqual({
      before: invited,
      after: rest,
    });
    expect(changePeople(people, 'a', { what: 'add', who: 'c', role: 'reader' })).toEqual({
      before: removed,
      after: { ...removed, role: 'reader' },
    });
  });

  it.each<[string, string, PeopleChange]>([
    ['notOfficer', 'b', { what: 'remove', id: officer.id }],
    ['notOfficer', 'c', { what: 'remove', id: officer.id }],
    ['oneself', 'a', { what: 'remove', id: officer.id }],
    ['oneself', 'a', { what: 'change', id: officer.id, role: 'reader' }],
    ['unknown', 'a', { what: 'remove', id: 'subject#nobody' }],
    ['unknown', 'a', { what: 'remove', id: removed.id }],
    ['known', 'a', { what: 'add', who: 'a', role: 'reader' }],
    ['known', 'a', { what: 'add', who: 'B@EXAMPLE.se', role: 'officer' }],
  ])('refuses (%s) what %s does: %j', (refusal, by, change) => {
    expect(changePeople(people, by, change)).toBe(refusal);
  });

  it('leaves an officer, whatever is done by whom', () => {
    const everyone = ['a', 'b', 'c', 'x'];
    const changes = everyone.flatMap((who): PeopleChange[] => [
      { what: 'remove', id: `subject#${who}` },
      { what: 'change', id: `subject#${who}`, role: 'reader' },
    ]);
    const now: readonly DeskPerson[] = everyone
      .slice(0, 3)
      .map((subject) => ({ ...officer, id: `subject#${subject}`, subject }));
    const walk = (all: readonly DeskPerson[], depth: number): void => {
      expect(all.some(({ role }) => role === 'officer')).toBe(true);
      if (depth === 0) return;
      for (const by of everyone)
        for (const change of changes) {
          const changed = changePeople(all, by, change);
          if (typeof changed !== 'string')
            walk(
              all.map((it) => (it.id === changed.after.id ? changed.after : it)),
              depth - 1,
            );
        }
    };
    walk(now, 3);
  });
});
