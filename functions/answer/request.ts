import { TRY } from '../../shared/pages/links.ts';
import { unknownLinkPage } from '../../shared/pages/pages.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { language, page, seeOther } from '../../shared/web/request.ts';
import { typedIn } from './sent.ts';
import type { Asking } from './view.ts';

export const secretOf = (event: HttpEvent): string => event.pathParameters?.secret ?? '';

/** The last part of a page's own address: the secret of a link, or at the desk the number of a case. */
const ownPart = ({ pathParameters }: HttpEvent): string =>
  pathParameters?.secret ?? pathParameters?.number ?? '';

/** What the page is asked for, as the views take it. */
export const askingOf = (event: HttpEvent): Asking => {
  const { lang: _, ...query } = event.queryStringParameters ?? {};
  const names = ['case', 'question', 'act', 'upload', 'text', 'once', 'done', TRY].filter(
    (name) => query[name] !== undefined,
  );
  return {
    lang: language(event),
    query: new URLSearchParams(names.map((name) => [name, String(query[name])])).toString(),
  };
};

export const unknownLink = (event: HttpEvent): HttpResult =>
  page(404, unknownLinkPage({ lang: language(event), routeKey: event.routeKey, typed: typedIn(event) }));

/** Sends the reader on to the same address with another query, after something was taken. */
export const toPage = (event: HttpEvent, query: Readonly<Record<string, string | undefined>>): HttpResult =>
  toSelf(event, ownPart(event), query);

/** The same where the last part of the address is not what the page is opened by. */
export const toSelf = (
  event: HttpEvent,
  lastPart: string,
  query: Readonly<Record<string, string | undefined>>,
): HttpResult => {
  const asked = { ...query, ...(language(event) === 'en' && { lang: 'en' }) };
  const given = Object.entries(asked).filter((it): it is [string, string] => it[1] !== undefined);
  const search = new URLSearchParams(given).toString();
  return seeOther(`${lastPart}${search === '' ? '' : `?${search}`}`);
};
