import type { ComponentChildren, JSX } from 'preact';
import type { Language, Words } from '../routine/words.ts';
import { html, Page } from './layout.tsx';
import { inLanguage } from './links.ts';
import { NominationFacts, ProgrammeFacts, Written } from './programme-facts.tsx';
import type { ProgrammesView, ShownElsewhere, ShownNomination, ShownProgramme } from './programme-views.ts';
import { SearchField } from './search-field.tsx';

/** R-10, ROUTINE.md section 0 no. 6: the programmes there are, and the nominations under way, for anyone to find. */
export function programmesPage(view: ProgrammesView): string {
  const { lang, sought, programmes, nominations, elsewhere } = view;
  const found = programmes.length + nominations.length + elsewhere.length;
  return html(
    <Page frame={{ ...view, home: '' }} title={sought === '' ? TITLE[lang] : `${sought} – ${TITLE[lang]}`}>
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <p class="govuk-body">{LEAD[lang]}</p>
      <Search {...view} />
      {found === 0 ? (
        <p class="govuk-body">{(sought === '' ? NOTHING_YET : NOTHING_FOUND)[lang]}</p>
      ) : (
        <>
          <Programmes title={IN_USE} programmes={programmes.filter((it) => !isRetired(it))} lang={lang} />
          <Nominations nominations={nominations} lang={lang} />
          <Programmes title={NOT_STARTED} programmes={programmes.filter(isRetired)} lang={lang} />
          <Elsewhere elsewhere={elsewhere} lang={lang} />
        </>
      )}
    </Page>,
  );
}

const isRetired = ({ standing }: ShownProgramme): boolean =>
  standing?.state === 'inactivated' || standing?.state === 'unpublished';

const Search = ({ lang, sought }: ProgrammesView): JSX.Element => (
  <form method="get" class="nom-screen">
    {lang === 'en' && <input type="hidden" name="lang" value="en" />}
    <div class="govuk-form-group">
      <SearchField lang={lang} hint={SEARCH_HINT} sought={sought} />
    </div>
    <button type="submit" class="govuk-button">
      {FIND[lang]}
    </button>
    {sought !== '' && (
      <p class="govuk-body">
        <a class="govuk-link" href={inLanguage('?', lang)}>
          {SHOW_ALL[lang]}
        </a>
      </p>
    )}
  </form>
);

interface PartProps {
  readonly title: Words;
  readonly lang: Language;
  readonly children: readonly ComponentChildren[];
}

/** A part of the list; none where nothing is in it. */
const Part = ({ title, lang, children }: PartProps): JSX.Element | null =>
  children.length === 0 ? null : (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{`${title[lang]} (${children.length})`}</h2>
      <ul class="govuk-list nom-list">{children}</ul>
    </section>
  );

interface NameProps {
  readonly caseNumber: string | undefined;
  readonly lang: Language;
  readonly children: string;
}

/** The name of a programme or a nomination, which leads to its page where it has one. */
const Name = ({ caseNumber, lang, children }: NameProps): JSX.Element => (
  <h3 class="govuk-heading-s">
    {caseNumber === undefined ? (
      <Written lang={lang}>{children}</Written>
    ) : (
      <a class="govuk-link" href={inLanguage(`programmes/${caseNumber}`, lang)}>
        <Written lang={lang}>{children}</Written>
      </a>
    )}
  </h3>
);

interface ProgrammesProps {
  readonly title: Words;
  readonly programmes: readonly ShownProgramme[];
  readonly lang: Language;
}

const Programmes = ({ title, programmes, lang }: ProgrammesProps): JSX.Element => (
  <Part title={title} lang={lang}>
    {programmes.map((programme) => (
      <li key={programme.caseNumber ?? programme.name}>
        <Name caseNumber={programme.caseNumber} lang={lang}>
          {programme.name}
        </Name>
        <ProgrammeFacts programme={programme} lang={lang} />
      </li>
    ))}
  </Part>
);

interface NominationsProps {
  readonly nominations: readonly ShownNomination[];
  readonly lang: Language;
}

const Nominations = ({ nominations, lang }: NominationsProps): JSX.Element => (
  <Part title={UNDER_WAY} lang={lang}>
    {nominations.map((nomination) => (
      <li key={nomination.caseNumber}>
        <Name caseNumber={nomination.caseNumber} lang={lang}>
          {nomination.title}
        </Name>
        <NominationFacts nomination={nomination} lang={lang} />
      </li>
    ))}
  </Part>
);

interface ElsewhereProps {
  readonly elsewhere: readonly ShownElsewhere[];
  readonly lang: Language;
}

const Elsewhere = ({ elsewhere, lang }: ElsewhereProps): JSX.Element => (
  <Part title={ELSEWHERE} lang={lang}>
    {elsewhere.map(({ name, publisher, href }) => (
      <li key={`${name} ${publisher}`}>
        {href === undefined ? (
          <Written lang={lang}>{name}</Written>
        ) : (
          <a class="govuk-link" href={href}>
            <Written lang={lang}>{name}</Written>
          </a>
        )}
        {', '}
        <Written lang={lang}>{publisher}</Written>
      </li>
    ))}
  </Part>
);

const TITLE: Words = { sv: 'Program och nomineringar', en: 'Programmes and nominations' };
const LEAD: Words = {
  sv: 'Här finns regionens stöd- och behandlingsprogram på nätet, och de som är på väg. Sök här först: finns det redan något som passar kan er verksamhet säga ”Vi vill också” i stället för att nominera något nytt.',
  en: 'Here are the region’s internet-based support and treatment programmes, and those on their way. Search here first: if there is something that fits already, your unit can say “We want it too” instead of nominating something new.',
};
const SEARCH_HINT: Words = {
  sv: 'Till exempel ett besvär, en målgrupp, en enhet eller ett ärendenummer.',
  en: 'For example, in Swedish, a condition, a target group, a unit or a case number.',
};
const FIND: Words = { sv: 'Sök', en: 'Search' };
const SHOW_ALL: Words = { sv: 'Visa alla', en: 'Show all' };
const NOTHING_YET: Words = {
  sv: 'Det finns inga program eller nomineringar än.',
  en: 'There are no programmes or nominations yet.',
};
const NOTHING_FOUND: Words = {
  sv: 'Inget hittades. Prova med färre eller andra ord.',
  en: 'Nothing was found. Try fewer or other words.',
};
const IN_USE: Words = { sv: 'Program i regionen', en: 'Programmes in the region' };
const UNDER_WAY: Words = { sv: 'Nomineringar på väg', en: 'Nominations under way' };
const NOT_STARTED: Words = {
  sv: 'Program som inga nya patienter startar',
  en: 'Programmes that no new patients start',
};
const ELSEWHERE: Words = {
  sv: 'I Innehållskatalogen, från andra utgivare',
  en: 'In the content catalogue, from other publishers',
};
