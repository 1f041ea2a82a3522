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
  /** What the outcome is called, and each outcome in words. */
  readonly outcomes?: { readonly label: Words; readonly options: Readonly<Record<string, Words>> };
}

export const NOTICES: Readonly<Record<NoticeId, NoticeWords>> = {
  ...nominationNotices,
  ...productionNotices,
  ...programmeNotices,
};
