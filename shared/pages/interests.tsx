import type { JSX } from 'preact';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import type { ShownInterest } from './views.ts';

interface InterestsProps {
  readonly interests: readonly ShownInterest[];
  readonly lang: Language;
}

/** R-10, R-b2: units that want the same, and what they need. */
export const Interests = ({ interests, lang }: InterestsProps): JSX.Element | null =>
  interests.length === 0 ? null : (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{`${TITLE[lang]} (${interests.length})`}</h2>
      <p class="govuk-body">{LEAD[lang]}</p>
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        {interests.map(({ unit, need, on, contact }) => (
          <li key={`${unit} ${contact ?? need} ${on}`}>
            <strong>{unit}</strong>
            {`, ${dateInWords(on, lang)}`}
            <br />
            <span class="nom-text">{need}</span>
            {contact !== undefined && (
              <>
                <br />
                {`${CONTACT[lang]}: ${contact}`}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );

const TITLE: Words = { sv: 'Enheter som också vill ha programmet', en: 'Units that want the programme too' };
const LEAD: Words = {
  sv: 'De har anmält det på den öppna sidan. Ingen har kontrollerat uppgifterna.',
  en: 'They have said so on the open page. Nobody has checked what they state.',
};
const CONTACT: Words = { sv: 'Kontakt', en: 'Contact' };
