import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { nominera } from '../infra/nominera.ts';
import { localPath, root } from './paths.ts';

/** The app's templates as CloudFormation gets them, without the functions' bundles, which take most of the time. */

interface Variant {
  readonly stage: 'local' | 'prod';
  readonly [context: string]: string;
}

/** The stages. */
export const STAGES = {
  local: { stage: 'local' },
  prod: { stage: 'prod' },
} satisfies Record<string, Variant>;

/** The local stage for an engine that has no HTTP API. */
export const BEHIND_FUNCTION_URL: Variant = { stage: 'local', webFront: 'functionUrl' };

export interface Templates {
  /** Where they are. */
  readonly folder: string;
  /** What the library warns of, with the construct's path. */
  readonly warnings: readonly string[];
}

/**
 * Synthesises a variant of the app into `.local/templates`.
 * @throws on a finding of cdk-nag that nobody has answered
 */
export const templatesOf = (name: string, variant: Variant): Templates => {
  const folder = localPath('templates', name);
  rmSync(folder, { recursive: true, force: true });
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  const app = new App({
    outdir: folder,
    context: { ...context, ...variant, 'aws:cdk:bundling-stacks': [] },
  });
  nominera(app);
  return { folder, warnings: warningsIn(app.synth()) };
};

const warningsIn = ({ stacks, nestedAssemblies }: CloudAssembly): readonly string[] => [
  ...stacks.flatMap(({ messages }) =>
    messages
      .filter(({ level }) => level !== 'info')
      .map(({ id, entry }) => `${id}: ${JSON.stringify(entry.data)}`),
  ),
  ...nestedAssemblies.flatMap(({ nestedAssembly }) => warningsIn(nestedAssembly)),
];
