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

/** Asks the registry about package-lock.json's deployed packages. */
export const audit = (today: string): Audit => {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: root, encoding: 'utf8' });
  return auditOf(stdout ?? '', exceptions(), today);
};
