import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

/** The packages that the product is made of, as the lock file has them. */

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  /** Comes inside the package above it, whose integrity covers it. */
  readonly inBundle?: boolean;
}

export interface Dependency {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, as the package says it. */
  readonly licence: string;
  readonly integrity?: string;
  readonly inBundle: boolean;
  /** In what is deployed; the others build and test it. */
  readonly isDeployed: boolean;
}

const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** Every package of package-lock.json but our own. */
export const dependencies = (): readonly Dependency[] =>
  Object.entries(json('package-lock.json').packages as Readonly<Record<string, Locked>>)
    .filter(([path]) => path !== '')
    .map(([path, it]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: it.version,
      licence: it.license ?? 'none said',
      ...(it.integrity !== undefined && { integrity: it.integrity }),
      inBundle: it.inBundle === true,
      isDeployed: !it.dev && !it.devOptional && !it.optional,
    }));

/** What package.json asks for, by name, as it asks. */
export const wanted = (): Readonly<Record<string, string>> => {
  const { dependencies, devDependencies, optionalDependencies } = json('package.json');
  return { ...dependencies, ...devDependencies, ...optionalDependencies };
};

/** Licences under which a package may be deployed, each with what it asks of us. */
export const ALLOWED: Readonly<Record<string, string>> = {
  MIT: 'The licence text goes along with copies.',
  'MIT-0': 'Nothing.',
  '0BSD': 'Nothing.',
  ISC: 'The licence text goes along with copies.',
  'BSD-3-Clause': 'The licence text goes along with copies; the authors’ names are not used to promote.',
  'Apache-2.0': 'The licence text and notices go along with copies; changes are marked.',
  '(MIT OR CC0-1.0)': 'Either one, as one likes.',
};

/** docs/licences.md. */
export const licencesPage = (): string => {
  const deployed = dependencies().filter(({ isDeployed }) => isDeployed);
  const byLicence = Object.groupBy(deployed, ({ licence }) => licence);
  const sections = Object.entries(byLicence)
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .flatMap(([licence, found = []]) => [
      `## ${licence} (${found.length})`,
      '',
      ALLOWED[licence] ?? '**Not allowed.**',
      '',
      ...[...new Set(found.map(({ name, version }) => `- ${name} ${version}`))].toSorted(),
      '',
    ]);
  return [
    '# Licences of what is deployed',
    '',
    `Made by \`npm run docs\` from package-lock.json: ${deployed.length} packages. Those that only build and test are not in it.`,
    '',
    ...sections,
  ].join('\n');
};
