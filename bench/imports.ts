import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { bundlingOf } from '../infra/bundling.ts';

const bundling = bundlingOf('prod');

import { localPath, root } from '../local/paths.ts';
import { FUNCTIONS } from './invocations.ts';

/** What a function's bundle weighs, and how long it takes to import beside the bare SDK clients that it uses. */
export interface ImportCost {
  readonly name: string;
  readonly kilobytes: number;
  readonly bareKilobytes: number;
  readonly milliseconds: number;
  readonly bareMilliseconds: number;
  /** Median of the ratios of neighbouring runs, which a drifting machine changes little. */
  readonly ratio: number;
  /** The packages beside the SDK that weigh most in the bundle. */
  readonly heaviest: readonly string[];
}

/** Runs of each bundle, one after the other in turn. */
const RUNS = 15;

const settings = {
  bundle: true,
  platform: 'node' as const,
  format: 'esm' as const,
  minify: bundling.minify,
  target: bundling.target,
  mainFields: bundling.mainFields,
  banner: { js: bundling.banner },
  jsx: 'automatic' as const,
  jsxImportSource: 'preact',
  absWorkingDir: root,
};

/** The same values everywhere: a function reads its settings when it is imported. */
const ENVIRONMENT = {
  ...{
    AWS_REGION: 'eu-north-1',
    TABLE_NAME: 'table',
    BASE_URL: 'https://example.se',
    MAIL_FROM: 'nominera@example.se',
  },
  ...{
    MAIL_CONFIGURATION_SET: 'set',
    LINK_KEYS_SECRET: 'secret',
    NOMINATION_MACHINE: 'arn:aws:states:::stateMachine:x',
  },
  ...{
    STEP_QUEUE_URL: 'https://example.se/queue',
    PATIENCE_MINUTES: '15',
    EXECUTION_DAYS: '250',
    CLAIM_SECONDS: '30',
  },
};

const TIMER =
  'const t = performance.now(); await import(process.argv[1]); console.log(performance.now() - t);';

/** Measures every function, each as often as `runs`, in turn with its bare SDK clients. */
export const importCosts = async (runs = RUNS): Promise<readonly ImportCost[]> => {
  const folder = localPath('bench', 'bundles');
  mkdirSync(folder, { recursive: true });
  const costs: ImportCost[] = [];
  for (const name of FUNCTIONS) {
    const [whole, bare] = [join(folder, `${name}.mjs`), join(folder, `${name}-bare.mjs`)];
    const { metafile } = await build({
      ...settings,
      entryPoints: [`functions/${name}/index.ts`],
      outfile: whole,
      metafile: true,
    });
    await build({ ...settings, stdin: { contents: bareModule(metafile), resolveDir: root }, outfile: bare });
    costs.push({ name, ...weights(whole, bare), ...times(whole, bare, runs), heaviest: heaviest(metafile) });
  }
  return costs;
};

const weights = (whole: string, bare: string) => ({
  kilobytes: Math.round(statSync(whole).size / 1024),
  bareKilobytes: Math.round(statSync(bare).size / 1024),
});

const times = (whole: string, bare: string, runs: number) => {
  const pairs = Array.from({ length: runs }, () => [importTime(bare), importTime(whole)] as const);
  return {
    milliseconds: median(pairs.map(([, it]) => it)),
    bareMilliseconds: median(pairs.map(([it]) => it)),
    ratio: median(pairs.map(([bareTime, time]) => time / bareTime)),
  };
};

const importTime = (file: string): number =>
  Number(
    execFileSync(process.execPath, ['--input-type=module', '-e', TIMER, file], {
      env: { ...process.env, ...ENVIRONMENT },
      encoding: 'utf8',
    }),
  );

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

const PACKAGE = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** The three packages that are not the SDK's and take most room, with their kilobytes. */
const heaviest = ({ outputs }: Metafile): readonly string[] => {
  const sizes: Record<string, number> = {};
  for (const [path, { bytesInOutput }] of Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs),
  )) {
    const name = PACKAGE.exec(path)?.[1];
    if (name !== undefined && !/^@(aws-sdk|smithy|aws)\//.test(name))
      sizes[name] = (sizes[name] ?? 0) + bytesInOutput;
  }
  return Object.entries(sizes)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([name, size]) => `${name} ${Math.round(size / 1024)} KB`);
};

const SDK_IMPORT = /import \{([^}]+)\} from '(@aws-sdk\/[^']+)'/g;

/** A module that does nothing but take from the SDK what the function's own files take. */
const bareModule = ({ inputs }: Metafile): string => {
  const taken = new Map<string, Set<string>>();
  for (const path of Object.keys(inputs).filter((it) => !it.includes('node_modules'))) {
    for (const [, names = '', from = ''] of readFileSync(join(root, path), 'utf8').matchAll(SDK_IMPORT)) {
      const values = names
        .split(',')
        .map((it) => it.trim())
        .filter((it) => it !== '' && !it.startsWith('type '));
      taken.set(from, new Set([...(taken.get(from) ?? []), ...values]));
    }
  }
  const imports = [...taken].map(([from, names]) => `import { ${[...names].join(', ')} } from '${from}';`);
  const all = [...taken.values()].flatMap((names) => [...names]);
  const clients = all.filter((it) => it.endsWith('Client')).map(clientOf);
  return `${imports.join('\n')}\nexport const kept = [${all.join(', ')}];\nexport const clients = [${clients.join(', ')}];`;
};

const clientOf = (name: string): string =>
  name === 'DynamoDBDocumentClient' ? `${name}.from(new DynamoDBClient({}))` : `new ${name}({})`;
