import type { Typed } from '../../shared/pages/pages.ts';
import { readPosted, STEP } from '../../shared/pages/posted.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import { wholeForm } from '../../shared/routine/answerer.ts';
import type { FieldProblem, Known } from '../../shared/routine/check.ts';
import { disclosure } from '../../shared/routine/disclosure.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import type { Words } from '../../shared/routine/words.ts';
import type { HttpEvent } from '../../shared/runtime/http.ts';
import { isFromOurPages } from '../../shared/runtime/session-cookie.ts';
import { isTooLong, sentForm } from '../../shared/web/request.ts';

/** What is wrong with a form that is longer than an answer may be. */
export const lengthProblems = (form: string): readonly FieldProblem[] =>
  isTooLong(form) ? [{ field: '$', message: TOO_LONG }] : [];

const TOO_LONG: Words = {
  sv: 'Svaret är för långt. Det får vara högst 64 kB, ungefär 25 sidor text. Korta det och skicka igen.',
  en: 'The answer is too long. It may be at most 64 KB, about 25 pages of text. Shorten it and send it again.',
};

/**
 * What was typed, read without knowing the case. Only from a form of ours: no other site may put its words on our
 * pages.
 */
export const typedIn = (event: HttpEvent): Typed | undefined => {
  const form = sentForm(event);
  if (form === undefined || !isFromOurPages(event)) return undefined;
  const id = new URLSearchParams(form).get(STEP);
  const sheet = [...Object.values(QUESTIONS), ...Object.values(ACTS), disclosure].find((it) => it.id === id);
  return sheet && { sheet, ...readPosted(wholeForm(sheet), form, NOTHING_KNOWN) };
};

const NOTHING_KNOWN: Known = { today: '', facts: {}, registers: {} };
