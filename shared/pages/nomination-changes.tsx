import type { JSX } from 'preact';
import type { Change } from '../case/changes.ts';
import type { Known } from '../routine/check.ts';
import type { Field } from '../routine/form.ts';
import { nominationForm } from '../routine/nomination.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { Row, Value } from './summary.tsx';
import type { NominationChange } from './views.ts';

interface NominationChangesProps {
  readonly changes: readonly NominationChange[];
  readonly lang: Language;
  readonly known: Known;
}

/** What became of a nomination from version to version: each changed field, as it was and as it is. */
export const NominationChanges = ({ changes, ...rest }: NominationChangesProps): JSX.Element => (
  <>
    {changes.map(({ version, on, changes }) => (
      <section key={version} class="nom-row">
        <h3 class="govuk-heading-s">{CHANGED(version, on)[rest.lang]}</h3>
        {changes.length === 0 && <p class="govuk-body">{NOTHING[rest.lang]}</p>}
        <dl class="govuk-summary-list">
          {changes.map((change) => (
            <ChangedField key={change.field} change={change} {...rest} />
          ))}
        </dl>
      </section>
    ))}
  </>
);

interface ChangedFieldProps extends Omit<NominationChangesProps, 'changes'> {
  readonly change: Change;
}

function ChangedField({ change, lang, known }: ChangedFieldProps): JSX.Element | null {
  const field = (nominationForm as Readonly<Record<string, Field>>)[change.field];
  if (field === undefined) return null;
  const valueOr = (value: unknown): JSX.Element | string =>
    value === undefined ? NONE[lang] : <Value field={field} value={value} lang={lang} known={known} />;
  return (
    <Row label={field.label[lang]}>
      <dl class="nom-pairs">
        <div>
          <dt>{BEFORE[lang]}</dt> <dd>{valueOr(change.before)}</dd>
        </div>
        <div>
          <dt>{NOW[lang]}</dt> <dd>{valueOr(change.after)}</dd>
        </div>
      </dl>
    </Row>
  );
}

const CHANGED = (version: number, on: string): Words => ({
  sv: `Nomineringen ändrades ${dateInWords(on, 'sv')} (version ${version})`,
  en: `The nomination was changed on ${dateInWords(on, 'en')} (version ${version})`,
});
const NOTHING: Words = { sv: 'Inget svar har ändrats.', en: 'No answer has changed.' };
const BEFORE: Words = { sv: 'Före:', en: 'Before:' };
const NOW: Words = { sv: 'Nu:', en: 'Now:' };
const NONE: Words = { sv: 'inget svar', en: 'no answer' };
