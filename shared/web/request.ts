import { faultPage, pageHeaders, type Typed, unsureFaultPage } from '../pages/pages.ts';
import type { Language } from '../routine/words.ts';
import { BODY_LIMIT, bodyText, type HttpEvent, type HttpResult } from '../runtime/http.ts';

/** What pages are asked for with, and answered by. */

export const language = (event: HttpEvent): Language =>
  event.queryStringParameters?.lang === 'en' ? 'en' : 'sv';

export const isPost = (event: HttpEvent): boolean => event.requestContext.http.method === 'POST';

/** Longest form that is read, to be shown again, in bytes: far more than is taken. */
const READ_LIMIT = 1024 * 1024;

/** The form that was sent, or `undefined` when it is longer than is even read. */
export const sentForm = (event: HttpEvent): string | undefined => bodyText(event, READ_LIMIT);

/** Whether a form that is read is longer than what is taken. */
export const isTooLong = (form: string): boolean => Buffer.byteLength(form) > BODY_LIMIT;

export const page = (statusCode: number, body: string): HttpResult => ({
  statusCode,
  headers: pageHeaders,
  body,
});

/** Sends the browser on. A `location` of our own is relative: the base may have a path. */
export const seeOther = (location: string, cookies: readonly string[] = []): HttpResult => ({
  statusCode: 303,
  headers: { ...pageHeaders, location },
  ...(cookies.length > 0 && { cookies: [...cookies] }),
});

/** That something went wrong; with what was typed, where that can be read, since it may or may not have been taken. */
export const fault = (event: HttpEvent, typed?: Typed): HttpResult => {
  const at = { lang: language(event), routeKey: event.routeKey };
  return page(500, isPost(event) ? unsureFaultPage({ ...at, typed }) : faultPage(at));
};
