import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { localPath } from './paths.ts';
import { Problem } from './problem.ts';
import { runToEnd, startService } from './processes.ts';

/**
 * DynamoDB Local, AWS's own, as a second opinion on what a table does. Its licence is for one's own use beside an AWS
 * account: it is fetched when it is needed, and is no part of what is deployed. It is told to send no telemetry.
 */

const folder = join(import.meta.dirname, 'dynamodb-local');
const FETCH_LOG = localPath('dynamodb-local-fetch.log');
const MAIN = join(folder, 'OnLoopback.java');

/** The oldest Java that it runs on (AWS, "Deploying DynamoDB locally on your computer"). */
const JAVA = 17;

/**
 * Fetches it where it is not there yet.
 * @returns why it cannot be run here; `undefined` where it can
 * @throws {Problem} when what was fetched is not what `jars.sha256` says
 */
export const whyNoDynamoDbLocal = async (): Promise<string | undefined> => {
  if (process.env.NOMINERA_DYNAMODB_LOCAL === 'off') return 'NOMINERA_DYNAMODB_LOCAL is off';
  const version = /version "(\d+)/u.exec(
    spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr ?? '',
  )?.[1];
  if (Number(version ?? 0) < JAVA || spawnSync('javac', ['-version']).status !== 0)
    return `there is no JDK ${JAVA} here`;
  if (!existsSync(jars()) && spawnSync('mvn', ['-version']).status !== 0)
    return 'there is no Maven here to fetch it with';
  return (await fetchJars()) ? undefined : `Maven could not fetch it: ${FETCH_LOG} tells why`;
};

/** Starts it in memory on a free port of this machine, and gives its address. stopAll() of processes.ts ends it. */
export const startDynamoDbLocal = async (port: number): Promise<string> => {
  const url = `http://127.0.0.1:${port}`;
  await startService({
    name: 'DynamoDB Local',
    command: [
      ...['java', `-Djava.library.path=${jars()}`, '-cp', join(jars(), '*'), MAIN],
      ...['-inMemory', '-disableTelemetry', '-port', String(port)],
    ],
    logFile: localPath('dynamodb-local.log'),
    readyUrl: url,
    // To a request without a signature, from a server that listens.
    readyStatus: 400,
  });
  return url;
};

const jars = (): string => localPath('dynamodb-local');

/** Each jar is checked each time, so that half a fetch is not taken for all of it. False where Maven could not. */
const fetchJars = async (): Promise<boolean> => {
  if (wrongJars().length === 0) return true;
  rmSync(jars(), { recursive: true, force: true });
  const fetched = await runToEnd({
    name: 'Maven',
    command: ['mvn', '-B', '-q', `-DoutputDirectory=${jars()}`, '-DincludeScope=runtime', COPY],
    cwd: folder,
    logFile: FETCH_LOG,
  });
  if (!fetched) return false;
  const wrong = wrongJars();
  if (wrong.length === 0) return true;
  rmSync(jars(), { recursive: true, force: true });
  throw new Problem(`What Maven fetched is not what jars.sha256 says: ${wrong.join(', ')}.`);
};

const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:2.8:copy-dependencies';

/** The files that are not as `jars.sha256` says, are missing, or are too many. */
const wrongJars = (): readonly string[] => {
  const wanted = new Map(
    readFileSync(join(folder, 'jars.sha256'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const there = existsSync(jars()) ? readdirSync(jars()) : [];
  const digest = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join(jars(), file)))
      .digest('hex');
  return [
    ...there.filter((file) => wanted.get(file) !== digest(file)),
    ...[...wanted.keys()].filter((file) => !there.includes(file)),
  ];
};
