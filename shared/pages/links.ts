import type { Language } from '../routine/words.ts';

/** A link to another of our pages, in the language of this one; to somewhere else it stays as it is. */
export const inLanguage = (href: string, lang: Language): string => {
  if (lang === 'sv' || /^https?:/u.test(href)) return href;
  const [path = '', anchor] = href.split('#');
  const joint = path.endsWith('?') ? '' : path.includes('?') ? '&' : '?';
  return `${path}${joint}lang=${lang}${anchor === undefined ? '' : `#${anchor}`}`;
};

/** The same page in another language. */
export const sameIn = (lang: Language, query = ''): string =>
  `?${query === '' ? '' : `${query}&`}lang=${lang}`;
