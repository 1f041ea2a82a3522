import { type Condition, form, section } from './form.ts';
import { accessRoutes } from './programme.ts';
import { question } from './question.ts';
import { reviewOn } from './review-on.ts';

const collaborating: Condition = { field: 'decision', is: ['collaborate'] };
const usingExisting: Condition = { field: 'decision', is: ['useExisting'] };

const outcome = form({
  decision: {
    kind: 'choice',
    label: { sv: 'Beslut', en: 'Decision' },
    need: 'must',
    rules: ['R-e1'],
    options: {
      create: { sv: 'Skapa programmet', en: 'Create the programme' },
      purchase: { sv: 'Köp in programmet', en: 'Purchase the programme' },
      useExisting: { sv: 'Använd ett befintligt program', en: 'Use an existing programme' },
      collaborate: { sv: 'Samverka med annan region', en: 'Collaborate with another region' },
      decline: { sv: 'Avslå nomineringen', en: 'Decline the nomination' },
      defer: { sv: 'Skjut upp beslutet', en: 'Defer the decision' },
    },
  },
  procurementRoute: {
    kind: 'choice',
    label: { sv: 'Väg för inköpet', en: 'Route of the purchase' },
    need: 'must',
    askedWhen: { field: 'decision', is: ['purchase'] },
    rules: ['R-e1'],
    options: {
      frameworkAgreement: { sv: 'Avrop från ramavtal', en: 'Call-off from a framework agreement' },
      directAward: { sv: 'Direktupphandling', en: 'Direct award' },
      procurement: { sv: 'Upphandling', en: 'Procurement' },
      interRegionAgreement: { sv: 'Avtal mellan regioner', en: 'Agreement between regions' },
    },
  },
  existingProgramme: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Vilket program?', en: 'Which programme?' },
    need: 'should',
    askedWhen: usingExisting,
    rules: ['R-b6'],
  },
  accessRoute: {
    kind: 'choice',
    label: { sv: 'Vad krävs för att använda det?', en: 'What does it take to use it?' },
    need: 'should',
    askedWhen: usingExisting,
    rules: ['R-b5', 'R-b6'],
    options: accessRoutes,
  },
  otherRegions: {
    kind: 'texts',
    max: 20,
    label: { sv: 'Vilka andra regioner?', en: 'Which other regions?' },
    help: {
      sv: 'De som deltar och bär kostnader. En per rad.',
      en: 'Those that take part and bear costs. One per line.',
    },
    need: 'should',
    askedWhen: collaborating,
  },
  leadRegion: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Vilken region leder arbetet?', en: 'Which region leads the work?' },
    need: 'should',
    askedWhen: collaborating,
  },
  sharedCosts: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Hur delas kostnaderna?', en: 'How are the costs shared?' },
    need: 'should',
    askedWhen: collaborating,
    rules: ['R-06'],
  },
  reviewOn: { ...reviewOn, askedWhen: { field: 'decision', is: ['collaborate', 'defer'] } },
  conditions: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Villkor', en: 'Conditions' },
    need: 'may',
  },
});

const reasons = form({
  reason: {
    kind: 'text',
    size: 'long',
    min: 10,
    max: 4000,
    label: { sv: 'Motivering', en: 'Reason' },
    help: {
      sv: 'Väg samman tre saker: Vad säger råden och PPR? Vilket behov har verksamheten? Vilka resurser finns?',
      en: 'Weigh three things together: What do the councils and PPR say? Which need does the unit have? Which resources are there?',
    },
    need: 'must',
    rules: ['R-e2', 'R-e3'],
  },
  deviationReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Skäl till avvikelse', en: 'Reason for deviating' },
    help: {
      sv: 'Behövs när beslutet inte följer vad ett samordningsråd eller PPR har kommit fram till. Skriv vad det avviker från, och varför.',
      en: 'Needed when the decision does not follow what a coordination council or PPR has found. Say what it deviates from, and why.',
    },
    need: 'may',
    rules: ['R-e2', 'R-e3'],
  },
  overrideReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Skäl att besluta ändå', en: 'Reason for deciding all the same' },
    help: {
      sv: 'Behövs om ni beslutar innan alla råd, eller PPR, har svarat. Minst ett samordningsråd ska alltid ha tagit ställning.',
      en: 'Needed if you decide before all councils, or PPR, have answered. At least one coordination council must always have taken a position.',
    },
    need: 'may',
    rules: ['G4'],
  },
});

const formalities = form({
  decisionMaker: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Beslutsfattare', en: 'Decision-maker' },
    help: {
      sv: 'Inte den som har nominerat eller har anmält jäv.',
      en: 'Not someone who has nominated or has declared an interest.',
    },
    need: 'must',
    rules: ['R-e1'],
  },
  presenter: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Föredragande', en: 'Presenter' },
    need: 'may',
  },
  authority: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Delegation eller befogenhet', en: 'Delegation or authority' },
    help: {
      sv: 'Den punkt i delegationsordningen som ger rätt att besluta.',
      en: 'The item of the delegation order that gives the right to decide.',
    },
    need: 'should',
  },
  decidedOn: {
    kind: 'date',
    notAfterToday: true,
    label: { sv: 'Beslutsdatum', en: 'Date of the decision' },
    need: 'must',
  },
  recordNumber: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Diarienummer', en: 'Record number' },
    need: 'should',
  },
});

/** e) The SoB office's decision (form e). */
export const decision = question({
  step: 'decision',
  phase: 'nomination',
  letter: 'e',
  stateName: 'SoB-förvaltningen: beslut',
  title: { sv: 'Beslut', en: 'Decision' },
  asks: { sv: 'Fatta beslut om nomineringen', en: 'Decide on the nomination' },
  lead: {
    sv: 'Väg samman rådens och PPR:s ställningstaganden, verksamhetens behov och befintliga resurser. Fatta sedan beslut.',
    en: 'Weigh the positions of the councils and PPR, the need of the unit and existing resources. Then decide.',
  },
  next: {
    sv: 'Den som har nominerat, verksamhetschefen, SoB-kontaktpersonen och de som har fått ta ställning får veta det med ett mejl. Är beslutet uppskjutet får ni frågan igen den dag ni har angett.',
    en: 'The nominator, the head of operations, the SoB contact person and those asked for positions are told by mail. If the decision is deferred, you are asked again on the day you stated.',
  },
  answeredBy: 'sobOffice',
  rules: ['R-e1', 'R-e2', 'R-e3'],
  form: form({ ...outcome, ...reasons, ...formalities }),
  sections: [
    section('outcome', 'Vad blir beslutet?', 'What is the decision?', outcome),
    section('reasons', 'Varför?', 'Why?', reasons),
    section('formalities', 'Vem beslutar, och när?', 'Who decides, and when?', formalities),
  ],
  derived: {
    deviatesFrom: {
      label: {
        sv: 'Avviker beslutet från råd eller PPR?',
        en: 'Does the decision deviate from a council or PPR?',
      },
      help: {
        sv: 'Beslutet avviker från ett ställningstagande och behöver därför ett skäl.',
        en: 'The decision deviates from a position and therefore needs a reason.',
      },
      rules: ['R-e2', 'R-e3'],
    },
  },
  reviewedBeforeSending: true,
  outcomes: ['create', 'purchase', 'useExisting', 'collaborate', 'decline', 'defer'],
  tells: [{ id: 'N-10', to: ['nominator', 'headOfOperations', 'sobContact', 'councils', 'ppr'] }],
});
