import { answerer } from '../routine/answerer.ts';
import { checkAnswers, type Known } from '../routine/check.ts';
import { decision } from '../routine/decision.ts';
import type { Form } from '../routine/form.ts';
import { nominationForm, nominationSections } from '../routine/nomination.ts';
import { position } from '../routine/position.ts';
import { pprPosition } from '../routine/ppr-position.ts';
import type { Question } from '../routine/question.ts';
import { screening } from '../routine/screening.ts';
import type { Language, Words } from '../routine/words.ts';
import { messagePage } from './message-page.tsx';
import { readPosted, toPosted } from './posted.ts';
import { questionPage } from './question-page.tsx';
import { receiptPage } from './receipt-page.tsx';
import { startPage } from './start-page.tsx';
import type { EarlierAnswer, QuestionView } from './views.ts';

type Nomination = Readonly<Record<string, unknown>>;

const OFFICE: Words = { sv: 'Regionala SoB-förvaltningen', en: 'The regional SoB office' };
const COUNCIL: Words = { sv: 'Samordningsråd psykisk hälsa', en: 'Coordination council for mental health' };
const PPR: Words = { sv: 'Program- och prioriteringsrådet', en: 'The Programme and Prioritisation Council' };

export const exampleKnown: Known = {
  today: '2026-11-23',
  facts: { nominationType: 'createNew', programmeKind: 'treatment' },
  registers: {
    councils: [
      { value: 'psykisk-halsa', label: COUNCIL },
      {
        value: 'primarvard',
        label: { sv: 'Samordningsråd primärvård', en: 'Coordination council for primary care' },
      },
    ],
  },
};

const answersTo = {
  screening: {
    buildableInSob: 'yesWithAdjustments',
    buildableReason: 'Sömndagboken behöver en ny frågetyp.\n\nI övrigt finns allt.',
    programmeKind: 'treatment',
    screeningOutcome: 'forwardToCouncils',
    councils: ['psykisk-halsa', 'primarvard'],
    screeningReason: 'Idén passar i SoB och behovet är tydligt.',
  },
  position: {
    position: 'supportCreate',
    positionReason: 'Behovet är stort och evidensen god.',
    organisationalConsequences: { value: false },
    economicConsequences: { value: true, text: 'Utbildning av behandlare.', sekPerYear: 250_000 },
    manageableWithinUnits: false,
    referToPpr: true,
  },
  pprPosition: { pprPosition: 'supported', pprReason: 'Ryms inom ramen för nästa år.' },
  decision: { decision: 'purchase', procurementRoute: 'procurement', reason: 'Råden och PPR tillstyrker.' },
};

const earlier: readonly EarlierAnswer[] = [
  {
    question: screening,
    bodyName: OFFICE,
    answers: answersTo.screening,
    answeredBy: 'Eva Ek, handläggare',
    answeredOn: '2026-11-23',
  },
  {
    question: position,
    bodyName: COUNCIL,
    answers: answersTo.position,
    answeredBy: 'Bo Berg, ordförande',
    answeredOn: '2026-12-14',
  },
  {
    question: pprPosition,
    bodyName: PPR,
    answers: answersTo.pprPosition,
    answeredBy: 'Åsa Öst, sekreterare',
    answeredOn: '2027-01-18',
  },
];

/** The nomination's form asked as a question would be: it holds every kind of field. */
const nominate: Question = { ...screening, form: nominationForm, sections: nominationSections };

const asked: readonly {
  readonly question: Question;
  readonly bodyName: Words;
  readonly answers: Nomination;
  readonly before: number;
}[] = [
  { question: screening, bodyName: OFFICE, answers: answersTo.screening, before: 0 },
  { question: position, bodyName: COUNCIL, answers: answersTo.position, before: 1 },
  { question: pprPosition, bodyName: PPR, answers: answersTo.pprPosition, before: 2 },
  { question: decision, bodyName: OFFICE, answers: answersTo.decision, before: 3 },
];

/** Every page in every state, by name: for tests and for screenshots. */
export function examplePages(nomination: Nomination, lang: Language): Readonly<Record<string, string>> {
  const common = {
    lang,
    caseNumber: 'N-2026-0001',
    known: exampleKnown,
    otherLanguageHref: lang === 'sv' ? '?lang=en' : '?lang=sv',
  };
  const view = (question: Question, bodyName: Words, before: number): QuestionView => ({
    ...common,
    question,
    bodyName,
    nomination,
    submittedOn: '2026-11-20',
    earlier: earlier.slice(0, before),
    targetOn: '2026-12-23',
  });
  const faulty = (it: QuestionView, body: string): QuestionView => {
    const form: Form = { ...it.question.form, ...answerer };
    const { posted, raw } = readPosted(form, body, it.known);
    const checked = checkAnswers(form, raw, it.known);
    return { ...it, posted, problems: checked.ok ? [] : checked.problems };
  };
  const pages: [string, string][] = asked.flatMap(({ question, bodyName, answers, before }) => {
    const empty = view(question, bodyName, before);
    const posted = {
      ...toPosted(question.form, answers),
      answeredByName: 'Åsa Öst',
      answeredByRole: 'ordförande',
    };
    const receipt = {
      ...common,
      question,
      bodyName,
      answers,
      answeredBy: 'Åsa Öst, ordförande',
      answeredAt: '2026-12-14T13:05:00Z',
    };
    return [
      [`${question.step}-empty`, questionPage(empty)],
      [`${question.step}-filled`, questionPage({ ...empty, posted })],
      [`${question.step}-errors`, questionPage(faulty(empty, ''))],
      [`${question.step}-receipt`, receiptPage(receipt)],
    ];
  });
  const nominating = view(nominate, OFFICE, 0);
  const closed = {
    title: { sv: 'Länken går inte att öppna', en: 'The link cannot be opened' },
    text: {
      sv: 'Kontrollera att hela länken från mejlet kom med.',
      en: 'Check that you have the whole link.',
    },
  };
  return Object.fromEntries([
    ...pages,
    ['nomination-empty', questionPage(nominating)],
    ['nomination-filled', questionPage({ ...nominating, posted: toPosted(nominationForm, nomination) })],
    [
      'nomination-errors',
      questionPage(
        faulty(
          nominating,
          'costLines[0].amountSek=mycket&costLines[0].category=staffTime&proposedOwner_unknown=true',
        ),
      ),
    ],
    ['message', messagePage({ lang, ...closed })],
    ['start', startPage(lang)],
  ]);
}
