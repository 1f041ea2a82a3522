import type { Beginning } from '../../shared/case/draft.ts';
import { pageHeaders } from '../../shared/pages/pages.ts';
import type { FieldProblem } from '../../shared/routine/check.ts';
import type { Language } from '../../shared/routine/words.ts';
import { BODY_LIMIT, bodyText, type HttpEvent, type HttpResult } from '../../shared/runtime/http.ts';

export const language = (event: HttpEvent): Language => (asked(event, 'lang') === 'en' ? 'en' : 'sv');

export const asked = (event: HttpEvent, name: string): string | undefined =>
  event.queryStringParameters?.[name];

export const isPost = (event: HttpEvent): boolean => event.requestContext.http.method === 'POST';

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

export const page = (statusCode: number, body: string): HttpResult => ({
  statusCode,
  headers: pageHeaders,
  body,
});

/** Sends the reader on to the same address with another query, after something was taken. */
export const toPage = (event: HttpEvent, query: string, anchor = ''): HttpResult => {
  const search = [query, language(event) === 'en' ? 'lang=en' : ''].filter((it) => it !== '').join('&');
  const here = event.rawPath.split('/').at(-1) ?? '';
  return {
    statusCode: 303,
    headers: { ...pageHeaders, location: `${here}${search === '' ? '' : `?${search}`}${anchor}` },
  };
};

/** Longest body that is read, to be shown again, in bytes: far more than is taken. */
const READ_LIMIT = 1024 * 1024;

/** The form that was sent, or `undefined` when it is longer than is even read. */
export const sentForm = (event: HttpEvent): string | undefined => bodyText(event, READ_LIMIT);

/** What is wrong with a form that is longer than what is taken. */
export const lengthProblems = (form: string): readonly FieldProblem[] =>
  Buffer.byteLength(form) > BODY_LIMIT ? [{ field: '$', message: TOO_LONG }] : [];

const TOO_LONG: FieldProblem['message'] = {
  sv: 'Det är för mycket text på en gång, så inget av det nya är sparat. Delen får vara högst 64 kB, ungefär 25 sidor. Korta texten och spara igen.',
  en: 'This is too much text at once, so nothing of the new is saved. The part may be at most 64 KB, about 25 pages. Shorten the text and save again.',
};
