import type { FieldProblem } from '../routine/check.ts';
import type { MachineStep } from '../routine/question.ts';
import type { Words } from '../routine/words.ts';
import type { HeadChange } from './consequence.ts';
import type { CaseFacts } from './facts.ts';
import { at } from './problems.ts';
import { dateInSweden } from './sweden.ts';

/** When a step is taken up again; an answer that puts nothing off ends what was put off before. */
export const reviewed = (
  { head }: Pick<CaseFacts, 'head'>,
  step: MachineStep,
  on: string | undefined,
): HeadChange => {
  if (on === undefined && head.reviewOn?.[step] === undefined) return {};
  const { [step]: _, ...others } = head.reviewOn ?? {};
  return { reviewOn: on === undefined ? others : { ...others, [step]: on } };
};

/** What is put off is put off to a day to come. */
export const notLater = (
  on: string | undefined,
  now: Date,
  field: 'reviewOn' | 'nextReviewOn' = 'reviewOn',
): FieldProblem | false => on !== undefined && on <= dateInSweden(now) && at(field, REVIEW_IN_THE_PAST);

const REVIEW_IN_THE_PAST: Words = {
  sv: 'Datumet har redan varit. Välj en dag efter i dag.',
  en: 'The date has already been. Choose a day after today.',
};
