import type { ApprovedReport } from '../../shared/case/report.ts';
import type { Tally } from '../../shared/case/tally.ts';
import { listBodies, type StoredBody } from '../../shared/records/bodies.ts';
import { readCounts } from '../../shared/records/counts.ts';
import { type LinkTarget, readLink } from '../../shared/records/questions.ts';
import { putVersion, readVersions } from '../../shared/records/reports.ts';
import type { Store } from '../../shared/records/store.ts';
import type { DeskBarOf } from '../../shared/web/desk-door.ts';

/** What the yearly reports need of the record. */
export interface ReportRecord {
  /** The sums over all cases, of a year and all years before it. */
  counts(year: number): Promise<Tally>;
  /** The approved versions of a year's report, the first first. */
  versions(year: number): Promise<readonly ApprovedReport[]>;
  link(digest: string): Promise<LinkTarget | undefined>;
  bodies(): Promise<readonly StoredBody[]>;
  /** `false` when that version is there already. */
  freeze(approved: ApprovedReport, contentOwners: StoredBody | undefined, today: string): Promise<boolean>;
}

export interface ReportDeps {
  readonly record: ReportRecord;
  readonly deskBar: DeskBarOf;
  readonly now: () => Date;
}

/** The reports in the table. */
export const reportRecord = (store: Store): ReportRecord => ({
  counts: (year) => readCounts(store, year),
  versions: (year) => readVersions(store, year),
  link: (digest) => readLink(store, digest),
  bodies: () => listBodies(store),
  freeze: (approved, contentOwners, today) => putVersion(store, approved, contentOwners, today),
});
