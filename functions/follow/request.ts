import { MOST_SOUGHT } from '../../shared/case/search.ts';
import type { HttpEvent } from '../../shared/runtime/http.ts';

/** The id in the path. */
export const idOf = (event: HttpEvent): string => event.pathParameters?.id ?? '';

/** What is searched for; nothing where nothing is. */
export const soughtIn = (event: HttpEvent): string =>
  (event.queryStringParameters?.q ?? '').trim().slice(0, MOST_SOUGHT);
