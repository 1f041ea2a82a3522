import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { requestToken } from '../../../local/issuer.ts';
import { localPath } from '../../../local/paths.ts';
import { freePorts } from '../../../local/ports.ts';
import { Problem, run } from '../../../local/problem.ts';
import { runToEnd, stopAll } from '../../../local/processes.ts';
import { plainProgress as progress } from '../../../local/progress.ts';
import { installSchemathesis } from '../../../local/python.ts';
import { type System, startSystem } from '../../../local/system.ts';
import { OPERATIONS } from '../../../shared/api/operations.ts';
import { openStore } from '../../../shared/records/store.ts';
import { type Counting, type Counts, startCounting } from './counting.ts';
import { tricked } from './raw.ts';

/**
 * `npm run fuzz:http -- --requests 5000 --seed 1`: Schemathesis against the running app's own /openapi.json, without a token and
 * with one, and what no library for HTTP would send.
 */

const ALL_SCOPES = 'nominations.read nominations.write admin';

const RAW_PATHS = [
  '/',
  '/api/nominations',
  '/nominate',
  '/a/x',
  '/openapi.json',
  '/programmes',
  '/desk',
  '/reports/2026',
];

/** A share of the requests is sent without a token; of one run the examples are told by operation. */
const WITHOUT = 0.2;

const CHECKS = 'not_a_server_error,content_type_conformance,response_schema_conformance';

interface Line {
  readonly what: string;
  readonly counts: Counts;
}

const digestOf = async ({ table }: System): Promise<string> => {
  const { client } = openStore(table);
  const items: string[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table, ConsistentRead: true }))
    items.push(...Items.map((it) => JSON.stringify(it)));
  client.destroy();
  return createHash('sha256').update(JSON.stringify(items.sort())).digest('hex');
};

const schemathesis = async (
  python: string,
  { url }: Counting,
  { examples, seed, token }: { examples: number; seed: number; token?: string },
): Promise<void> => {
  const name = token === undefined ? 'without-token' : 'with-token';
  await runToEnd({
    name: 'Schemathesis',
    command: [
      ...[join(dirname(python), 'schemathesis'), 'run', `${url}/openapi.json`, '--url', url],
      ...[
        '--checks',
        CHECKS,
        '--phases',
        'examples,coverage,fuzzing',
        '--continue-on-failure',
        '--no-shrink',
      ],
      ...[
        '--max-examples',
        String(examples),
        '--seed',
        String(seed),
        '--workers',
        '2',
        '--request-timeout',
        '60',
      ],
      ...['--suppress-health-check', 'all', '--no-color'],
      ...(token === undefined ? [] : ['--header', `authorization: Bearer ${token}`]),
    ],
    cwd: localPath('fuzz', '.'),
    logFile: localPath('fuzz', `schemathesis-${name}.log`),
  });
};

const CLASSES = ['2xx', '3xx', '4xx', '5xx', 'none'] as const;

const tableOf = (lines: readonly Line[]): string => {
  const cells = (it: readonly (string | number)[]): string => `| ${it.join(' | ')} |`;
  const total = (of: (it: Counts) => number): number =>
    lines.reduce((sum, { counts }) => sum + of(counts), 0);
  return [
    cells(['Sent', 'Requests', ...CLASSES, 'Faults']),
    cells(['---', ...Array(CLASSES.length + 2).fill('---:')]),
    ...lines.map(({ what, counts }) =>
      cells([what, counts.requests, ...CLASSES.map((it) => counts.answers[it] ?? ''), counts.faults.length]),
    ),
    cells([
      'All',
      total(({ requests }) => requests),
      ...CLASSES.map((it) => total(({ answers }) => answers[it] ?? 0)),
      total(({ faults }) => faults.length),
    ]),
  ].join('\n');
};

await run(async () => {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const { values } = parseArgs({ options: { requests: text('5000'), seed: text('1') } });
  const [wanted, seed] = [Number(values.requests), Number(values.seed)];
  if (!(wanted > 0) || !Number.isInteger(seed)) throw new Problem('Give numbers: --requests 5000 --seed 1');
  try {
    const python = await progress.step('Install Schemathesis', installSchemathesis);
    const system = await startSystem({ ports: await freePorts(), progress, folder: 'fuzz' });
    const counting = await startCounting(system.baseUrl);
    const target = { base: new URL(system.baseUrl), token: await requestToken(system.issuer, ALL_SCOPES) };
    const before = await digestOf(system);
    const lines: Line[] = [];
    const examples = (share: number): number => Math.ceil((wanted * share) / OPERATIONS.length);
    await progress.step('Schemathesis without a token', () =>
      schemathesis(python, counting, { examples: examples(WITHOUT), seed }),
    );
    lines.push({ what: 'Schemathesis, without a token', counts: counting.take() });
    const isChanged = (await digestOf(system)) !== before;
    lines.push({
      what: 'Raw connections',
      counts: await progress.step('What no library would send', () => tricked(RAW_PATHS, target)),
    });
    let sent = lines.reduce((sum, { counts }) => sum + counts.requests, 0);
    for (let again = 0; sent < wanted; again += 1) {
      const token = await requestToken(system.issuer, ALL_SCOPES);
      const share = (wanted - sent) / wanted;
      await progress.step(`Schemathesis with a token, by seed ${seed + again}`, () =>
        schemathesis(python, counting, { examples: examples(share), seed: seed + again, token }),
      );
      const counts = counting.take();
      if (counts.requests === 0) throw new Problem('Schemathesis sent nothing: .local/fuzz has its log.');
      lines.push({ what: `Schemathesis, with a token of all scopes, seed ${seed + again}`, counts });
      sent += counts.requests;
    }
    counting.close();
    console.log(`\n${tableOf(lines)}\n`);
    console.log(
      `What was sent without a token has ${isChanged ? 'CHANGED' : 'left'} every byte of the record.`,
    );
    const faults = lines.flatMap(({ counts }) => counts.faults);
    if (faults.length > 0 || isChanged) throw new Problem(faults.slice(0, 20).join('\n'));
  } finally {
    await stopAll();
  }
});
