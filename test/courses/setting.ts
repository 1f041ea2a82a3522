import { Temporal } from 'temporal-polyfill';
import type { CaseFacts, QuestionFact } from '../../shared/case/facts.ts';
import type { ActName, Step } from '../../shared/routine/question.ts';
import type { Chance } from './chance.ts';

/** What people know as they fill in a form. */

/** What a form posts, nested as the form is. */
export type Posting = Readonly<Record<string, unknown>>;

export interface Setting {
  readonly facts: CaseFacts;
  readonly nomination: Posting;
  readonly councils: readonly [string, ...string[]];
  readonly otherCase: string;
  readonly today: string;
  readonly chance: Chance;
}

/** What differs from an answer that goes through, by step. */
export type FillingsOf<S extends Step> = {
  readonly [K in S]: (setting: Setting, asked: QuestionFact) => Posting;
};

/** What is filled in for an act, by name. */
export type ActFillingsOf<N extends ActName> = { readonly [A in N]: (setting: Setting) => Posting };

export const daysFrom = (today: string, days: number): string =>
  Temporal.PlainDate.from(today).add({ days }).toString();

/** These fields once in `n` times. */
export const chancy = (chance: Chance, n: number, fields: Posting): Posting =>
  chance.oneIn(n) ? fields : {};

/** A programme's name, which no other programme has. */
export const nameIn = ({ head }: CaseFacts, name = 'Sov gott'): Posting => ({
  publicName: `${name} ${head.number}`,
});

/** A yes in most cases, or a no with what it needs. */
export const approval = ({ chance }: Setting): Posting =>
  chance.oneIn(5) ? { approved: 'false', comment: 'Budgeten räcker inte till testet.' } : {};
