import type { Language } from '../../routine/words.ts';
import { glossaryPage } from '../glossary-page.tsx';
import { accessibilityPage, privacyPage } from '../statement-pages.tsx';

/** The pages about the service itself. */
export const statementExamples = (lang: Language): readonly (readonly [name: string, page: string])[] => [
  ['glossary', glossaryPage(lang)],
  ['accessibility', accessibilityPage({ lang, mailbox: 'sob-forvaltningen@example.se' })],
  ['privacy', privacyPage({ lang })],
];
