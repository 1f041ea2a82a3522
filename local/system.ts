import { type Deployment, deploy } from './deploy.ts';
import { clientEnvironment, engineUrl, REGION, startEngine } from './engine.ts';
import { issuerUrl, startIssuer } from './issuer.ts';
import { readDeskSecret } from './link-keys.ts';
import { mailboxUrl, startMailbox } from './mailbox.ts';
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
}

/** Starts everything that the product needs on this machine, and deploys it. stopAll() of processes.ts ends it. */
export const startSystem = async ({ ports, progress, folder }: SystemOptions): Promise<System> => {
  const awsEndpoint = engineUrl(ports.engine);
  const issuer = issuerUrl(ports.issuer);
  Object.assign(process.env, clientEnvironment(awsEndpoint));

  const python = await progress.step('Install the local AWS', installEngine);
  await progress.step('Start the local AWS and the mailbox', () =>
    Promise.all([
      startEngine({ python, port: ports.engine, smtpPort: ports.smtp, folder }),
      startMailbox({ webPort: ports.mailbox, smtpPort: ports.smtp, folder }),
    ]),
  );
  await progress.step('Generate the style sheet', prepare);
  const deployment = await progress.step('Deploy the app', () =>
    deploy({ endpoint: awsEndpoint, issuer, folder }),
  );
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
