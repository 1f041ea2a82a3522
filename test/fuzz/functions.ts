import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { build } from 'esbuild';
import { nominera } from '../../infra/nominera.ts';
import { localPath, root } from '../../local/paths.ts';
import { prepare } from '../../local/prepare.ts';
import { TABLE } from './table.ts';

/** A function's `index.ts` with its middleware. */
export type Handler = (event: unknown, context: unknown) => Promise<unknown>;

export const WEB = ['nominate', 'answer', 'follow', 'bodies', 'desk'] as const;
export const WORKERS = ['ask', 'drive', 'mend', 'sweep', 'mail-feedback'] as const;
export type FunctionName = (typeof WEB)[number] | (typeof WORKERS)[number];

export const BASE_URL = 'https://nominera.example.se';

const environmentFor = (endpoint: string): Readonly<Record<string, string>> => ({
  ...{ AWS_ENDPOINT_URL: endpoint, AWS_REGION: 'eu-north-1' },
  ...{ AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
  ...{ POWERTOOLS_LOG_LEVEL: process.env.FUZZ_LOG ?? 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
  ...{ TABLE_NAME: TABLE, BASE_URL, FILES_BUCKET: 'files', SCANNER: 'testFile', CLAIM_SECONDS: '30' },
  ...{ MAIL_FROM: 'nominera@example.se', MAIL_CONFIGURATION_SET: 'set', LINK_KEYS_SECRET: 'keys' },
  ...{ ISSUER: 'https://issuer.example.se', DESK_ISSUER: endpoint, DESK_CLIENT_ID: 'desk' },
  ...{ DESK_CLIENT_SECRET: 'secret', DESK_FIRST_OFFICERS: 'chef@example.se' },
  ...Object.fromEntries(
    ['NOMINATION', 'PRODUCTION', 'REVIEW'].map((it) => [
      `${it}_MACHINE`,
      `arn:aws:states:eu-north-1:000000000000:stateMachine:${it}`,
    ]),
  ),
  ...{ STEP_QUEUE_URL: `${endpoint}/queue`, PATIENCE_MINUTES: '15', EXECUTION_DAYS: '250' },
});

/**
 * Pages are .tsx, which Node does not read: the functions are bundled first, and imported once their settings are there.
 * Not as they are deployed: what is shared by them is bundled once, and packages are not bundled, so that this takes a second.
 */
export const loadFunctions = async (endpoint: string): Promise<Readonly<Record<FunctionName, Handler>>> => {
  prepare();
  Object.assign(process.env, environmentFor(endpoint));
  // Each process has its own: another may be writing.
  const outdir = localPath('fuzz', `functions-${process.pid}`);
  const names = [...WEB, ...WORKERS];
  await build({
    entryPoints: names.map((name) => ({ in: join(root, 'functions', name, 'index.ts'), out: name })),
    ...{ outdir, outExtension: { '.js': '.mjs' }, bundle: true, splitting: true, packages: 'external' },
    ...{ platform: 'node', format: 'esm', jsx: 'automatic', jsxImportSource: 'preact', logLevel: 'error' },
  });
  const loaded = names.map(async (name) => {
    const { handler } = await import(pathToFileURL(join(outdir, `${name}.mjs`)).href);
    return [name, handler] as const;
  });
  const handlers = Object.fromEntries(await Promise.all(loaded)) as Record<FunctionName, Handler>;
  rmSync(outdir, { recursive: true });
  return handlers;
};

/** A route of the HTTP API as it is deployed. */
export interface Route {
  readonly method: string;
  /** With its parameters: `/a/{secret}`. */
  readonly path: string;
  readonly serves: FunctionName;
  readonly needsToken: boolean;
}

interface Resource {
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** Every route, and the function that serves it, as the template has them. */
export const deployedRoutes = (): readonly Route[] => {
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  const app = new App({ context: { ...context, stage: 'local', 'aws:cdk:bundling-stacks': [] } });
  const template = Template.fromStack(nominera(app).routine);
  const of = (type: string) => template.findResources(type) as Readonly<Record<string, Resource>>;
  const integrations = of('AWS::ApiGatewayV2::Integration');
  const serving = (target: unknown): FunctionName => {
    const [id = ''] = Object.keys(integrations).filter((it) => JSON.stringify(target).includes(`"${it}"`));
    const uri = JSON.stringify(integrations[id]?.Properties.IntegrationUri);
    const name = /(\w+?)Function[A-F\d]{8}/u.exec(uri)?.[1] ?? '';
    const found = WEB.find((it) => name.toLowerCase().endsWith(it));
    if (found === undefined) throw new Error(`No function serves ${uri}`);
    return found;
  };
  return Object.values(of('AWS::ApiGatewayV2::Route')).map(({ Properties }) => {
    const [method = '', path = ''] = String(Properties.RouteKey).split(' ');
    const needsToken = Properties.AuthorizationType === 'JWT';
    return { method, path, serves: serving(Properties.Target), needsToken };
  });
};
