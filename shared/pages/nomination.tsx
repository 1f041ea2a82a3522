import type { JSX } from 'preact';
import { holdsWithheld } from '../case/openness.ts';
import type { Known } from '../routine/check.ts';
import { nominationForm, nominationSections } from '../routine/nomination.ts';
import { dateInWords, type Language } from '../routine/words.ts';
import { costSums, type CostSums as Sums } from './costs.ts';
import { Parts } from './parts.tsx';
import { Row, sek } from './summary.tsx';
import { SAY } from './words.ts';

interface NominationProps {
  readonly nomination: Readonly<Record<string, unknown>>;
  readonly submittedOn: string;
  readonly lang: Language;
  readonly known: Known;
}

/** Whoever answers needs to see these parts; the others are folded. */
const ALWAYS_SEEN = ['workingTitle', 'needDescription', 'useInCare', 'costLines'];

/** A nomination to read. */
export const Nomination = ({ nomination, submittedOn, lang, known }: NominationProps): JSX.Element => (
  <>
    <p class="govuk-body">
      {`${SAY.nominatedBy[lang]} ${String(nomination.nominatingUnit ?? '–')}, ${SAY.submittedOn[lang]} ${dateInWords(submittedOn, lang)}.`}
    </p>
    {holdsWithheld(nomination) && <p class="govuk-hint">{SAY.somethingWithheld[lang]}</p>}
    <Parts
      parts={nominationSections}
      form={nominationForm}
      answers={nomination}
      lang={lang}
      known={known}
      heading="h3"
      open={{ fields: ALWAYS_SEEN, more: SAY.moreOfNomination }}
      after={({ fields }) =>
        fields.includes('costLines') && <CostSums costLines={nomination.costLines} lang={lang} />
      }
    />
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
      <CostRows sums={sums} lang={lang} />
    </>
  );
}

/** The sums of cost lines, to read. */
export const CostRows = ({ sums, lang }: { readonly sums: Sums; readonly lang: Language }): JSX.Element => (
  <>
    <dl class="govuk-summary-list">
      <Row label={SAY.oneOff[lang]}>{sek(sums.oneOff, lang)}</Row>
      <Row label={SAY.perYear[lang]}>{sek(sums.perYear, lang)}</Row>
      <Row label={SAY.fiveYears[lang]}>{sek(sums.fiveYears, lang)}</Row>
      {sums.unknownPayer > 0 && (
        <Row label={SAY.unknownPayer[lang]}>{`${sek(sums.unknownPayer, lang)} (${shareOf(sums)} %)`}</Row>
      )}
    </dl>
    {sums.withoutAmount > 0 && <p class="govuk-hint">{SAY.withoutAmount[lang]}</p>}
  </>
);

const shareOf = ({ unknownPayer, fiveYears }: Sums): number => Math.round((100 * unknownPayer) / fiveYears);
