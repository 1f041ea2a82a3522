import type { Step } from '../routine/question.ts';
import type { CaseFacts } from './facts.ts';
import { openQuestions } from './rounds.ts';
import { dateInSweden } from './sweden.ts';
import { daysBetween } from './working-days.ts';

/** How many cases, and how many days the oldest has waited. */
export interface OpenFigures {
  readonly openCases: number;
  readonly oldestDays: number;
}

/** A case that is under way, and asks nobody: its machine is between two steps. */
export const BETWEEN_STEPS = 'betweenSteps';

interface Wait {
  readonly step: Step | typeof BETWEEN_STEPS;
  readonly since: string;
}

const submittedOn = ({ head }: CaseFacts): string => dateInSweden(new Date(head.submittedAt));

/** The steps that a case waits in, each once, and since when: two where two are asked at once. */
const waitsOf = (facts: CaseFacts): readonly Wait[] => {
  const open = openQuestions(facts);
  if (open.length === 0) return [{ step: BETWEEN_STEPS, since: submittedOn(facts) }];
  return Object.entries(Object.groupBy(open, ({ round }) => round.step)).map(([step, asked]) => ({
    step: step as Step,
    since: String(asked.map(({ receivedOn }) => receivedOn).sort()[0]),
  }));
};

const figuresOf = (since: readonly string[], today: string): OpenFigures => ({
  openCases: since.length,
  oldestDays: Math.max(0, ...since.map((day) => daysBetween(day, today))),
});

/** A case in which something is still to be done. */
const isOpen = (facts: CaseFacts): boolean => facts.head.phaseWanted || openQuestions(facts).length > 0;

/**
 * How many cases are open and how old the oldest is, counted from its submission; and the same of each step that cases
 * wait in, counted from when they came to it.
 * @param today `YYYY-MM-DD`, as all dates
 */
export const openFigures = (
  cases: readonly CaseFacts[],
  today: string,
): { readonly all: OpenFigures; readonly of: Readonly<Record<string, OpenFigures>> } => {
  const open = cases.filter(isOpen);
  const waits = Object.groupBy(open.flatMap(waitsOf), ({ step }) => step);
  return {
    all: figuresOf(open.map(submittedOn), today),
    of: Object.fromEntries(
      Object.entries(waits).map(([step, of]) => [
        step,
        figuresOf(
          of.map(({ since }) => since),
          today,
        ),
      ]),
    ),
  };
};
