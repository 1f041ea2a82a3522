import { expect, it } from 'vitest';
import { mailsOf } from '../../../functions/answer/mails-view.ts';
import type { OpenedCase } from '../../../functions/answer/opened.ts';
import type { Mailing } from '../../../shared/case/facts.ts';
import { NOTICES } from '../../../shared/mail/notices.ts';
import { position } from '../../../shared/routine/position.ts';
import { aMailing, aQuestion, facts } from '../../builders/case.ts';

const asked = aQuestion('position', 'council-a', { openedAt: '2026-12-01T09:00:00.000Z' });
const toCouncil = { id: asked.id, about: { question: asked.id }, to: { body: 'council-a' } } as const;
const toManager = {
  id: 'n',
  about: { notice: 'N-1' },
  to: { contact: 'sobContact' },
} as const;
const COUNCIL = { sv: 'Rådet', en: 'The council' };

const linesOf = (...mailings: readonly Mailing[]) =>
  mailsOf({
    facts: facts({ questions: [asked], mailings }),
    bodies: [{ id: 'council-a', name: COUNCIL }],
  } as unknown as OpenedCase);

it('says of each mail what it was, to whom and on which day, and last what has not been sent', () => {
  expect(
    linesOf(
      aMailing({ id: 'w', mails: [{ ...toCouncil, id: 'w' }] }),
      aMailing({
        id: 'q',
        mails: [toCouncil],
        sent: { [asked.id]: 'm1' },
        sentAt: '2026-12-02T23:30:00.000Z',
      }),
    ),
  ).toEqual([
    { what: position.title, to: COUNCIL, on: '2026-12-03', state: 'sent' },
    { what: position.title, to: COUNCIL, state: 'waiting' },
  ]);
});

it('takes the day of the question for a mail of before its moment was kept', () => {
  expect(linesOf(aMailing({ mails: [toCouncil], sent: { [asked.id]: 'm1' } }))).toMatchObject([
    { on: '2026-12-01', state: 'sent' },
  ]);
});

it('says which mails did not get there, and which had nobody to go to', () => {
  const sentAt = '2026-12-02T09:00:00.000Z';
  const [question, notice] = linesOf(
    aMailing({ id: 'q', mails: [toCouncil], sent: { [asked.id]: 'm1' }, sentAt }),
    aMailing({ id: 'n', mails: [toManager], sent: { n: 'nobody' }, sentAt }),
    aMailing({ id: 'undelivered/council-a/2026-12-02', mails: [] }),
  );
  expect(question).toMatchObject({ to: COUNCIL, state: 'undelivered' });
  expect(notice).toMatchObject({ what: NOTICES['N-1'].subject, state: 'nobody' });
});
