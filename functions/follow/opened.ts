import { isPending } from '../../shared/case/ended.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { answerThatCounts } from '../../shared/case/rounds.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import type { Shown } from '../../shared/pages/pages.ts';
import type { CaseSummary } from '../../shared/records/candidates.ts';
import { registerEntry } from '../../shared/records/register.ts';
import { decision } from '../../shared/routine/decision.ts';
import type { Words } from '../../shared/routine/words.ts';
import type { FollowDeps } from './record.ts';
import { asNomination, asProgramme } from './shown.ts';

/** A case, as anyone may come to it by its number. */
export interface OpenedByNumber {
  readonly facts: CaseFacts;
  readonly summary: CaseSummary;
}

export const openByNumber = async (
  { record }: FollowDeps,
  number: string,
): Promise<OpenedByNumber | undefined> => {
  const summary = await record.summary(number);
  const facts = summary && (await record.facts(summary.caseId));
  return summary && facts && { summary, facts };
};

/** The programme, or the nomination that has not come so far. */
export const shownOf = async (
  { record, now }: FollowDeps,
  { facts, summary }: OpenedByNumber,
): Promise<Shown> => {
  const bodies = await record.bodies();
  const { head, programme } = facts;
  if (programme !== undefined) {
    const entry = registerEntry(head, programme, summary);
    return { programme: asProgramme(entry, bodies, dateInSweden(now())) };
  }
  const outcome = outcomeOf(facts);
  return { nomination: asNomination({ ...summary, ...head }, bodies), ...(outcome && { outcome }) };
};

const outcomeOf = (facts: CaseFacts): Words | undefined => {
  const outcomes: Readonly<Record<string, Words>> = decision.form.decision.options;
  return outcomes[String(answerThatCounts(facts, 'decision')?.told?.outcome)];
};

/** Whether others can still want it too: the nomination is under way, or new patients may start. */
export const isOpen = ({ head, programme }: CaseFacts): boolean =>
  programme === undefined ? isPending(head) : programme.inactivatedOn === undefined;

/** What the programme is called, or the nomination. */
export const titleOf = ({ facts, summary }: OpenedByNumber): string =>
  facts.programme?.name ?? summary.workingTitle;
