import { expect, it } from 'vitest';
import { faultsOf } from '../simulation/account.ts';
import type { Letter } from '../simulation/post.ts';

/** What a simulated life is found to have done wrong, though every case came to its end. */

const nothing = { executionsFailed: 0, casesWrong: [] };
const OFFICE = 'kontoret@example.se';
const COUNCIL = 'radet@example.se';

const letter = (day: string, mailbox: string, subject: string, caseNumber?: string): Letter => ({
  day,
  mailbox,
  subject,
  ...(caseNumber && { caseNumber }),
  links: { question: [], page: [], list: [], report: [] },
});

const account = (day: string) => letter(day, OFFICE, 'Veckans ärenden: 2 väntar på er, 1 på andra');
const reminder = (day: string) =>
  letter(day, COUNCIL, 'N-2027-0001: Påminnelse: Ta ställning till nomineringen', 'N-2027-0001');
const several = (day: string) => letter(day, COUNCIL, '3 frågor väntar på svar');

const faults = (...letters: readonly Letter[]) => faultsOf({ forgotten: [], letters }, nothing);

it('ROUTINE.md section 0 no. 8: a mailbox that gets two mails of one morning', () => {
  const asked = letter('2027-02-08', COUNCIL, 'N-2027-0002: Ta ställning till nomineringen', 'N-2027-0002');
  expect(faults(reminder('2027-02-08'), several('2027-02-09'), asked)).toEqual([]);
  expect(faults(reminder('2027-02-08'), several('2027-02-08'))).toEqual([
    `2 mails of one morning: ${COUNCIL} on 2027-02-08`,
  ]);
});

it('ROUTINE.md section 0 no. 8: an office that gets two accounts of all cases in one week', () => {
  expect(faults(account('2027-02-08'), account('2027-02-15'))).toEqual([]);
  expect(faults(account('2027-02-08'), account('2027-02-12'))).toEqual([
    `2 accounts of one week: ${OFFICE} in 2027-W06`,
  ]);
});
