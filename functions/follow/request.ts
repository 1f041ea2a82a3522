import { MOST_SOUGHT, pageHeaders } from '../../shared/pages/pages.ts';
import type { Language } from '../../shared/routine/words.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';

export const language = (event: HttpEvent): Language =>
  event.queryStringParameters?.lang === 'en' ? 'en' : 'sv';

/** The id in the path. */
export const idOf = (event: HttpEvent): string => event.pathParameters?.id ?? '';

/** What is searched for; nothing where nothing is. */
export const soughtIn = (event: HttpEvent): string =>
  (event.queryStringParameters?.q ?? '').trim().slice(0, MOST_SOUGHT);

export const page = (statusCode: number, body: string): HttpResult => ({
  statusCode,
  headers: pageHeaders,
  body,
});
