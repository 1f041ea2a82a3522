import type { JSX } from 'preact';
import { holdsWithheld } from '../case/openness.ts';
import type { Known } from '../routine/check.ts';
import type { Question } from '../routine/question.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { markedTitle } from './marks.ts';
import { Parts, partsOf } from './parts.tsx';
import type { EarlierAnswer } from './views.ts';
import { SAY } from './words.ts';

/** Whoever reads on needs to see these parts of an answer; the others are folded. */
const ALWAYS_SEEN = [
  'screeningOutcome',
  'position',
  'economicConsequences',
  'pprPosition',
  'decision',
  'projectOutcome',
  'goal',
  'reason',
];

interface EarlierProps {
  readonly earlier: readonly EarlierAnswer[];
  readonly nominationVersion?: number;
  readonly lang: Language;
  readonly known: Known;
}

/** Answers that were given in the case, to read. */
export const Earlier = ({ earlier, nominationVersion = 1, lang, known }: EarlierProps): JSX.Element => (
  <>
    {earlier.map((it) => (
      <section key={`${it.question.step} ${it.bodyName.sv} ${it.answeredOn}`} class="nom-section">
        <h3 class="govuk-heading-m">{`${markedTitle(it.question.title, it.answers, lang)} – ${it.bodyName[lang]}`}</h3>
        <p class="govuk-hint">
          {[whoAndWhen(it), ON_VERSION(it.givenOn ?? nominationVersion, nominationVersion)]
            .map((words) => words?.[lang])
            .join(' ')}
        </p>
        {holdsWithheld(it.answers) && <p class="govuk-hint">{SAY.somethingWithheld[lang]}</p>}
        <Parts
          parts={partsOf(it.question)}
          form={it.question.form}
          answers={it.answers}
          lang={lang}
          known={known}
          heading="h4"
          {...(isLong(it.question) && { open: { fields: ALWAYS_SEEN, more: SAY.moreOfAnswer } })}
        />
      </section>
    ))}
  </>
);

/** The machine's questions have long forms; what is asked beside them is short and read whole. */
const isLong = ({ form }: Question): boolean => ALWAYS_SEEN.some((field) => field in form);

const whoAndWhen = ({ recordedByOffice, answeredBy, answeredOn }: EarlierAnswer): Words => {
  const who = recordedByOffice ? SAY.recordedBy : SAY.answeredBy;
  return {
    sv: `${who.sv} ${answeredBy}, ${dateInWords(answeredOn, 'sv')}.`,
    en: `${who.en} ${answeredBy}, ${dateInWords(answeredOn, 'en')}.`,
  };
};

const ON_VERSION = (given: number, newest: number): Words | undefined =>
  given < newest
    ? {
        sv: `Gavs på version ${given} av nomineringen; version ${newest} finns.`,
        en: `Given on version ${given} of the nomination; version ${newest} exists.`,
      }
    : undefined;
