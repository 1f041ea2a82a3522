import type { JSX } from 'preact';
import { timeInWords } from '../routine/words.ts';
import { Back, html, Page } from './layout.tsx';
import { Acts, Inset } from './notes.tsx';
import { Parts, partsOf } from './parts.tsx';
import { Row } from './summary.tsx';
import { Carried, TYPED_ID, TypedText } from './typed.tsx';
import type { ReceiptView } from './views.ts';
import { SAY } from './words.ts';

/** What whoever answers, and whoever comes later with the same link, sees: the answer, and what happens next. */
export function receiptPage(view: ReceiptView): string {
  const { lang, question, caseNumber, bodyName, answers, answeredBy, answeredAt, known } = view;
  const { acts = [], backHref, late } = view;
  const title = late ? SAY.late[lang] : SAY.thanks[lang];
  return html(
    <Page frame={view} title={`${title} – ${caseNumber}`} otherLanguage={late ? 'carry' : 'link'}>
      {late ? <TooLate {...view} /> : <Thanks {...view} />}
      <h2 class="govuk-heading-m">{SAY.whatNext[lang]}</h2>
      <p class="govuk-body">{question.next[lang]}</p>
      <p class="govuk-body nom-screen">{SAY.printHint[lang]}</p>
      <h2 class="govuk-heading-m">{(late ? SAY.answerThatCounts : SAY.theAnswer)[lang]}</h2>
      <dl class="govuk-summary-list">
        <Row label={SAY.body[lang]}>{bodyName[lang]}</Row>
        <Row label={(view.recordedByOffice ? SAY.recordedBy : SAY.answeredBy)[lang]}>{answeredBy}</Row>
        <Row label={SAY.answeredAt[lang]}>{timeInWords(answeredAt, lang)}</Row>
      </dl>
      <Parts
        parts={partsOf(question)}
        form={question.form}
        answers={answers}
        lang={lang}
        known={known}
        heading="h3"
      />
      <p class="govuk-body">{(late ? SAY.lateCorrection : SAY.correction)[lang]}</p>
      {acts.length > 0 && (
        <section class="nom-screen">
          <h2 class="govuk-heading-m">{SAY.mayStill[lang]}</h2>
          <Acts acts={acts} lang={lang} />
        </section>
      )}
      {late && <TypedText typed={late} lang={lang} known={known} />}
      {late && <Carried sheet={late.sheet} posted={late.posted} />}
      <Back href={backHref} lang={lang} />
    </Page>,
  );
}

const aboutCase = ({ lang, caseNumber, question }: ReceiptView): string =>
  `${SAY.case[lang]} ${caseNumber} · ${question.title[lang]}`;

const Thanks = (view: ReceiptView): JSX.Element => (
  <div class="govuk-panel govuk-panel--confirmation">
    <h1 class="govuk-panel__title">{SAY.thanks[view.lang]}</h1>
    <div class="govuk-panel__body">{aboutCase(view)}</div>
  </div>
);

const TooLate = (view: ReceiptView): JSX.Element => (
  <>
    <span class="govuk-caption-l">{aboutCase(view)}</span>
    <h1 class="govuk-heading-l">{SAY.late[view.lang]}</h1>
    <Inset>
      <p class="govuk-body">{SAY.lateInfo[view.lang]}</p>
      <p class="govuk-body nom-screen">
        <a class="govuk-link" href={`#${TYPED_ID}`}>
          {SAY.toWhatYouWrote[view.lang]}
        </a>
      </p>
    </Inset>
  </>
);
