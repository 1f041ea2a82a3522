import type { SESClient } from '@aws-sdk/client-ses';
import { describe, expect, it } from 'vitest';
import { type Feedback, type LostInCase, mailFeedback } from '../../../functions/mail-feedback/feedback.ts';
import type { CaseFacts, MailFact } from '../../../shared/case/facts.ts';
import { sesMailer } from '../../../shared/mail/send.ts';
import { type MailTags, sesTags, tagsFromSes } from '../../../shared/mail/tags.ts';
import type { Body } from '../../../shared/records/bodies.ts';
import { aMailing, aQuestion, facts } from '../../builders/case.ts';
import { aProgramme } from '../../builders/programme.ts';

const TODAY = '2026-11-23';

const bodies: readonly Body[] = [
  {
    id: 'council-a',
    role: 'coordinationCouncil',
    name: { sv: 'Råd A', en: 'Council A' },
    mailbox: 'rad-a@example.se',
    language: 'sv',
    deputy: 'ersattare-a@example.se',
  },
  {
    id: 'council-b',
    role: 'coordinationCouncil',
    name: { sv: 'Råd B', en: 'Council B' },
    mailbox: 'rad-b@example.se',
    language: 'sv',
  },
];

const asked = aQuestion('position', 'council-a');

const caseWith = (mail: MailFact, question = asked): CaseFacts =>
  facts({ questions: [question], mailings: [aMailing({ mails: [mail] })] });

const firstMail = (body: string): MailFact => ({
  id: asked.id,
  about: { question: asked.id },
  to: { body },
});

/** Feedback on a mail of a case, which writes down what it does. */
const done = async (given: CaseFacts, tags?: MailTags, morning: readonly LostInCase[] = []) => {
  const did: string[] = [];
  const mailings: string[] = [];
  const feedback: Feedback = {
    record: {
      facts: async (id) => (id === given.head.id ? given : undefined),
      morning: async () => morning,
      body: async (id) => bodies.find((it) => it.id === id),
      askDeputy: async (_case, { question, on, mailing }) => {
        const [mail] = mailing.mails;
        did.push(`deputy of ${JSON.stringify(mail?.to)} ${question} ${on}`);
        mailings.push(mailing.id);
      },
      wantMailing: async (_case, { id, mails }) => {
        did.push(`${id} to ${mails.map(({ to }) => JSON.stringify(to)).join()}`);
      },
      wake: async () => {
        did.push('wake');
      },
    },
    today: () => TODAY,
  };
  const [mail] = given.mailings.flatMap(({ mails }) => mails);
  const told = await mailFeedback(feedback, tags ?? { case: given.head.id, mail: String(mail?.id) });
  return { did, told, mailings };
};

const office = '{"body":"sobOffice"}';

describe('a mail that does not reach its reader', () => {
  it('has the deputy asked, and the office told', async () => {
    const { did } = await done(caseWith(firstMail('council-a')));
    expect(did).toEqual([
      `deputy of {"body":"council-a","deputy":true} ${asked.id} ${TODAY}`,
      `undelivered/council-a/${TODAY} to ${office}`,
      'wake',
    ]);
  });

  it('has only the office told, where the body has no deputy', async () => {
    const question = aQuestion('position', 'council-b');
    const mail: MailFact = { id: question.id, about: { question: question.id }, to: { body: 'council-b' } };
    const { did } = await done(caseWith(mail, question));
    expect(did).toEqual([`undelivered/council-b/${TODAY} to ${office}`, 'wake']);
  });

  it.each([
    ['was answered meanwhile', { status: 'answered' as const }],
    ['was released', { status: 'released' as const }],
    ['has been sent to the deputy before', { deputyAskedOn: '2026-11-20' }],
  ])('asks no deputy a question that %s', async (_why, given) => {
    const { did } = await done(caseWith(firstMail('council-a'), { ...asked, ...given }));
    expect(did).toEqual([`undelivered/council-a/${TODAY} to ${office}`, 'wake']);
  });

  it('asks the deputy anew where the question was opened again, and no more than once by each link', async () => {
    const asksBy = async (linkVersion: number) =>
      (await done(caseWith(firstMail('council-a'), { ...asked, linkVersion }))).mailings;
    expect(await asksBy(2)).toEqual(await asksBy(2));
    expect(await asksBy(2)).not.toEqual(await asksBy(1));
  });

  it('asks no deputy for a notice', async () => {
    const mail: MailFact = { id: 'N-10/council-a', about: { notice: 'N-10' }, to: { body: 'council-a' } };
    expect((await done(caseWith(mail))).did).toEqual([`undelivered/council-a/${TODAY} to ${office}`, 'wake']);
  });

  it('tells the office of a deputy who cannot be reached either, beside the body itself', async () => {
    const mail: MailFact = {
      id: `${asked.id}/deputy`,
      about: { question: asked.id },
      to: { body: 'council-a', deputy: true },
    };
    expect((await done(caseWith(mail))).did).toEqual([
      `undelivered/council-a/deputy/${TODAY} to ${office}`,
      'wake',
    ]);
  });

  it.each(['nominator', 'headOfOperations', 'sobContact'] as const)(
    'tells the office when it was to the %s',
    async (contact) => {
      const mail: MailFact = { id: `N-10/${contact}`, about: { notice: 'N-10' }, to: { contact } };
      expect((await done(caseWith(mail))).did).toEqual([
        `undelivered/${contact}/${TODAY} to ${office}`,
        'wake',
      ]);
    },
  );

  it('tells the office which of those that use a programme was not reached', async () => {
    const mail = { id: 'm', about: { notice: 'urgentStop' as const }, to: { user: 'unit-1' } };
    const { did } = await done({ ...caseWith(mail), programme: aProgramme() }, { case: 'case-1', mail: 'm' });
    expect(did).toEqual([`undelivered/user/unit-1/${TODAY} to ${office}`, 'wake']);
  });

  it('tells nobody when it was to the office itself, and says so', async () => {
    const mail: MailFact = { id: 'N-7/sobOffice', about: { notice: 'N-7' }, to: { body: 'sobOffice' } };
    const { did, told } = await done(caseWith(mail));
    expect(did).toEqual(['wake']);
    expect(told).toEqual([
      { caseId: 'case-1', caseNumber: 'N-2026-0001', to: { body: 'sobOffice' }, office: false },
    ]);
  });

  it('does nothing for a case or a mail that is not there', async () => {
    const given = caseWith(firstMail('council-a'));
    expect((await done(given, { case: 'nobody', mail: asked.id })).did).toEqual([]);
    expect((await done(given, { case: 'case-1', mail: 'none' })).did).toEqual([]);
  });

  it('goes through every question that a morning’s mail held', async () => {
    const lost = { to: { body: 'council-a' }, question: asked.id };
    const { did } = await done(caseWith(firstMail('council-a')), { morning: 'm-1' }, [
      { caseId: 'case-1', lost },
    ]);
    expect(did).toEqual([
      `deputy of {"body":"council-a","deputy":true} ${asked.id} ${TODAY}`,
      `undelivered/council-a/${TODAY} to ${office}`,
      'wake',
    ]);
  });
});

it('a mail is sent with what brings its bounce back to the case', async () => {
  const commands: { input: unknown }[] = [];
  const client = {
    send: async (command: { input: unknown }) => {
      commands.push(command);
      return { MessageId: 'm-1' };
    },
  } as unknown as SESClient;
  const tags = { case: 'case-1', mail: asked.id };
  const letter = { subject: 'Ämne', text: 'Text', html: '<p>Text</p>' };
  await sesMailer(client, 'nominera@example.se', 'set').send('rad-a@example.se', letter, tags);
  expect(commands[0]?.input).toMatchObject({ ConfigurationSetName: 'set', Tags: sesTags(tags) });
});

describe('the tags of a mail', () => {
  const given: MailTags = { case: 'case-1', mail: `nomination/position/10/council-${'å'.repeat(52)}/deputy` };
  const asSesGivesThemBack = Object.fromEntries(sesTags(given).map(({ Name, Value }) => [Name, [Value]]));

  it('come back from SES as they were', () => {
    expect(tagsFromSes({ ...asSesGivesThemBack, 'ses:configuration-set': ['nominera'] })).toEqual(given);
    const [morning] = sesTags({ morning: 'körn#1' });
    expect(tagsFromSes({ morning: [String(morning?.Value)] })).toEqual({ morning: 'körn#1' });
  });

  it('are of the characters and the length that SES takes', () => {
    for (const { Name, Value } of sesTags(given)) expect(Name + Value).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  });

  it('are missing from mails that are not of a case', () => {
    expect(tagsFromSes({ 'ses:configuration-set': ['nominera'] })).toBeUndefined();
  });
});
