import { describe, expect, it } from 'vitest';
import type { Acting } from '../../../shared/case/acting.ts';
import { actConsequence, actRefusals, mayAct } from '../../../shared/case/acts.ts';
import type { QuestionFact } from '../../../shared/case/facts.ts';
import { ACTS } from '../../../shared/routine/acts.ts';
import { QUESTIONS } from '../../../shared/routine/routine.ts';
import { aMailing, aQuestion, facts, NOW, toldIn } from '../../builders/case.ts';

const asked = aQuestion('position', 'council-a');
const given = facts({
  head: { milestone: 'forwardedToCouncil', councils: ['council-a'] },
  questions: [asked],
});

type Given = Partial<Omit<Acting, 'atDesk'>> & { readonly byLink?: true };

const acting = ({ byLink, ...it }: Given = {}): Acting => ({
  facts: given,
  by: 'sobOffice',
  ...(byLink ? {} : { atDesk: true as const }),
  hasDeputy: true,
  on: asked,
  now: NOW,
  ...it,
});
const on = (changes: Partial<QuestionFact>): Given => ({ on: { ...asked, ...changes } });

describe('a deputy is asked', () => {
  it.each<[string, Given, boolean]>([
    ['by the council that hands over', { by: 'asked', byLink: true }, true],
    ['by an officer at the desk', {}, true],
    ['not by the office’s link', { byLink: true }, false],
    ['not where there is none', { hasDeputy: false }, false],
    ['not twice', on({ deputyAskedOn: '2026-11-20' }), false],
    ['not before the question itself is sent', on({ linked: 0 }), false],
    ['not once it is answered', on({ status: 'answered' }), false],
  ])('%s', (_who, changes, may) => {
    expect(mayAct('askDeputy', acting(changes))).toBe(may);
    expect(actRefusals('askDeputy', {}, acting(changes)).length === 0).toBe(may);
  });

  it('gets the same question, and the original mailbox is told', () => {
    const { mailings, questions } = actConsequence('askDeputy', {}, acting());
    expect(toldIn(mailings)).toEqual(['deputyAsked → council-a', `${asked.id} → council-a/true`]);
    expect(questions).toEqual({ [asked.id]: { deputyAskedOn: '2026-11-23' } });
  });

  it('by the same mail, by its name, that a bounce asks with: neither is taken for the other’s mailing', () => {
    const [, deputy] = actConsequence('askDeputy', {}, acting()).mailings;
    expect(deputy?.mails[0]?.id).toBe(`${asked.id}/deputy-1`);
    expect(deputy?.id).toBe('askDeputy/2/deputy');
  });
});

describe('a question is sent again', () => {
  it('only by an officer at the desk, and only while it waits for its answer', () => {
    expect(mayAct('resendQuestion', acting())).toBe(true);
    expect(mayAct('resendQuestion', acting({ byLink: true }))).toBe(false);
    expect(mayAct('resendQuestion', acting({ byLink: true, by: 'asked' }))).toBe(false);
    expect(mayAct('resendQuestion', acting(on({ status: 'released' })))).toBe(false);
  });

  it('can be any question of the routine', () => {
    expect([...(ACTS.resendQuestion.on ?? [])].sort()).toEqual(Object.keys(QUESTIONS).sort());
  });

  it('with the same link, once an hour', () => {
    const { mailings, questions } = actConsequence('resendQuestion', { resendAs: 'sameLink' }, acting());
    expect(toldIn(mailings)).toEqual([`${asked.id} → council-a`]);
    expect(questions).toEqual({});
    const [sent] = mailings;
    const again = { ...given, mailings: [aMailing({ id: String(sent?.id) })] };
    const refused = (now: Date, resendAs: 'sameLink' | 'newLink') =>
      actRefusals('resendQuestion', { resendAs }, acting({ facts: again, now })).map(({ field }) => field);
    expect(refused(NOW, 'sameLink')).toEqual(['resendAs']);
    expect(refused(NOW, 'newLink')).toEqual([]);
    expect(refused(new Date(NOW.getTime() + 3_600_000), 'sameLink')).toEqual([]);
  });

  it('with a new link, which ends the one before', () => {
    const { mailings, questions } = actConsequence('resendQuestion', { resendAs: 'newLink' }, acting());
    expect(questions).toEqual({ [asked.id]: { linkVersion: 2 } });
    expect(mailings).toEqual([]);
  });
});

describe('the office at the desk', () => {
  it('registers a case and removes a text whatever has become of it; its link does neither', () => {
    const ended = { facts: { ...given, head: { ...given.head, phaseWanted: false } }, on: undefined };
    for (const name of ['registerCase', 'redact'] as const) {
      expect(mayAct(name, acting(ended))).toBe(true);
      expect(mayAct(name, acting({ ...ended, byLink: true }))).toBe(false);
    }
  });

  it('gives the case its number', () => {
    const number = { caseRegistrationNumber: 'SSN 2026-00123' };
    expect(actConsequence('registerCase', number, acting({ on: undefined })).head).toEqual({
      registrationNumber: 'SSN 2026-00123',
    });
  });
});
