import type { JSX } from 'preact';
import type { Step } from '../routine/question.ts';
import { timeInWords, type Words } from '../routine/words.ts';
import { html, Page } from './layout.tsx';
import { Parts, partsOf } from './parts.tsx';
import { Row } from './summary.tsx';
import { Carried, TYPED_ID, TypedText } from './typed.tsx';
import type { ReceiptView } from './views.ts';
import { SAY } from './words.ts';

/** What whoever answers, and whoever comes later with the same link, sees: the answer, and what happens next. */
export function receiptPage(view: ReceiptView): string {
  const { lang, question, caseNumber, bodyName, answers, answeredBy, answeredAt, known, late } = view;
  const title = late ? SAY.late[lang] : SAY.thanks[lang];
  return html(
    <Page lang={lang} title={`${title} – ${caseNumber}`} otherLanguage={late ? 'carry' : 'link'}>
      {late ? <TooLate {...view} /> : <Thanks {...view} />}
      <h2 class="govuk-heading-m">{SAY.whatNext[lang]}</h2>
      <p class="govuk-body">{NEXT[question.step][lang]}</p>
      <p class="govuk-body nom-screen">{SAY.printHint[lang]}</p>
      <h2 class="govuk-heading-m">{(late ? SAY.answerThatCounts : SAY.theAnswer)[lang]}</h2>
      <dl class="govuk-summary-list">
        <Row label={SAY.body[lang]}>{bodyName[lang]}</Row>
        <Row label={SAY.answeredBy[lang]}>{answeredBy}</Row>
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
      {late && <TypedText typed={late} lang={lang} known={known} />}
      {late && <Carried question={late.question} posted={late.posted} />}
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
    <div class="govuk-inset-text">
      <p class="govuk-body">{SAY.lateInfo[view.lang]}</p>
      <p class="govuk-body nom-screen">
        <a class="govuk-link" href={`#${TYPED_ID}`}>
          {SAY.toWhatYouWrote[view.lang]}
        </a>
      </p>
    </div>
  </>
);

const NEXT: Readonly<Record<Step, Words>> = {
  screening: {
    sv: 'Skickas nomineringen vidare får varje valt samordningsråd ett mejl med frågan om ställningstagande. Annars avslutas ärendet.',
    en: 'If the nomination goes on, each chosen council is sent a mail that asks for its position. Otherwise the case is closed.',
  },
  position: {
    sv: 'Den regionala SoB-förvaltningen får veta rådets ställningstagande. När alla råd har svarat går ärendet vidare, till PPR om något råd har lyft det dit och annars till beslut.',
    en: 'The regional SoB office is told of the council’s position. When every council has answered, the case goes on: to PPR if a council referred it, otherwise to the decision.',
  },
  pprPosition: {
    sv: 'Samordningsrådet och den regionala SoB-förvaltningen får veta PPR:s ställningstagande. Därefter fattar förvaltningen beslut.',
    en: 'The coordination council and the regional SoB office are told of PPR’s position. The office then decides.',
  },
  decision: {
    sv: 'De som har nominerat och tagit ställning får veta beslutet med ett mejl.',
    en: 'Those who nominated and took positions are told of the decision by mail.',
  },
};
