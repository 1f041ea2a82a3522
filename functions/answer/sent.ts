import type { Typed } from '../../shared/pages/pages.ts';
import { readPosted, STEP } from '../../shared/pages/posted.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import { wholeForm } from '../../shared/routine/answerer.ts';
import type { FieldProblem, Known } from '../../shared/routine/check.ts';
import { disclosure } from '../../shared/routine/disclosure.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import type { Words } from '../../shared/routine/words.ts';
import { BODY_LIMIT, bodyText, type HttpEvent } from '../../shared/runtime/http.ts';
import { isFromOurPages } from '../../shared/runtime/session-cookie.ts';

/** Longest body that is read, to be shown again, in bytes: far more than is taken as an answer. */
const READ_LIMIT = 1024 * 1024;

/** The form that was sent, or `undefined` when it is longer than is even read. */
export const sentForm = (event: HttpEvent): string | undefined => bodyText(event, READ_LIMIT);

/** What is wrong with a form that is longer than an answer may be. */
export const lengthProblems = (form: string): readonly FieldProblem[] =>
  Buffer.byteLength(form) > BODY_LIMIT ? [{ field: '$', message: TOO_LONG }] : [];

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
