import { GetExecutionHistoryCommand } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { executionArn } from '../harness/executions.ts';
import { everyLogLine, logLinesOf } from '../harness/log-lines.ts';
import { ANSWERS, answer, linkFor, MAILBOX, submit } from '../harness/people.ts';
import { endsAs, waitsAt } from '../harness/record.ts';
import { sfn, system } from '../harness/system.ts';

it('no task token and no link secret is in a log line, a mail but its own, a page or a URL of a whole run', async () => {
  const { id, caseNumber } = await submit(1);
  const course = [
    ['screening', MAILBOX.office],
    ['position', MAILBOX['council-psykisk-halsa']],
    ['pprPosition', MAILBOX.ppr],
    ['decision', MAILBOX.office],
  ] as const;
  const tokens: string[] = [];
  const links: string[] = [];
  const pages: string[] = [];
  for (const [step, mailbox] of course) {
    const facts = await waitsAt(id, step);
    tokens.push(...facts.tokens.flatMap(({ taskToken }) => taskToken ?? []));
    const link = await linkFor(caseNumber, step, mailbox);
    links.push(link);
    pages.push(await (await fetch(link)).text());
    await answer(link, { ...ANSWERS[step], ...(step === 'position' && { manageableWithinUnits: 'false' }) });
    pages.push(await (await fetch(link)).text());
  }
  await endsAs(id, 'decided');
  expect([tokens.length, links.length]).toEqual([4, 4]);

  const secrets = links.map((link) => link.split('/').at(-1) ?? '');
  const mails = (await system().mailbox.mails()).filter(({ subject }) => subject.includes(caseNumber));
  const logLines = await everyLogLine();
  expect(logLines).toContain('"message":"asked"');
  for (const secret of [...tokens, ...secrets]) expect(logLines.includes(secret)).toBe(false);
  for (const token of tokens) {
    expect(
      [...pages, ...links, ...mails.map((mail) => JSON.stringify(mail))].some((text) => text.includes(token)),
    ).toBe(false);
  }
  for (const secret of secrets) {
    expect(pages.some((page) => page.includes(secret))).toBe(false);
    expect(mails.filter((mail) => JSON.stringify(mail).includes(secret))).toHaveLength(1);
  }
  for (const link of links) expect(link.length).toBeLessThanOrEqual(120);
});

it('nothing that a person wrote reaches the machine', async () => {
  const { id, caseNumber } = await submit(2);
  await waitsAt(id, 'screening');
  const { events } = await sfn.send(
    new GetExecutionHistoryCommand({ executionArn: executionArn(caseNumber) }),
  );
  const history = JSON.stringify(events);
  expect(history).toContain(id);
  expect(history).not.toMatch(/knä|Ortoped|example\.se/i);
});

it('a used token is forgotten', async () => {
  const { id, caseNumber } = await submit(2);
  await waitsAt(id, 'screening');
  await answer(await linkFor(caseNumber, 'screening', MAILBOX.office), ANSWERS.screening);
  const { tokens } = await waitsAt(id, 'position');
  const used = tokens.find(({ round }) => round.step === 'screening');
  expect(used?.drivenAt).toBeDefined();
  expect(used?.taskToken).toBeUndefined();
});

describe('what functions log of a case', () => {
  it('names the case by its number, and the step that it waits in; and nobody, and nothing that was written', async () => {
    const { id, caseNumber } = await submit(2);
    await waitsAt(id, 'screening');
    const link = await linkFor(caseNumber, 'screening', MAILBOX.office);
    await answer(link, ANSWERS.screening);
    await waitsAt(id, 'position');
    const ofCase = async (part: string) =>
      (await logLinesOf(part)).filter((line) => line.caseNumber === caseNumber);
    expect(await ofCase('MachinesDrive')).toContainEqual(
      expect.objectContaining({ message: 'driven', step: 'screening' }),
    );
    for (const step of ['screening', 'position'])
      expect(await ofCase('MailAsk')).toContainEqual(expect.objectContaining({ message: 'asked', step }));
    expect(await ofCase('WebNominate')).toMatchObject([{ message: 'request', status: 201 }]);
    const posted = (await ofCase('WebAnswer')).filter(({ status }) => status === 303);
    expect(posted).toMatchObject([{ route: 'POST /a/{secret}', step: 'screening' }]);
    const lines = (await logLinesOf('')).map((line) => JSON.stringify(line)).join('\n');
    expect(lines).not.toMatch(/[\w.-]+@[\w-]+\.se|knäartros|Ortoped/iu);
  });
});
