import type { Beginning } from '../../shared/case/draft.ts';
import type { FieldProblem } from '../../shared/routine/check.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { isTooLong, language, seeOther } from '../../shared/web/request.ts';

export const asked = (event: HttpEvent, name: string): string | undefined =>
  event.queryStringParameters?.[name];

/** The query without the language, of those of these names that it has. */
export const queryOf = (event: HttpEvent, names: readonly string[]): string =>
  new URLSearchParams(
    names.flatMap((name) => {
      const value = asked(event, name);
      return value === undefined ? [] : [[name, value]];
    }),
  ).toString();

/** `7-ab12cd34`: the version of the draft that a page began with, and a name for its writer that says nothing of them. */
const FROM = /^(?<version>\d{1,6})-(?<by>[\w-]{1,36})$/u;

/** How the page that is asked for began; anew where its address does not say. */
export const beginningOf = (event: HttpEvent, version: number, newId: () => string): Beginning => {
  const { version: since, by } = FROM.exec(asked(event, 'from') ?? '')?.groups ?? {};
  return { version: since === undefined ? version : Number(since), by: by ?? newId().slice(0, 8) };
};

export const fromQuery = ({ version, by }: Beginning): string => `from=${version}-${by}`;

/** Sends the reader on to the same address with another query, after something was taken. */
export const toPage = (event: HttpEvent, query: string, anchor = ''): HttpResult => {
  const search = [query, language(event) === 'en' ? 'lang=en' : ''].filter((it) => it !== '').join('&');
  const here = event.rawPath.split('/').at(-1) ?? '';
  return seeOther(`${here}${search === '' ? '' : `?${search}`}${anchor}`);
};

/** What is wrong with a form that is longer than what is taken. */
export const lengthProblems = (form: string): readonly FieldProblem[] =>
  isTooLong(form) ? [{ field: '$', message: TOO_LONG }] : [];

const TOO_LONG: FieldProblem['message'] = {
  sv: 'Det är för mycket text på en gång, så inget av det nya är sparat. Delen får vara högst 64 kB, ungefär 25 sidor. Korta texten och spara igen.',
  en: 'This is too much text at once, so nothing of the new is saved. The part may be at most 64 KB, about 25 pages. Shorten the text and save again.',
};
