import { describe, expect, it } from 'vitest';
import { noticeMailing, recipientOf } from '../../../shared/case/notices.ts';
import type { Addressee } from '../../../shared/routine/question.ts';
import { aQuestion, facts, toldIn } from '../../builders/case.ts';

const contacts = {
  nominator: 'n@example.se',
  headOfOperations: 'h@example.se',
  sobContact: 's@example.se',
};
const whole = facts({
  head: { contacts, councils: ['council-a', 'council-b'] },
  questions: [
    aQuestion('screening', 'sobOffice', { told: { outcome: 'forwardToCouncils' } }),
    aQuestion('position', 'council-a'),
    aQuestion('supplement', 'nominator'),
    aQuestion('pprPosition', 'ppr', { told: { outcome: 'supported' } }),
  ],
  related: [
    { number: 'N-2026-0002', how: 'merged', nominator: 'other@example.se' },
    { number: 'N-2026-0003', how: 'linked' },
  ],
});
const told = (to: Addressee, given = whole, asker = given.questions[1]) =>
  toldIn(noticeMailing([{ id: 'N-10', to: [to] }], given, { cause: 'c', asker }));

describe('who a notice goes to', () => {
  it.each<[Addressee, readonly string[]]>([
    ['sobOffice', ['sobOffice']],
    ['councils', ['council-a', 'council-b']],
    ['ppr', ['ppr']],
    ['nominator', ['nominator', 'N-2026-0002']],
    ['headOfOperations', ['headOfOperations']],
    ['sobContact', ['sobContact']],
    ['asked', ['council-a', 'nominator']],
    ['asker', ['council-a']],
  ])('%s', (to, recipients) => {
    expect(told(to)).toEqual(recipients.map((it) => `N-10 → ${it}`));
  });

  it('R-d3: PPR is not told where it was never asked', () => {
    expect(told('ppr', facts())).toEqual([]);
  });

  it('contacts that the nomination does not name are not told', () => {
    expect(told('sobContact', facts({ head: { contacts: { nominator: 'n@example.se' } } }))).toEqual([]);
  });

  it('nobody is told where a question answers none', () => {
    expect(toldIn(noticeMailing([{ id: 'N-5', to: ['asker'] }], whole, { cause: 'c' }))).toEqual([]);
  });
});

describe('the mailing of an act', () => {
  it('tells each once, with the outcome, and is found by what it comes of', () => {
    const notices = [
      { id: 'N-5', to: ['nominator', 'asked'] },
      { id: 'N-7', to: ['nominator'] },
    ] as const;
    expect(
      noticeMailing(notices, facts({ questions: [aQuestion('supplement', 'nominator')] }), {
        cause: 'c',
        outcome: 'o',
      }),
    ).toEqual([
      {
        id: 'c/notices',
        mails: [
          { id: 'N-5/nominator', about: { notice: 'N-5', outcome: 'o' }, to: { contact: 'nominator' } },
          { id: 'N-7/nominator', about: { notice: 'N-7', outcome: 'o' }, to: { contact: 'nominator' } },
        ],
        sent: {},
      },
    ]);
  });

  it('P-21: tells a mailbox once, whatever roles it has', () => {
    const one = { ...contacts, projectOwner: 'N@example.se', programmeOwner: 'owner@example.se' };
    const notices = [
      { id: 'N-10', to: ['nominator', 'projectOwner', 'programmeOwner'] },
      { id: 'N-11', to: ['projectOwner'] },
    ] as const;
    expect(toldIn(noticeMailing(notices, facts({ head: { contacts: one } }), { cause: 'c' }))).toEqual([
      ...['N-10 → nominator', 'N-10 → programmeOwner', 'N-11 → projectOwner'],
    ]);
  });

  it('is none where nobody is told', () => {
    expect(noticeMailing([], whole, { cause: 'c' })).toEqual([]);
  });

  it('writes to people whom the nomination names as such, and to all others as bodies', () => {
    expect(recipientOf('headOfOperations')).toEqual({ contact: 'headOfOperations' });
    expect(recipientOf('council-a')).toEqual({ body: 'council-a' });
  });
});
