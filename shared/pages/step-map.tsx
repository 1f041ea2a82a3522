import type { JSX } from 'preact';
import { MACHINE_STEPS } from '../routine/question.ts';
import { QUESTIONS } from '../routine/routine.ts';
import type { Words } from '../routine/words.ts';
import type { CaseView, StepState } from './views.ts';

/** The steps of the routine in a row, each with how far it has come: in colour and in words. */
export const StepMap = ({ steps, lang }: Pick<CaseView, 'steps' | 'lang'>): JSX.Element => (
  <ol class="nom-steps" aria-label={LABEL[lang]}>
    {MACHINE_STEPS.map((step) => (
      <li key={step} class={LOOK[steps[step]]} aria-current={steps[step] === 'now' ? 'step' : undefined}>
        <strong>{STATE[steps[step]][lang]}</strong>
        <br />
        {`${QUESTIONS[step].letter}) ${QUESTIONS[step].title[lang]}`}
      </li>
    ))}
  </ol>
);

const LOOK: Readonly<Record<StepState, string>> = {
  done: 'nom-steps__done',
  now: 'nom-steps__now',
  left: 'nom-steps__left',
  skipped: 'nom-steps__skipped',
};

const STATE: Readonly<Record<StepState, Words>> = {
  done: { sv: 'Klart', en: 'Done' },
  now: { sv: 'Pågår', en: 'Under way' },
  left: { sv: 'Återstår', en: 'Still to come' },
  skipped: { sv: 'Behövs inte', en: 'Not needed' },
};

const LABEL: Words = { sv: 'Stegen i rutinen', en: 'The steps of the routine' };
