import {
  DeleteMessageCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { findTarget } from '../../local/admin/target.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { readActs } from '../../shared/records/acts.ts';
import { keys } from '../../shared/records/keys.ts';
import { verifyCases } from '../../shared/records/verify.ts';
import { refused, told } from '../harness/admin.ts';
import { aCouncil } from '../harness/councils.ts';
import { eventually } from '../harness/eventually.ts';
import { endsWith } from '../harness/executions.ts';
import { functionName, whilePaused } from '../harness/functions.ts';
import { ANSWERS, answer, linkFor, MAILBOX, reach, submit } from '../harness/people.ts';
import { factsOf, rests, store, waitsAt } from '../harness/record.ts';
import { sqs, system } from '../harness/system.ts';

const WHO = ['--as', 'Exempel Drift', '--yes'];

/** What operators did in a case, by its chain, which must hold. */
const operated = async ({ id, number }: CaseFacts['head']) => {
  for await (const { difference } of verifyCases(store(), number)) expect(difference).toBeUndefined();
  const acts = await readActs(store(), id);
  return acts
    .filter(({ by }) => by.subject?.startsWith('arn:'))
    .map(({ kind, what }) => [kind, what.question]);
};

const mailsAbout = async (caseNumber: string, mailbox: string) =>
  (await system().mailbox.mails()).filter(
    ({ subject, to }) => subject.includes(caseNumber) && to[0]?.address === mailbox,
  );

describe('npm run admin -- restart', () => {
  it('says what it would do; done, the phase goes on with the same questions and links, and the chain says who', async () => {
    const { id, caseNumber } = await submit(2);
    const before = await waitsAt(id, 'screening');
    const link = await linkFor(caseNumber, 'screening', MAILBOX.office);
    expect(await refused('restart')).toContain('CASE:');
    expect(await refused('restart', 'N-1999-0001')).toContain('no case N-1999-0001');
    expect(await refused('restart', caseNumber, 'review')).toContain(`${caseNumber} is in nomination`);
    const would = await told('restart', caseNumber);
    expect(would).toContain(
      `stop ${caseNumber}-nomination-1, if it runs, and start ${caseNumber}-nomination-2`,
    );
    expect(would).toContain('Nothing was changed');
    expect((await factsOf(id)).head).toEqual(before.head);

    await told('restart', caseNumber, 'nomination', ...WHO, '--why', 'Prov');
    const after = await waitsAt(id, 'screening', { attempt: 2 });
    expect([after.questions, after.mailings]).toEqual([before.questions, before.mailings]);
    await endsWith(caseNumber, 'ABORTED', 1);
    expect(await operated(after.head)).toEqual([['operated', undefined]]);
    expect(await told('log', '--last', '1')).toMatch(
      new RegExp(
        `Exempel Drift \\(arn:\\S+\\)\\s+restart ${caseNumber} nomination\\s+Prov\\s+${caseNumber}: drive`,
      ),
    );
    await answer(link, ANSWERS.screening);
    await waitsAt(id, 'position', { attempt: 2 });
  });
});

describe('npm run admin -- stuck, case, cases, mend', () => {
  it('finds what was lost, also where nothing looks at it again, and mends it', async () => {
    const { id, caseNumber } = await submit(2);
    const { tokens, head } = await waitsAt(id, 'screening');
    const { client, table: TableName } = store();
    for (const token of tokens)
      await client.send(new DeleteCommand({ TableName, Key: keys.token(id, token.id) }));
    expect(await told('stuck')).toMatch(
      new RegExp(`${caseNumber}\\s+nobodyAsked.*itself at ${head.lookAgainAt}`),
    );

    await client.send(
      new UpdateCommand({ TableName, Key: keys.head(id), UpdateExpression: 'REMOVE lookAgainAt, watch' }),
    );
    const shown = await told('case', caseNumber);
    expect(shown).toMatch(/unwatched.*mend N-\S+ --yes/u);
    expect(shown).toContain(`${caseNumber}-nomination-1: RUNNING`);
    expect(shown).toMatch(/nomination\/screening\/1\/sobOffice\s+open/u);
    expect(shown).not.toContain(String(tokens[0]?.taskToken));
    expect(shown).not.toContain('@');
    expect(await told('mend', caseNumber)).toContain('Nothing was changed');
    await told('mend', caseNumber, ...WHO);
    const after = await waitsAt(id, 'screening', { attempt: 2 });
    expect(await operated(after.head)).toEqual([['operated', undefined]]);
    expect(await told('case', caseNumber)).toMatch(/Not as it should be\nnothing/u);
  });

  it('lists open cases by their step and how long they have waited', async () => {
    const { id, caseNumber } = await submit(2);
    await waitsAt(id, 'screening');
    expect(await told('cases', '--step', 'screening')).toMatch(
      new RegExp(`${caseNumber}\\s+nomination\\s+1\\s+\\S.*screening.*sobOffice`),
    );
    expect(await told('cases', '--step', 'decision')).not.toContain(caseNumber);
    expect(await told('cases', '--older-than', '9999')).not.toContain(caseNumber);
    expect(await refused('cases', '--older-than', 'soon')).toContain('whole number');
    expect(await refused('cases', '--step', 'screning')).toContain('Allowed choices are anchoring');
  });
});

describe('npm run admin -- redrive', () => {
  const emptied = async (name: 'deadSteps' | 'deadEvents'): Promise<string> => {
    const QueueUrl = (await findTarget('local')).queues[name];
    await sqs.send(new PurgeQueueCommand({ QueueUrl }));
    return QueueUrl;
  };

  it('a message that had died asks its question after all', async () => {
    const dead = await emptied('deadSteps');
    const { id, caseNumber } = await whilePaused('MailAsk', async () => {
      const submitted = await submit(2);
      await eventually(() => buried(submitted.id, dead));
      return submitted;
    });
    expect(await told('stuck')).toContain('1 dead letters in the queue of steps');
    expect(await told('redrive')).toContain('Would send dead letters back to the step queue: 1');
    expect(await told('redrive', '--queue', 'steps', ...WHO)).toContain('Steps: 1 sent back');
    await waitsAt(id, 'screening');
    await linkFor(caseNumber, 'screening', MAILBOX.office);
  });

  it('an event that no function could take is taken, unless it names a function that is not for events', async () => {
    const dead = await emptied('deadEvents');
    const bury = (name: string) => {
      const functionArn = `arn:aws:lambda:eu-north-1:000000000000:function:${name}`;
      const body = { requestContext: { functionArn }, requestPayload: { 'detail-type': 'Scheduled Event' } };
      return sqs.send(new SendMessageCommand({ QueueUrl: dead, MessageBody: JSON.stringify(body) }));
    };
    await bury(await functionName('MendFunction'));
    await bury(await functionName('MachinesDrive'));
    expect(await told('redrive', '--queue', 'events', ...WHO)).toContain('Events: 1 taken now, 1 left');
    await sqs.send(new PurgeQueueCommand({ QueueUrl: dead }));
  });

  /** Moves the message that asks a case's first question to the dead letters, as five failures would. */
  const buried = async (caseId: string, dead: string): Promise<void> => {
    const QueueUrl = system().stepQueueUrl;
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
    );
    const mine = Messages.find(({ Body = '' }) => Body.includes(caseId) && Body.includes('taskToken'));
    expect(mine).toBeDefined();
    await sqs.send(new SendMessageCommand({ QueueUrl: dead, MessageBody: String(mine?.Body) }));
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: mine?.ReceiptHandle }));
  };
});

describe('npm run admin -- resend', () => {
  it('sends a question once more by the same link, once an hour, or by a new one', async () => {
    const { id, caseNumber } = await submit(2);
    const { head } = await waitsAt(id, 'screening');
    const link = await linkFor(caseNumber, 'screening', MAILBOX.office);
    expect(await refused('resend', caseNumber, 'decision')).toContain('nomination/screening/1/sobOffice');
    expect(await told('resend', caseNumber, 'screening')).toContain('with the same link');
    await told('resend', caseNumber, 'screening', ...WHO, '--why', 'Kom inte fram');
    expect(await linkFor(caseNumber, 'screening', MAILBOX.office, 2)).toBe(link);
    expect(await refused('resend', caseNumber, 'screening', ...WHO)).toContain(
      'already been sent again this hour',
    );
    await told('resend', caseNumber, 'screening', '--new-link', ...WHO);
    expect(await linkFor(caseNumber, 'screening', MAILBOX.office, 3)).not.toBe(link);
    const asked = 'nomination/screening/1/sobOffice';
    expect(await operated(head)).toEqual([
      ['resendQuestion', asked],
      ['resendQuestion', asked],
    ]);
  });
});

describe('npm run admin -- move', () => {
  it('has another body asked in the case, and refuses what cannot take over', async () => {
    const { id, caseNumber, facts } = await reach('position');
    const heir = await aCouncil();
    const moving = ['move', caseNumber, 'position', '--to'] as const;
    expect(await refused(...moving, 'ppr')).toContain(heir.id);
    expect(await refused(...moving, 'nobody@')).toContain('is no e-mail address');
    expect(await told(...moving, heir.id)).toContain(`ask ${heir.id} in the place of council-psykisk-halsa`);
    await told(...moving, heir.id, ...WHO);
    const after = await rests(id, 'position');
    expect(after.head.councils).toEqual([heir.id]);
    await linkFor(caseNumber, 'position', heir.mailbox);
    expect((await operated(facts.head)).map(([kind]) => kind)).toEqual(['bodyMoved']);
  });

  it('gives a body another mailbox, where its questions go by new links', async () => {
    const council = await aCouncil();
    const { caseNumber } = await reach('position', {
      screening: { councils: [council.id], leadCouncil: council.id },
    });
    const mailbox = `ny-${council.mailbox}`;
    expect(await told('move', caseNumber, `position/${council.id}`, '--to', mailbox)).toContain(
      'Nothing was changed',
    );
    expect(await mailsAbout(caseNumber, mailbox)).toEqual([]);
    await told('move', caseNumber, `position/${council.id}`, '--to', mailbox, ...WHO);
    await linkFor(caseNumber, 'position', mailbox);
  });
});
