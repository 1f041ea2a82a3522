import type { JSX } from 'preact';
import { dateInWords, type Words } from '../routine/words.ts';
import { Back, html, Page } from './layout.tsx';
import { Inset } from './notes.tsx';
import { Problems, SheetForm, titled } from './sheet-form.tsx';
import type { ActDoneView, ActView } from './views.ts';
import { SAY } from './words.ts';

/** Something that can be done in a case: what it means, and its form. */
export function actPage(view: ActView): string {
  const { lang, act, caseNumber, bodyName, workingTitle, on, backHref, removes, problems = [] } = view;
  const title = titled(`${act.asks[lang]} – ${caseNumber}`, problems, lang);
  return html(
    <Page frame={view} title={title} otherLanguage="edit">
      <Problems problems={problems} sheet={act} lang={lang} />
      <Back href={backHref} lang={lang} />
      <span class="govuk-caption-l">{`${SAY.case[lang]} ${caseNumber} · ${bodyName[lang]}`}</span>
      <h1 class="govuk-heading-l">{act.asks[lang]}</h1>
      <p class="govuk-body">
        {`${SAY.nomination[lang]}: `}
        <strong>{workingTitle}</strong>
        {on && (
          <>
            <br />
            {`${CONCERNS[lang]} ${on.question.title[lang]}, ${on.bodyName[lang]}`}
          </>
        )}
      </p>
      <p class="govuk-body">{act.lead[lang]}</p>
      {removes && <Removed {...removes} lang={lang} />}
      <section id="form">
        <h2 class="govuk-visually-hidden">{SAY.theForm[lang]}</h2>
        <SheetForm {...view} sheet={act} />
      </section>
    </Page>,
  );
}

type RemovedProps = NonNullable<ActView['removes']> & Pick<ActView, 'lang'>;

/** The text that is about to go, whole, and where else it stands. */
const Removed = ({ text, places, lang }: RemovedProps): JSX.Element => (
  <Inset>
    <p class="govuk-body nom-text">{text}</p>
    <p class="govuk-body">{PLACES[lang]}</p>
    <ul class="govuk-list govuk-list--bullet">
      {places.map((place, index) => (
        <li key={index}>{place[lang]}</li>
      ))}
    </ul>
  </Inset>
);

/** What was done, what happens next, and the way back. */
export function actDonePage(view: ActDoneView): string {
  const { lang, act, caseNumber, bodyName, doneOn, backHref } = view;
  const title = DONE[lang];
  return html(
    <Page frame={view} title={`${title} – ${caseNumber}`}>
      <div class="govuk-panel govuk-panel--confirmation">
        <h1 class="govuk-panel__title">{title}</h1>
        <div class="govuk-panel__body">{`${SAY.case[lang]} ${caseNumber} · ${act.title[lang]}`}</div>
      </div>
      <p class="govuk-body">
        {`${[bodyName[lang], doneOn && dateInWords(doneOn, lang)].filter(Boolean).join(', ')}.`}
      </p>
      <h2 class="govuk-heading-m">{SAY.whatNext[lang]}</h2>
      <p class="govuk-body">{act.next[lang]}</p>
      <Back href={backHref} lang={lang} />
    </Page>,
  );
}

const CONCERNS: Words = { sv: 'Det gäller frågan:', en: 'It concerns the question:' };
const PLACES: Words = { sv: 'Det här tas bort:', en: 'This is removed:' };
const DONE: Words = { sv: 'Klart', en: 'Done' };
