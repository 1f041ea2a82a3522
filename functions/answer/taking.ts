import type { Reading } from '../../shared/pages/posted.ts';
import { wholeForm } from '../../shared/routine/answerer.ts';
import { checkAnswers, type FieldProblem, type Known } from '../../shared/routine/check.ts';
import type { Sheet } from '../../shared/routine/question.ts';
import { type Signed, signed } from './signed.ts';

export type Taken =
  | { readonly kind: 'given' }
  /** Nothing was sent in: the form is wanted again. */
  | { readonly kind: 'editing' }
  | { readonly kind: 'wrong'; readonly problems: readonly FieldProblem[] }
  /** All is right, and is to be read through before it counts. */
  | {
      readonly kind: 'review';
      readonly answers: Readonly<Record<string, unknown>>;
      readonly missing: readonly string[];
    };

/** What differs between an answer to a question and an act beside it. */
export interface Taking<O, Ended> {
  /** What it has come to already, whatever is sent; `undefined` while it can still be taken. */
  ended(opened: O, mine: Signed | undefined): Promise<Ended | undefined>;
  problems(opened: O, mine: Signed): Promise<readonly FieldProblem[]>;
  /** `false` when the case has moved meanwhile. */
  store(opened: O, mine: Signed): Promise<boolean>;
  again(opened: O): Promise<O>;
}

/** Tries at most this often when other people act in the same case at the same moment. */
const MOST_TRIES = 8;

/**
 * Takes a form that was sent in: checked, read through where that is wanted, and stored in one write.
 * @throws when the case keeps moving under every try, which leaves the form to be sent again
 */
export const takeForm = async <O extends { readonly known: Known }, Ended>(
  sheet: Sheet,
  first: O,
  { raw, intent }: Pick<Reading, 'raw' | 'intent'>,
  taking: Taking<O, Ended>,
): Promise<Taken | Ended> => {
  const checked = checkAnswers(wholeForm(sheet), raw, first.known);
  const mine = checked.ok ? signed(checked.answers) : undefined;
  let opened = first;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const ended = await taking.ended(opened, mine);
    if (ended !== undefined) return ended;
    if (intent === 'edit') return { kind: 'editing' };
    if (!checked.ok || mine === undefined)
      return { kind: 'wrong', problems: checked.ok ? [] : checked.problems };
    const problems = await taking.problems(opened, mine);
    if (problems.length > 0) return { kind: 'wrong', problems };
    if (sheet.reviewedBeforeSending && intent !== 'confirm') {
      const missing = checked.warnings.map(({ field }) => field);
      return { kind: 'review', answers: checked.answers, missing };
    }
    if (await taking.store(opened, mine)) return { kind: 'given' };
    opened = await taking.again(opened);
  }
  throw new Error('The case kept changing');
};
