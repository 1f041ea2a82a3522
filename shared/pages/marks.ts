import type { Language, Words } from '../routine/words.ts';

/** P-06: the title of a document with its mark, where it is confidential. */
export const markedTitle = (
  title: Words,
  { documentStatus }: { readonly documentStatus?: unknown },
  lang: Language,
): string => (documentStatus === 'confidential' ? `${title[lang]} (${CONFIDENTIAL[lang]})` : title[lang]);

const CONFIDENTIAL: Words = { sv: 'sekretessbelagt', en: 'confidential' };
