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
