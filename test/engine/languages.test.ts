import { expect, it } from 'vitest';
import { sample } from '../builders/samples.ts';
import { answerStep, MAILBOX, postNomination } from '../harness/people.ts';
import { system } from '../harness/system.ts';
import { noteCase } from '../harness/transitions.ts';

it('whoever nominates in English is written to in English, with pages in English; the others read Swedish', async () => {
  const { nomination } = sample(2);
  const response = await postNomination(nomination, { 'accept-language': 'en-GB,en;q=0.9' });
  const { caseNumber } = (await response.json()) as { caseNumber: string };
  noteCase(caseNumber, expect.getState().currentTestName ?? '');
  await answerStep(caseNumber, 'screening', MAILBOX.office);

  const mailTo = (address: unknown, subject: string) =>
    system().mailbox.waitForMail(
      (mail) => mail.to[0]?.address === address && mail.subject === `${caseNumber}: ${subject}`,
    );
  const { text } = await mailTo(
    nomination.contactEmail,
    'The nomination has gone on to coordination councils',
  );
  const [link = ''] = /https?:\S+\/c\/\S+/u.exec(text) ?? [];
  expect(await (await fetch(link)).text()).toContain('<html lang="en"');
  await mailTo(MAILBOX['council-psykisk-halsa'], 'Ta ställning till nomineringen');
});
