import type { JSX } from 'preact';
import type { Language, Words } from '../routine/words.ts';
import { inLanguage } from './links.ts';
import type { DeskFrame } from './views.ts';

interface BarProps {
  readonly desk: DeskFrame;
  readonly lang: Language;
}

/** Where one is at the desk, where else one can go, and who one is. */
export const DeskBar = ({ desk, lang }: BarProps): JSX.Element => (
  <div class="govuk-width-container nom-bar">
    <nav aria-label={NAVIGATION[lang]}>
      <ul class="nom-bar__places">
        {PLACES.filter((it) => !(it.forOfficers && desk.readsOnly)).map(({ at, path, name }) => (
          <li key={at}>
            <a
              class="govuk-link"
              href={inLanguage(`${desk.deskHref}${path}`, lang)}
              {...(at === desk.at && { 'aria-current': 'true' as const })}
            >
              {name[lang]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <form method="post" action={inLanguage(`${desk.deskHref}/logout`, lang)} class="nom-bar__who">
      <span>
        <span class="govuk-visually-hidden">{`${LOGGED_IN_AS[lang]} `}</span>
        {desk.readsOnly ? `${desk.name} (${READS_ONLY[lang]})` : desk.name}
      </span>{' '}
      <button type="submit" class="govuk-link nom-link">
        {LOG_OUT[lang]}
      </button>
    </form>
  </div>
);

interface Place {
  readonly at: DeskFrame['at'];
  /** From the desk. */
  readonly path: string;
  readonly name: Words;
  /** A reader is not let in. */
  readonly forOfficers?: true;
}

/** The programmes and the reports are the open pages, which lie beside the desk. */
const PLACES: readonly Place[] = [
  { at: 'cases', path: '', name: { sv: 'Ärenden', en: 'Cases' } },
  { at: 'programmes', path: '/../programmes', name: { sv: 'Program', en: 'Programmes' } },
  { at: 'bodies', path: '/bodies', name: { sv: 'Instanser', en: 'Bodies' } },
  { at: 'reports', path: '/../reports', name: { sv: 'Rapporter', en: 'Reports' } },
  { at: 'calls', path: '/calls', name: { sv: 'Ring mig', en: 'Call me' } },
  { at: 'people', path: '/people', name: { sv: 'Personer', en: 'People' }, forOfficers: true },
  { at: 'disclosures', path: '/disclosures', name: { sv: 'Utlämnanden', en: 'Disclosures' } },
];

const NAVIGATION: Words = { sv: 'Förvaltningens sidor', en: 'The office’s pages' };
const LOGGED_IN_AS: Words = { sv: 'Inloggad som', en: 'Logged in as' };
const READS_ONLY: Words = { sv: 'läsare', en: 'reader' };
export const LOG_OUT: Words = { sv: 'Logga ut', en: 'Log out' };
