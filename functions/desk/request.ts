import { pageHeaders } from '../../shared/pages/pages.ts';
import type { Language } from '../../shared/routine/words.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';

export const language = (event: HttpEvent): Language =>
  event.queryStringParameters?.lang === 'en' ? 'en' : 'sv';

export const isPost = (event: HttpEvent): boolean => event.requestContext.http.method === 'POST';

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
