import { GLOSSARY } from '../routine/glossary.ts';
import type { Language, Words } from '../routine/words.ts';
import { html, Page } from './layout.tsx';

/** What the words of the routine mean, in the order of the alphabet. */
export const glossaryPage = (lang: Language): string => {
  const other = lang === 'sv' ? 'en' : 'sv';
  const { compare } = new Intl.Collator(lang);
  return html(
    <Page frame={{ lang, home: '' }} title={TITLE[lang]}>
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <p class="govuk-body">{LEAD[lang]}</p>
      <dl class="nom-terms">
        {[...GLOSSARY]
          .sort((a, b) => compare(a.term[lang], b.term[lang]))
          .map(({ term, meaning }) => (
            <div key={term.sv}>
              <dt>
                {term[lang]}
                {term[other] !== term[lang] && (
                  <span class="govuk-hint">
                    {' ('}
                    <span lang={other}>{term[other]}</span>
                    {')'}
                  </span>
                )}
              </dt>
              <dd>{meaning[lang]}</dd>
            </div>
          ))}
      </dl>
    </Page>,
  );
};

const TITLE: Words = { sv: 'Ordlista', en: 'Glossary' };
const LEAD: Words = {
  sv: 'Så här använder rutinen och Nominera orden.',
  en: 'How the routine and Nominera use the words.',
};
