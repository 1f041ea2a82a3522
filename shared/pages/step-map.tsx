import type { JSX } from 'preact';
import type { Phase } from '../routine/question.ts';
import { QUESTIONS } from '../routine/routine.ts';
import type { Words } from '../routine/words.ts';
import type { CaseView, PhaseSteps, StepState } from './views.ts';

type StepMapProps = Pick<CaseView, 'steps' | 'lang'>;

/** The steps of the phase that the case is in, each with how far it has come: in colour and in words; those before it folded. */
export const StepMap = ({ steps: phases, lang }: StepMapProps): JSX.Element => {
  const current = phases.at(-1);
  return (
    <>
      {phases.slice(0, -1).map((it) => (
        <details key={it.phase} class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{`${BEFORE[lang]}: ${PHASE[it.phase][lang]}`}</span>
          </summary>
          <div class="govuk-details__text">
            <Steps {...it} lang={lang} />
          </div>
        </details>
      ))}
      {current && phases.length > 1 && <h2 class="govuk-heading-s">{PHASE[current.phase][lang]}</h2>}
      {current && <Steps {...current} lang={lang} />}
      {current && isOnItsWay(current) && <p class="govuk-hint">{THEN[lang]}</p>}
    </>
  );
};

/** Whether it is not decided yet if there will be a programme. */
const isOnItsWay = ({ phase, steps }: PhaseSteps): boolean =>
  phase === 'nomination' &&
  steps.some(({ step, state }) => step === 'decision' && (state === 'left' || state === 'now'));

const Steps = ({ phase, steps, lang }: PhaseSteps & Pick<StepMapProps, 'lang'>): JSX.Element => (
  <ol class="nom-steps" aria-label={`${LABEL[lang]}: ${PHASE[phase][lang]}`}>
    {steps.map(({ step, state }) => (
      <li key={step} class={LOOK[state]} aria-current={state === 'now' ? 'step' : undefined}>
        <strong>{STATE[state][lang]}</strong>
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
  redone: 'nom-steps__left',
  skipped: 'nom-steps__skipped',
  leftOut: 'nom-steps__skipped',
};

const STATE: Readonly<Record<StepState, Words>> = {
  done: { sv: 'Klart', en: 'Done' },
  now: { sv: 'Pågår', en: 'Under way' },
  left: { sv: 'Återstår', en: 'Still to come' },
  redone: { sv: 'Görs om', en: 'To be done again' },
  skipped: { sv: 'Behövs inte', en: 'Not needed' },
  leftOut: { sv: 'Hoppades över', en: 'Left out' },
};

const PHASE: Readonly<Record<Phase, Words>> = {
  nomination: { sv: 'Nominering', en: 'Nomination' },
  production: { sv: 'Produktion', en: 'Production' },
  review: { sv: 'Uppföljning', en: 'Follow-up' },
};

const THEN: Words = {
  sv: 'Blir beslutet ja följer produktion, publicering och årlig uppföljning.',
  en: 'If the decision is yes, production, publication and yearly follow-up come after.',
};
const BEFORE: Words = { sv: 'Tidigare steg', en: 'Earlier steps' };
const LABEL: Words = { sv: 'Stegen i rutinen', en: 'The steps of the routine' };
