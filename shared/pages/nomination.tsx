import type { JSX } from 'preact';
import type { Known } from '../routine/check.ts';
import type { Section } from '../routine/form.ts';
import { nominationForm, nominationSections } from '../routine/nomination.ts';
import type { Language } from '../routine/words.ts';
import { costSums } from './costs.ts';
import { answered, Row, Summary, sek } from './summary.tsx';
import { dateInWords, SAY } from './words.ts';

interface NominationProps {
  readonly nomination: Readonly<Record<string, unknown>>;
  readonly submittedOn: string;
  readonly lang: Language;
  readonly known: Known;
}

/** Whoever answers needs to see these parts; the others are folded. */
const ALWAYS_SEEN = ['workingTitle', 'needDescription', 'useInCare', 'costLines'];

/** A nomination to read. */
export function Nomination({ nomination, submittedOn, lang, known }: NominationProps): JSX.Element {
  const filled = nominationSections.filter(
    ({ fields }) => answered(nominationForm, nomination, fields).length > 0,
  );
  const isSeen = ({ fields }: Section): boolean => fields.some((field) => ALWAYS_SEEN.includes(field));
  const part = (section: Section): JSX.Element => (
    <Part section={section} nomination={nomination} lang={lang} known={known} />
  );
  return (
    <>
      <p class="govuk-body">
        {`${SAY.nominatedBy[lang]} ${String(nomination.nominatingUnit ?? '–')}, ${SAY.submittedOn[lang]} ${dateInWords(submittedOn, lang)}.`}
      </p>
      {filled.filter(isSeen).map((section) => (
        <section key={section.id}>
          <h3 class="govuk-heading-s">{section.title[lang]}</h3>
          {part(section)}
        </section>
      ))}
      <h3 class="govuk-heading-s">{SAY.moreOfNomination[lang]}</h3>
      {filled
        .filter((section) => !isSeen(section))
        .map((section) => (
          <details key={section.id} class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{section.title[lang]}</span>
            </summary>
            <div class="govuk-details__text">{part(section)}</div>
          </details>
        ))}
    </>
  );
}

type PartProps = Omit<NominationProps, 'submittedOn'> & { readonly section: Section };

const Part = ({ section: { fields }, nomination, lang, known }: PartProps): JSX.Element => (
  <>
    <Summary form={nominationForm} answers={nomination} fields={fields} lang={lang} known={known} />
    {fields.includes('costLines') && <CostSums costLines={nomination.costLines} lang={lang} />}
  </>
);

function CostSums({
  costLines,
  lang,
}: {
  readonly costLines: unknown;
  readonly lang: Language;
}): JSX.Element | null {
  const sums = costSums(costLines);
  if (sums === undefined) return null;
  return (
    <>
      <h4 class="govuk-heading-s">{SAY.costSums[lang]}</h4>
      <dl class="govuk-summary-list">
        <Row label={SAY.oneOff[lang]}>{sek(sums.oneOff, lang)}</Row>
        <Row label={SAY.perYear[lang]}>{sek(sums.perYear, lang)}</Row>
        <Row label={SAY.fiveYears[lang]}>{sek(sums.fiveYears, lang)}</Row>
      </dl>
      {sums.withoutAmount > 0 && <p class="govuk-hint">{SAY.withoutAmount[lang]}</p>}
    </>
  );
}
