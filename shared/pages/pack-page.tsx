import type { JSX } from 'preact';
import { holdsWithheld, openAnswers } from '../case/openness.ts';
import { nominationForm } from '../routine/nomination.ts';
import { dateInWords, type Words } from '../routine/words.ts';
import type { PackView } from './agenda-views.ts';
import { Earlier } from './earlier.tsx';
import { Back, html, Page } from './layout.tsx';
import { minutesText, optionsOf, positionField, titleOf } from './minutes-text.ts';
import { Nomination } from './nomination.tsx';
import { Disagreement, Inset } from './notes.tsx';
import { ProgrammePart } from './programme-part.tsx';
import { Row } from './summary.tsx';
import type { QuestionView } from './views.ts';
import { SAY } from './words.ts';

/** The pack of a meeting, to read and to print: each case on a sheet of its own, with room for notes; and a draft of the minutes. */
export function packPage(view: PackView): string {
  const { lang, bodyName, today, meetingOn, cases, backHref } = view;
  const title = meetingOn === undefined ? ALL[lang] : `${FOR_MEETING[lang]} ${dateInWords(meetingOn, lang)}`;
  return html(
    <Page frame={view} title={`${title} – ${bodyName[lang]}`}>
      <Back href={backHref} lang={lang} />
      <span class="govuk-caption-l">{`${bodyName[lang]} · ${dateInWords(today, lang)}`}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {cases.length === 0 ? (
        <p class="govuk-body">{NOTHING[lang]}</p>
      ) : (
        <>
          <p class="govuk-body nom-screen">{HOW[lang]}</p>
          <Contents cases={cases} lang={lang} />
          {cases.map((it, index) => (
            <PackCase key={index} view={it} nth={index + 1} />
          ))}
          <Minutes {...view} />
        </>
      )}
    </Page>,
  );
}

const headingOf = (view: QuestionView): string => `${view.caseNumber}: ${titleOf(view)}`;

const Contents = ({ cases, lang }: Pick<PackView, 'cases' | 'lang'>): JSX.Element => (
  <nav aria-label={CONTENTS[lang]}>
    <ol class="govuk-list govuk-list--number">
      {cases.map((it, index) => (
        <li key={index}>
          <a class="govuk-link" href={`#${idOf(index + 1)}`}>
            {headingOf(it)}
          </a>
        </li>
      ))}
    </ol>
    <p class="govuk-body nom-screen">
      <a class="govuk-link" href={`#${MINUTES_ID}`}>
        {MINUTES[lang]}
      </a>
    </p>
  </nav>
);

const idOf = (nth: number): string => `case-${nth}`;

/** Where on the page the draft of the minutes stands. */
export const MINUTES_ID = 'minutes';

interface PackCaseProps {
  readonly view: QuestionView;
  readonly nth: number;
}

const PackCase = ({ view, nth }: PackCaseProps): JSX.Element => {
  const { lang, question, nomination, programme, positions, targetOn, earlier } = view;
  return (
    <section class="nom-part nom-sheet" id={idOf(nth)}>
      <h2 class="govuk-heading-m">{`${nth}. ${headingOf(view)}`}</h2>
      {isSecret(nomination) && <Inset>{SECRET[lang]}</Inset>}
      <dl class="govuk-summary-list">
        <Row label={QUESTION[lang]}>{question.asks[lang]}</Row>
        {targetOn && <Row label={SAY.answerGladlyBy[lang]}>{dateInWords(targetOn, lang)}</Row>}
      </dl>
      <p class="govuk-body">{question.lead[lang]}</p>
      {programme ? <ProgrammePart programme={programme} lang={lang} /> : <Nomination {...view} />}
      {positions && <Disagreement positions={positions} lang={lang} />}
      {earlier.length > 0 && (
        <div class="nom-section">
          <h3 class="govuk-heading-m">{SAY.earlier[lang]}</h3>
          <Earlier {...view} />
        </div>
      )}
      <Position view={view} />
      <div class="nom-notes">
        <h3 class="govuk-heading-s">{NOTES[lang]}</h3>
      </div>
    </section>
  );
};

/** What is marked as confidential is in the pack, because the body judges by it (ROUTINE.md section 7.3). */
const isSecret = (nomination: QuestionView['nomination']): boolean =>
  holdsWithheld(openAnswers(nominationForm, nomination));

/** What there is to choose from, with a box to tick on paper. */
const Position = ({ view }: { readonly view: QuestionView }): JSX.Element | null => {
  const field = positionField(view);
  if (field === undefined) return null;
  return (
    <div class="nom-section">
      <h3 class="govuk-heading-s">{field.label[view.lang]}</h3>
      <ul class="govuk-list nom-boxes">
        {optionsOf(field).map((option) => (
          <li key={option.sv}>{option[view.lang]}</li>
        ))}
      </ul>
    </div>
  );
};

const Minutes = (view: PackView): JSX.Element => {
  const text = minutesText(view);
  return (
    <section class="nom-part nom-screen" id={MINUTES_ID}>
      <h2 class="govuk-heading-m">{MINUTES[view.lang]}</h2>
      <label class="govuk-label" for="minutes-text">
        {MINUTES_HOW[view.lang]}
      </label>
      <textarea class="govuk-textarea" id="minutes-text" readonly rows={rowsOf(text)}>
        {text}
      </textarea>
    </section>
  );
};

/** More lines than this are scrolled. */
const MOST_ROWS = 30;
const rowsOf = (text: string): number => Math.min(MOST_ROWS, text.split('\n').length);

const ALL: Words = { sv: 'Underlag för allt som väntar', en: 'Pack of all that waits' };
const FOR_MEETING: Words = { sv: 'Underlag till mötet den', en: 'Pack for the meeting on' };
const NOTHING: Words = {
  sv: 'Inget ärende väntar på er till det mötet.',
  en: 'No case waits for you for that meeting.',
};
const HOW: Words = {
  sv: 'Skriv ut sidan eller läs den på skärmen. På papper får varje ärende en egen sida med plats för anteckningar.',
  en: 'Print the page or read it on the screen. On paper each case has a page of its own, with room for notes.',
};
const CONTENTS: Words = { sv: 'Ärenden', en: 'Cases' };
const QUESTION: Words = { sv: 'Fråga', en: 'Question' };
const SECRET: Words = {
  sv: 'Här finns uppgifter som är sekretessmarkerade. Visa dem bara för dem som deltar i bedömningen.',
  en: 'Some of this is marked as confidential. Show it only to those who take part in the assessment.',
};
const NOTES: Words = { sv: 'Anteckningar', en: 'Notes' };
const MINUTES: Words = { sv: 'Text till protokollet', en: 'Text for the minutes' };
const MINUTES_HOW: Words = {
  sv: 'Kopiera texten till ert protokoll och fyll i det som ni kommer fram till.',
  en: 'Copy the text to your minutes, and fill in what you arrive at.',
};
