import type { NoticeId } from '../routine/question.ts';
import type { Words } from '../routine/words.ts';
import { nominationNotices } from './notices/nomination.ts';
import { productionNotices } from './notices/production.ts';
import { programmeNotices } from './notices/programme.ts';

/** What each notice says (ROUTINE.md section 5). Several kinds of readers may have the same notice. */
export interface NoticeWords {
  readonly subject: Words;
  readonly text: readonly Words[];
  /** What is said in place of `text` and the outcome, and of `subject` where that would not be true, by outcome. */
  readonly after?: Readonly<Record<string, { readonly subject?: Words; readonly text: readonly Words[] }>>;
  /** What is said beside it, by outcome. */
  readonly also?: Readonly<Record<string, readonly Words[]>>;
  /** What else is told of the answer, by the field that holds it: one of its options, or a date. */
  readonly rows?: Readonly<Record<string, Told>>;
  /** What the outcome is called, and each outcome in words. */
  readonly outcomes?: { readonly label: Words; readonly options: Readonly<Record<string, Words>> };
}

interface Told {
  readonly label: Words;
  readonly options?: Readonly<Record<string, Words>>;
}

export const NOTICES: Readonly<Record<NoticeId, NoticeWords>> = {
  ...nominationNotices,
  ...productionNotices,
  ...programmeNotices,
};
