import type { Language } from '../routine/words.ts';

/** A link to another of our pages, in the language of this one; to somewhere else it stays as it is. */
export const inLanguage = (href: string, lang: Language): string => {
  if (lang === 'sv' || /^https?:/u.test(href)) return href;
  const [path = '', anchor] = href.split('#');
  const joint = path.endsWith('?') ? '' : path.includes('?') ? '&' : '?';
  return `${path}${joint}lang=${lang}${anchor === undefined ? '' : `#${anchor}`}`;
};

/**
 * Where a page's form is sent: to the page itself, counted. A browser that sends a form to the very address that it shows
 * puts the answer, or that there was none, in the page's place, and with the page goes what was typed.
 */
export const nextTry = (lang: Language, query: string): string => {
  const asked = new URLSearchParams(query);
  asked.set(TRY, String((Number(asked.get(TRY)) || 0) + 1));
  return inLanguage(`?${asked}`, lang);
};

/** What counts in an address how often its form was sent. */
export const TRY = 'try';

/** From a page to the start page, by the route that led there, such as `GET /desk/cases/{number}`: here `../../`. */
export const homeFrom = (routeKey: string): string =>
  '../'.repeat(Math.max(0, routeKey.split('/').length - 2));

/** The same page in another language. */
export const sameIn = (lang: Language, query = ''): string =>
  `?${query === '' ? '' : `${query}&`}lang=${lang}`;
