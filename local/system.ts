import { type Deployment, deploy } from './deploy.ts';
import { clientEnvironment, engineUrl, REGION, startEngine } from './engine.ts';
import { issuerUrl, startIssuer } from './issuer.ts';
import { readDeskSecret } from './link-keys.ts';
import { startMailRelay } from './mail-relay.ts';
import { mailboxUrl, startMailbox } from './mailbox.ts';
import type { Engine } from './outside-engine.ts';
import type { Ports } from './ports.ts';
import { prepare } from './prepare.ts';
import type { Progress } from './progress.ts';
import { installEngine } from './python.ts';
import { seedBodies, seedProgrammes } from './seed.ts';

/** Where everything of a running system is. */
export interface System extends Deployment {
  readonly mailboxUrl: string;
  readonly awsEndpoint: string;
  readonly region: string;
  readonly issuer: string;
}

interface SystemOptions {
  readonly ports: Ports;
  readonly progress: Progress;
  /** The folder under `.local` for logs and scratch files, so that a test run does not disturb a running system. */
  readonly folder: string;
  /** An engine that runs already; without it, one of our own is started. */
  readonly outside?: Engine | undefined;
  /** Whether an engine of our own can be started again with what it holds. */
  readonly keepsState?: boolean;
}

/** Starts everything that the product needs on this machine, and deploys it. stopAll() of processes.ts ends it. */
export const startSystem = async (options: SystemOptions): Promise<System> => {
  const { ports, progress, folder, outside } = options;
  const engine: Engine = outside ?? {
    endpoint: engineUrl(ports.engine),
    kind: 'ministack',
    webFront: 'httpApi',
  };
  const awsEndpoint = engine.endpoint;
  const issuer = issuerUrl(ports.issuer);
  Object.assign(process.env, clientEnvironment(awsEndpoint));

  await startAround(options);
  await progress.step('Generate the style sheet', prepare);
  const deployment = await progress.step('Deploy the app', () => deploy({ engine, issuer, folder }));
  // Which pages the provider may send people back to is known only now.
  await progress.step('Start the identity provider', async () => {
    const desk = { id: 'nominera-desk', secret: await readDeskSecret(), baseUrl: deployment.baseUrl };
    await startIssuer({ port: ports.issuer, folder, desk });
  });
  await progress.step('Put in the example bodies and programmes', async () => {
    await seedBodies(deployment.table);
    await seedProgrammes(deployment.table);
  });
  return { ...deployment, mailboxUrl: mailboxUrl(ports.mailbox), awsEndpoint, region: REGION, issuer };
};

/** The mailbox, and an engine of our own unless there is one already. */
const startAround = async (options: SystemOptions): Promise<void> => {
  const { ports, progress, folder, outside, keepsState = false } = options;
  const mailbox = () => startMailbox({ webPort: ports.mailbox, smtpPort: ports.smtp, folder });
  if (outside !== undefined) {
    await progress.step('Start the mailbox', mailbox);
    if (outside.kind === 'localstack') startMailRelay({ endpoint: outside.endpoint, smtpPort: ports.smtp });
    return;
  }
  const python = await progress.step('Install the local AWS', installEngine);
  await progress.step('Start the local AWS and the mailbox', () =>
    Promise.all([
      startEngine({ python, port: ports.engine, smtpPort: ports.smtp, folder, keepsState }),
      mailbox(),
    ]),
  );
};
