import type { CaseFacts, CaseHead } from '../../shared/case/facts.ts';
import type { RowFilter, RowOrder } from '../../shared/case/row-filter.ts';
import type { Act } from '../../shared/records/acts.ts';
import type { Body } from '../../shared/records/bodies.ts';
import type { CaseSummary } from '../../shared/records/candidates.ts';
import type { Interest } from '../../shared/records/interests.ts';
import type { Programme } from '../../shared/records/programmes.ts';
import type { GivenAct } from '../../shared/records/record-act.ts';
import type { Paging, RowPage } from '../../shared/records/rows.ts';
import type { UnderWay } from '../../shared/records/under-way.ts';
import type { DeskBarOf } from '../../shared/web/desk-door.ts';

/** What the open pages and the programmes' API need of the record. */
export interface FollowRecord {
  programmes(): Promise<readonly Programme[]>;
  /** One of our programmes. */
  programme(id: string): Promise<Programme | undefined>;
  underWay(): Promise<readonly UnderWay[]>;
  bodies(): Promise<readonly Body[]>;
  /** What the case with this number is about. */
  summary(number: string): Promise<CaseSummary | undefined>;
  facts(caseId: string): Promise<CaseFacts | undefined>;
  putInterest(head: CaseHead, interest: Interest): Promise<'new' | 'known' | 'full'>;
  /** The acts of a case, in order; none where there is no such case. */
  acts(caseId: string): Promise<readonly Act[]>;
  rows(filter: RowFilter, paging: Paging & { readonly order?: RowOrder }): Promise<RowPage | 'badCursor'>;
  search(words: string, paging: Paging & { readonly filter: RowFilter }): Promise<RowPage | 'badCursor'>;
  /** `false` when the case has moved since `facts` were read. */
  record(facts: CaseFacts, given: Omit<GivenAct, 'wake' | 'lookAgainAt'>): Promise<boolean>;
}

export interface FollowDeps {
  readonly record: FollowRecord;
  readonly deskBar: DeskBarOf;
  readonly now: () => Date;
}
