import type { JSX } from 'preact';
import type { Change } from '../case/changes.ts';
import type { Known } from '../routine/check.ts';
import type { Form } from '../routine/form.ts';
import type { Language, Words } from '../routine/words.ts';
import { Row, Value } from './summary.tsx';

interface ChangesProps {
  readonly form: Form;
  readonly changes: readonly Change[];
  readonly lang: Language;
  readonly known: Known;
}

/** Each field of a form that was changed, as it was and as it is. */
export const Changes = ({ changes, ...rest }: ChangesProps): JSX.Element =>
  changes.length === 0 ? (
    <p class="govuk-body">{NOTHING[rest.lang]}</p>
  ) : (
    <dl class="govuk-summary-list">
      {changes.map((change) => (
        <ChangedField key={change.field} change={change} {...rest} />
      ))}
    </dl>
  );

interface ChangedFieldProps extends Omit<ChangesProps, 'changes'> {
  readonly change: Change;
}

function ChangedField({ form, change, lang, known }: ChangedFieldProps): JSX.Element | null {
  const field = form[change.field];
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

const NOTHING: Words = { sv: 'Inget svar har ändrats.', en: 'No answer has changed.' };
const BEFORE: Words = { sv: 'Före:', en: 'Before:' };
const NOW: Words = { sv: 'Nu:', en: 'Now:' };
const NONE: Words = { sv: 'inget svar', en: 'no answer' };
