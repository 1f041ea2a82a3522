import { describe, expect, it } from 'vitest';
import { deliverer } from '../../../functions/ask/deliver.ts';
import type { MailFact } from '../../../shared/case/facts.ts';
import type { Letter } from '../../../shared/mail/letters.ts';
import type { Body } from '../../../shared/records/bodies.ts';
import { aQuestion, facts } from '../../builders/case.ts';

const body = (id: string, role: Body['role']): Body => ({
  id,
  role,
  name: { sv: id, en: id },
  mailbox: `${id}@example.se`,
  language: 'sv',
});
const bodies = [body('sobOffice', 'sobOffice'), body('council', 'coordinationCouncil')];
const asked = aQuestion('position', 'council');

const delivered = async (mail: Pick<MailFact, 'about' | 'to'>): Promise<{ to: string; letter: Letter }> => {
  const sent: { to: string; letter: Letter }[] = [];
  const deliver = deliverer({
    mailer: {
      send: async (to, letter) => {
        sent.push({ to, letter });
        return { messageId: 'm-1' };
      },
    },
    body: async (id) => bodies.find((it) => it.id === id),
    keyRing: async () => ({ current: 'k1', keys: { k1: 'key' } }),
    baseUrl: 'https://nominera.example.se',
  });
  await deliver(facts({ questions: [asked] }), { id: 'mail-1', ...mail });
  return sent[0] as { to: string; letter: Letter };
};

describe('a mail says whom to ask', () => {
  it('to a council and to the nominator: the office', async () => {
    const question = await delivered({ about: { question: asked.id }, to: { body: 'council' } });
    expect(question.to).toBe('council@example.se');
    expect(question.letter.text).toContain('Skriv till sobOffice@example.se');
    const notice = await delivered({ about: { notice: 'N-7' }, to: { contact: 'nominator' } });
    expect(notice.letter.text).toContain('Skriv till sobOffice@example.se');
  });

  it('to the office: nobody', async () => {
    const { letter } = await delivered({ about: { notice: 'N-7' }, to: { body: 'sobOffice' } });
    expect(letter.text).not.toContain('Skriv till');
  });
});
