import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clockFile } from './clock-file.ts';
import { localPath } from './paths.ts';
import { endService, startService } from './processes.ts';

export const REGION = 'eu-north-1';
export const ACCOUNT = '000000000000';

/** What an AWS client needs to talk to the engine as the account's owner. */
export const clientEnvironment = (endpoint: string): Record<string, string> => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: REGION,
  AWS_DEFAULT_REGION: REGION,
});

interface EngineOptions {
  readonly python: string;
  readonly port: number;
  readonly smtpPort: number;
  /** The folder under `.local` for its log and scratch files. */
  readonly folder: string;
  /** Whether it stores what it holds when it is let end, so that restartEngine() finds it. */
  readonly keepsState?: boolean;
}

const NAME = 'The local AWS';

/**
 * MiniStack answers as AWS does, on one port. Lambdas run as processes of the Node that comes first on PATH, and may
 * do what their roles grant.
 */
export const startEngine = async (options: EngineOptions): Promise<void> => {
  const scratch = scratchOf(options);
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  rmSync(clockFile(String(options.port)), { force: true });
  // The engine runs Lambdas by a CommonJS script of its own in here, below our package.json that says ES modules.
  writeFileSync(join(scratch, 'package.json'), '{ "type": "commonjs" }');
  await runEngine(options);
};

/** Ends an engine that keeps its state and starts it again: executions that were running have then failed. */
export const restartEngine = async (options: EngineOptions): Promise<void> => {
  await endService(NAME);
  await runEngine(options);
};

const scratchOf = ({ folder }: EngineOptions): string => localPath(folder, 'engine');

const runEngine = async (options: EngineOptions): Promise<void> => {
  const { python, port, smtpPort, folder, keepsState } = options;
  const scratch = scratchOf(options);
  await startService({
    name: NAME,
    command: [python, join(import.meta.dirname, 'engine.py')],
    logFile: localPath(folder, 'engine.log'),
    readyUrl: `${engineUrl(port)}/_ministack/health`,
    env: {
      ...clientEnvironment(engineUrl(port)),
      AUTH: 'true',
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_HOST: '127.0.0.1',
      MINISTACK_REGION: REGION,
      // Each concurrent Lambda is a process: AWS's own default of a thousand would need more memory than there is.
      LAMBDA_ACCOUNT_CONCURRENCY: '10',
      SMTP_HOST: `127.0.0.1:${smtpPort}`,
      // As every Lambda at AWS.
      TZ: 'UTC',
      SFTP_ENABLED: '0',
      IOT_MTLS_ENABLED: '0',
      TMPDIR: scratch,
      S3_DATA_DIR: join(scratch, 's3'),
      ...(keepsState && { PERSIST_STATE: '1', STATE_DIR: join(scratch, 'state') }),
    },
  });
};

export const engineUrl = (port: number): string => `http://127.0.0.1:${port}`;
