import { form, section } from './form.ts';
import { interestDeclarations } from './interests.ts';
import { question } from './question.ts';
import { reviewOn } from './review-on.ts';

const receipt = form({
  receivedByPprOn: {
    kind: 'date',
    notAfterToday: true,
    label: { sv: 'Mottagen av PPR', en: 'Received by PPR' },
    need: 'must',
  },
  interestDeclarations,
});

/** What PPR judges by: resources, and any need to prioritise (R-d1). */
const resources = form({
  resourceAssessment: {
    kind: 'text',
    size: 'long',
    label: { sv: 'Bedömning av resurser', en: 'Assessment of resources' },
    help: {
      sv: 'Vilka resurser krävs, och finns de?',
      en: 'Which resources are needed, and are they there?',
    },
    need: 'must',
    rules: ['R-d1'],
  },
  prioritisationNeeded: {
    kind: 'yesNo',
    label: { sv: 'Behöver nomineringen prioriteras?', en: 'Does the nomination need to be prioritised?' },
    help: {
      sv: 'Svara ja om resurserna inte räcker till allt.',
      en: 'Answer yes if the resources are not enough for everything.',
    },
    need: 'must',
    rules: ['R-d1'],
  },
  priority: {
    kind: 'choice',
    label: { sv: 'Prioritet', en: 'Priority' },
    need: 'must',
    askedWhen: { field: 'prioritisationNeeded', is: [true] },
    rules: ['R-d1'],
    options: {
      high: { sv: 'Hög', en: 'High' },
      medium: { sv: 'Medel', en: 'Medium' },
      low: { sv: 'Låg', en: 'Low' },
    },
  },
  fundingDecisionRef: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Beslut om medel', en: 'Decision on funds' },
    help: { sv: 'Till exempel diarienummer.', en: 'For example the record number.' },
    need: 'may',
  },
  managedIntroductionRoute: {
    kind: 'group',
    label: { sv: 'Ordnat införande', en: 'Managed introduction' },
    need: 'may',
    rules: ['R-c5'],
    fields: {
      value: {
        kind: 'yesNo',
        label: {
          sv: 'Ska nomineringen till ordnat införande?',
          en: 'Should the nomination go to managed introduction?',
        },
        need: 'must',
      },
      text: {
        kind: 'text',
        size: 'medium',
        label: { sv: 'Skäl till ordnat införande', en: 'Reason for managed introduction' },
        need: 'should',
        askedWhen: { field: 'value', is: [true] },
      },
    },
  },
});

const stand = form({
  pprPosition: {
    kind: 'choice',
    label: { sv: 'PPR:s ställningstagande', en: "PPR's position" },
    need: 'must',
    rules: ['R-d1'],
    options: {
      supported: { sv: 'Tillstyrker', en: 'Supports' },
      supportedWithConditions: { sv: 'Tillstyrker med villkor', en: 'Supports with conditions' },
      notSupported: { sv: 'Avstyrker', en: 'Does not support' },
      deferred: { sv: 'Skjuts upp', en: 'Deferred' },
      returnedToCouncil: {
        sv: 'Återremiss till samordningsrådet',
        en: 'Returned to the coordination council',
      },
    },
  },
  reviewOn: { ...reviewOn, askedWhen: { field: 'pprPosition', is: ['deferred'] } },
  pprReason: {
    kind: 'text',
    size: 'long',
    min: 10,
    label: { sv: 'Motivering', en: 'Reason' },
    help: {
      sv: 'Utgå från resurser och behov av prioritering. Ange villkoren om det finns några. Vid återremiss: skriv vad rådet behöver svara på.',
      en: 'Start from resources and the need to prioritise. State any conditions. If you return it: say what the council needs to answer.',
    },
    need: 'must',
    rules: ['R-d1'],
  },
});

const minutes = form({
  decidedOn: {
    kind: 'date',
    notAfterToday: true,
    label: { sv: 'Datum för ställningstagandet', en: 'Date of the position' },
    need: 'must',
  },
  minutesRef: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Protokollsreferens', en: 'Reference to the minutes' },
    help: {
      sv: 'Till exempel mötesdatum och paragraf, eller diarienummer.',
      en: 'For example the date and paragraph of the meeting, or the record number.',
    },
    need: 'should',
  },
});

/** d) PPR's position, only when a council referred the nomination (form d). */
export const pprPosition = question({
  step: 'pprPosition',
  phase: 'nomination',
  letter: 'd',
  stateName: 'PPR: ställningstagande',
  title: { sv: 'PPR:s ställningstagande', en: "PPR's position" },
  asks: {
    sv: 'Ta ställning utifrån resurser och prioritering',
    en: 'Take a position on resources and priority',
  },
  lead: {
    sv: 'Ett samordningsråd har lyft nomineringen till Program- och prioriteringsrådet. Ta ställning utifrån resurser och eventuellt behov av prioritering. Går det inte nu kan ni skjuta upp frågan eller lämna tillbaka den till rådet.',
    en: 'A coordination council has referred the nomination to the Programme and Prioritisation Council. Take a position from the point of view of resources and any need to prioritise. If that is not possible now, you can defer the matter or return it to the council.',
  },
  next: {
    sv: 'Samordningsråden och den regionala SoB-förvaltningen får veta PPR:s ställningstagande. Därefter fattar förvaltningen beslut. Har ni skjutit upp frågan får ni den igen den dag ni har angett. Vid återremiss tar de råd som lyfte nomineringen ställning på nytt.',
    en: 'The coordination councils and the regional SoB office are told of PPR’s position. The office then decides. If you deferred the matter, you are asked again on the day you stated. If you returned it, the councils that referred the nomination take a position anew.',
  },
  answeredBy: 'ppr',
  rules: ['R-d1', 'R-d2', 'R-d3'],
  form: form({ ...receipt, ...resources, ...stand, ...minutes }),
  sections: [
    section('receipt', 'Mottagande och jäv', 'Receipt and conflicts of interest', receipt),
    section('resources', 'Resurser och prioritering', 'Resources and priority', resources),
    section('stand', 'Ställningstagande', 'Position', stand),
    section('minutes', 'Datum och protokoll', 'Date and minutes', minutes),
  ],
  outcomes: ['supported', 'supportedWithConditions', 'notSupported', 'deferred', 'returnedToCouncil'],
  tells: [{ id: 'N-9', to: ['councils', 'sobOffice'] }],
});
