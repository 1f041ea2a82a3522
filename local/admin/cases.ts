import type { CaseFacts } from '../../shared/case/facts.ts';
import { openQuestions } from '../../shared/case/rounds.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { daysBetween } from '../../shared/case/working-days.ts';
import { allFacts } from '../../shared/records/all-facts.ts';
import { openCaseIds } from '../../shared/records/open-cases.ts';
import { systemTime } from '../moved-time.ts';
import { columns } from './table.ts';
import type { Target } from './target.ts';

export interface Wanted {
  readonly step?: string;
  /** Days that somebody has been asked, at least. */
  readonly olderThan?: number;
}

interface Line {
  readonly facts: CaseFacts;
  readonly steps: readonly string[];
  readonly asked: readonly string[];
  /** The earliest day that an open question was received on, or else the day that the case began to move. */
  readonly since: string;
  readonly days: number;
}

/** `cases`: those that have not come to their end, the longest waited for first. */
export const listCases = async (target: Target, { step, olderThan = 0 }: Wanted): Promise<void> => {
  const today = dateInSweden(systemTime());
  const lines: Line[] = [];
  for await (const facts of allFacts(target.store, await openCaseIds(target.store))) {
    const line = lineOf(facts, today);
    if ((step === undefined || line.steps.includes(step)) && line.days >= olderThan) lines.push(line);
  }
  lines.sort((a, b) => a.since.localeCompare(b.since));
  if (lines.length > 0)
    console.log(
      columns(['CASE', 'PHASE', 'ATTEMPT', 'STEP', 'WAITS FOR', 'SINCE', 'DAYS'], lines.map(written)),
    );
  console.log(`${lines.length} open ${lines.length === 1 ? 'case' : 'cases'}.`);
};

const lineOf = (facts: CaseFacts, today: string): Line => {
  const open = openQuestions(facts);
  const { startedAt, submittedAt } = facts.head;
  const [since = dateInSweden(new Date(startedAt ?? submittedAt))] = open
    .map(({ receivedOn }) => receivedOn)
    .sort();
  return {
    facts,
    steps: [...new Set(open.map(({ round }) => round.step))],
    asked: [...new Set(open.map(({ body }) => body))],
    since,
    days: Math.max(0, daysBetween(since, today)),
  };
};

const written = ({ facts: { head }, steps, asked, since, days }: Line): readonly string[] => [
  head.number,
  head.phaseWanted ? head.phase : 'ended',
  String(head.attempt),
  steps.join(', ') || '–',
  asked.join(', ') || '–',
  since,
  String(days),
];
