import type { JSX } from 'preact';
import type { Known } from '../routine/check.ts';
import { nominationForm } from '../routine/nomination.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { Changes } from './changes.tsx';
import type { NominationChange } from './views.ts';

interface NominationChangesProps {
  readonly changes: readonly NominationChange[];
  readonly lang: Language;
  readonly known: Known;
}

/** What became of a nomination from version to version. */
export const NominationChanges = ({ changes, ...rest }: NominationChangesProps): JSX.Element => (
  <>
    {changes.map(({ version, on, changes }) => (
      <section key={version} class="nom-row">
        <h3 class="govuk-heading-s">{CHANGED(version, on)[rest.lang]}</h3>
        <Changes form={nominationForm} changes={changes} {...rest} />
      </section>
    ))}
  </>
);

const CHANGED = (version: number, on: string): Words => ({
  sv: `Nomineringen ändrades ${dateInWords(on, 'sv')} (version ${version})`,
  en: `The nomination was changed on ${dateInWords(on, 'en')} (version ${version})`,
});
