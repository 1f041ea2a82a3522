import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { bundlingOf } from '../infra/bundling.ts';
import { localPath, root } from '../local/paths.ts';
import { FUNCTIONS } from './invocations.ts';
import { median, medianRatio } from './statistics.ts';

/** What a function's bundle weighs, and how long it takes to import beside the bare SDK clients that it uses. */
export interface ImportCost {
  readonly name: string;
  readonly kilobytes: number;
  readonly bareKilobytes: number;
  readonly milliseconds: number;
  readonly bareMilliseconds: number;
  /** Median of the ratios of neighbouring runs, which a drifting machine changes little. */
  readonly ratio: number;
  /** Processor time of the import, in milliseconds. */
  readonly cpu: number;
  /** Likewise the ratio of the processor times, which other programs on the machine change less. */
  readonly cpuRatio: number;
  /** The packages beside the SDK that weigh most in the bundle. */
  readonly heaviest: readonly string[];
}

/** Runs of each bundle, one after the other in turn. */
const RUNS = 15;

const bundling = bundlingOf('prod');

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
  ...{ AWS_REGION: 'eu-north-1', TABLE_NAME: 'table', BASE_URL: 'https://example.se' },
  ...{ MAIL_FROM: 'nominera@example.se', MAIL_CONFIGURATION_SET: 'set', LINK_KEYS_SECRET: 'secret' },
  ...{ FILES_BUCKET: 'files', SCANNER: 'guardDuty', ISSUER: 'https://example.se' },
  ...{ DESK_ISSUER: 'https://example.se', DESK_CLIENT_ID: 'desk', DESK_CLIENT_SECRET: 'secret' },
  ...{ DESK_FIRST_OFFICERS: 'kim@example.se', STEP_QUEUE_URL: 'https://example.se/queue' },
  ...{ NOMINATION_MACHINE: 'arn:x', PRODUCTION_MACHINE: 'arn:x', REVIEW_MACHINE: 'arn:x' },
  ...{ PATIENCE_MINUTES: '15', EXECUTION_DAYS: '250', CLAIM_SECONDS: '30' },
};

/** Tells milliseconds that passed, and that the processor was used for. */
const TIMER = `const t = performance.now(); const c = process.cpuUsage(); await import(process.argv[1]);
const { user, system } = process.cpuUsage(c); console.log(JSON.stringify([performance.now() - t, (user + system) / 1000]));`;

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
  const pairs = Array.from({ length: runs }, () => ({ bare: importTime(bare), whole: importTime(whole) }));
  return {
    milliseconds: median(pairs.map((it) => it.whole.passed)),
    bareMilliseconds: median(pairs.map((it) => it.bare.passed)),
    ratio: medianRatio(pairs.map((it) => [it.whole.passed, it.bare.passed])),
    cpu: median(pairs.map((it) => it.whole.cpu)),
    cpuRatio: medianRatio(pairs.map((it) => [it.whole.cpu, it.bare.cpu])),
  };
};

const importTime = (file: string): { readonly passed: number; readonly cpu: number } => {
  const [passed, cpu] = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', TIMER, file], {
      env: { ...process.env, ...ENVIRONMENT },
      encoding: 'utf8',
    }),
  );
  return { passed, cpu };
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
