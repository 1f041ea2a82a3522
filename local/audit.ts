import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { root } from './paths.ts';

/** Known vulnerabilities of what is deployed, as the package registry tells of them. */

/** docs/vulnerabilities.json: those that we live with, why, and until when. */
export const exceptionsSchema = z.array(
  z.strictObject({
    /** As `https://github.com/advisories/GHSA-…` ends. */
    advisory: z.string().regex(/^GHSA(-[23456789cfghjmpqrvwx]{4}){3}$/),
    package: z.string().min(1),
    reason: z.string().min(40),
    until: z.iso.date(),
  }),
);

export type Exception = z.infer<typeof exceptionsSchema>[number];

export const exceptions = (): readonly Exception[] =>
  exceptionsSchema.parse(JSON.parse(readFileSync(join(root, 'docs/vulnerabilities.json'), 'utf8')));

interface Advisory {
  readonly url: string;
  readonly title: string;
  readonly severity: string;
}

/** What `npm audit --json` prints, as far as we read it; `via` names a package where the fault is that package's. */
interface AuditReport {
  readonly vulnerabilities?: Readonly<Record<string, { readonly via: readonly (string | Advisory)[] }>>;
}

export type Audit =
  | { readonly kind: 'asked'; readonly problems: readonly string[] }
  | { readonly kind: 'notAsked'; readonly why: string };

/**
 * What a report says that no exception covers today.
 * @param text what `npm audit --json` printed
 * @param today ISO 8601 date: an exception that has ended covers nothing
 */
export const auditOf = (text: string, known: readonly Exception[], today: string): Audit => {
  const report = parsed(text);
  if (report?.vulnerabilities === undefined)
    return { kind: 'notAsked', why: 'The registry did not answer which vulnerabilities are known.' };
  const covered = new Set(
    known.filter(({ until }) => until >= today).map(({ advisory, package: name }) => `${name} ${advisory}`),
  );
  const found = Object.entries(report.vulnerabilities).flatMap(([name, { via }]) =>
    via
      .filter((it): it is Advisory => typeof it !== 'string')
      .filter(({ url }) => !covered.has(`${name} ${url.split('/').at(-1)}`))
      .map(({ url, title, severity }) => `${name}: ${title} (${severity}), ${url}`),
  );
  return { kind: 'asked', problems: [...new Set(found)] };
};

const parsed = (text: string): AuditReport | undefined => {
  try {
    return JSON.parse(text) as AuditReport;
  } catch {
    return undefined;
  }
};

/** What came of it in words, and whether somebody must act: where nobody could be asked, that is said and fails nothing. */
export const auditInWords = (found: Audit): { readonly said: string; readonly failed: boolean } => {
  if (found.kind === 'notAsked')
    return {
      said: `Known vulnerabilities: not checked. ${found.why} This says nothing about the packages.`,
      failed: false,
    };
  if (found.problems.length === 0)
    return {
      said: 'Known vulnerabilities: none in what is deployed, but for those in docs/vulnerabilities.json.',
      failed: false,
    };
  const mend = 'Update the package, or write into docs/vulnerabilities.json why it can wait.';
  return { said: `Known vulnerabilities:\n${found.problems.join('\n')}\n${mend}`, failed: true };
};

/** Milliseconds that a registry has for its answer, so that a machine without a network does not wait for long. */
const ANSWERS_WITHIN_MS = 20_000;

/** Asks the registry about package-lock.json's deployed packages, once. */
export const audit = (today: string): Audit => {
  const patience = ['--fetch-retries=0', `--fetch-timeout=${ANSWERS_WITHIN_MS}`];
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', ...patience], {
    ...{ cwd: root, encoding: 'utf8', timeout: 2 * ANSWERS_WITHIN_MS },
  });
  return auditOf(stdout ?? '', exceptions(), today);
};
