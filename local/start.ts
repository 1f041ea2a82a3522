import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requestToken } from './issuer.ts';
import { ISSUER_USERS } from './issuer-people.ts';
import { type Mail, waitForMail } from './mailbox.ts';
import { claim, publish, release } from './outputs.ts';
import { outsideEngine } from './outside-engine.ts';
import { root } from './paths.ts';
import { assertFree, fixedPorts } from './ports.ts';
import { Problem, run } from './problem.ts';
import { stopAll } from './processes.ts';
import { movingProgress, plainProgress } from './progress.ts';
import { type System, startSystem } from './system.ts';

const main = async (): Promise<void> => {
  const ports = fixedPorts();
  claim();
  stopWhenAsked();
  try {
    const outside = await outsideEngine(process.env);
    await assertFree(ports, outside === undefined ? [] : ['engine']);
    const since = Date.now();
    const progress = process.stdout.isTTY ? movingProgress : plainProgress;
    const system = await startSystem({ ports, progress, folder: 'start', outside });
    publish(system);
    await progress.step('Submit an example nomination', () => submitExample(system));
    await progress.step('Wait for its first mail', () => waitForMail(system.mailboxUrl, hasLink));
    tellWhere(system, Math.round((Date.now() - since) / 1000));
  } catch (error) {
    await end();
    throw error;
  }
};

const stopWhenAsked = (): void => {
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, async () => {
      if (asked) return;
      asked = true;
      console.log('\nStopping …');
      await end();
      process.exit(0);
    });
  }
};

const end = async (): Promise<void> => {
  await stopAll();
  release();
};

const submitExample = async ({ baseUrl, issuer }: System): Promise<void> => {
  const sample = JSON.parse(readFileSync(join(root, 'test', 'samples', '1-insomni.json'), 'utf8'));
  const { id: _id, expected: _expected, ...nomination } = sample;
  const answer = await fetch(`${baseUrl}/api/nominations`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await requestToken(issuer, 'nominations.write')}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(nomination),
  });
  if (answer.status !== 201) {
    throw new Problem(`The example nomination was refused with ${answer.status}: ${await answer.text()}`);
  }
};

const hasLink = ({ text }: Mail): boolean => text.includes('/a/');

const tellWhere = (system: System, seconds: number): void => {
  const machine = system.stateMachines.nomination;
  console.log(`
Nominera runs (ready in ${seconds} s). Ctrl-C stops it, and forgets everything in it.

  Mailbox       ${system.mailboxUrl}   open the mail to the office there, and follow its link
  Web and API   ${system.baseUrl}
  The desk      ${system.baseUrl}/desk   log in as ${ISSUER_USERS[0]?.name}
  AWS           ${system.awsEndpoint}   region ${system.region}, key test, secret test
  Token issuer  ${system.issuer}   npm run -s token -- --scope nominations.write
  All of this   .local/outputs.json

The executions, as the Step Functions console would list them:
  AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test aws --endpoint-url ${system.awsEndpoint} --region ${system.region} \\
    stepfunctions list-executions --state-machine-arn ${machine}`);
};

await run(main);
