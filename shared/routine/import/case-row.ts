import { decision } from '../decision.ts';
import { type Answers, type Condition, form, type Options } from '../form.ts';
import { nominationForm } from '../nomination.ts';
import { position } from '../position.ts';
import { pprPosition } from '../ppr-position.ts';
import { productionChecklist } from '../production-checklist.ts';
import type { Words } from '../words.ts';
import { about, contacts, decisions, email, happened, source } from './fields.ts';

/** Where a case under way can wait, in the order of the routine; `production` is g, h and i together. */
export const WAITS_AT = {
  screening: { sv: 'a) SoB-förvaltningens bedömning', en: 'a) The SoB office’s screening' },
  position: { sv: 'b–c) Samordningsrådens ställningstagande', en: 'b–c) The councils’ positions' },
  pprPosition: { sv: 'd) PPR:s ställningstagande', en: 'd) PPR’s position' },
  decision: { sv: 'e) Beslut', en: 'e) Decision' },
  projectAssignment: { sv: 'f) Projektuppdrag', en: 'f) Project assignment' },
  production: { sv: 'g–i) Produktion, granskning och test', en: 'g–i) Production, review and test' },
  introduction: { sv: 'j) Införande', en: 'j) Introduction' },
} satisfies Options;

export type WaitsAt = keyof typeof WAITS_AT;

const STEPS = Object.keys(WAITS_AT) as readonly WaitsAt[];

/** Whether a case that waits at a step has left another behind. */
export const isPast = (step: WaitsAt, waitsAt: WaitsAt): boolean =>
  STEPS.indexOf(waitsAt) > STEPS.indexOf(step);

const past = (step: WaitsAt): Condition => ({
  field: 'waitsAt',
  is: STEPS.filter((waitsAt) => isPast(step, waitsAt)),
});

const given = (field: string): Condition => ({ field, given: true });

const doneOn = (label: Words, askedWhen: Condition) => happened(label, 'must', { askedWhen });

const reason = (label: Words, askedWhen: Condition) =>
  ({ kind: 'text', size: 'long', max: 4000, label, need: 'may', askedWhen }) as const;

const nomination = form({
  submittedOn: happened({ sv: 'Nomineringen kom in', en: 'The nomination came in' }, 'must', {
    rules: ['R-09'],
  }),
  workingTitle: nominationForm.workingTitle,
  nominationType: nominationForm.nominationType,
  programmeKind: {
    ...nominationForm.programmeKindProposed,
    help: { sv: 'Så som det senast har bedömts.', en: 'As it was last judged.' },
  },
  ...about,
  needDescription: { ...nominationForm.needDescription, need: 'may' },
  purpose: { ...nominationForm.purpose, need: 'may' },
  nominatingUnit: { ...nominationForm.nominatingUnit, need: 'should' },
  ...contacts,
  anchoredWithHeadOn: happened(nominationForm.anchoredWithHeadOn.label, 'may', {
    help: {
      sv: 'Lämnas det tomt för ett ärende som väntar på SoB-förvaltningen frågar vi verksamhetschefen.',
      en: 'Left empty for a case that waits for the SoB office, we ask the head of operations.',
    },
    rules: ['R-a3'],
  }),
  sobContactEmail: email(nominationForm.sobContactEmail.label, 'may'),
  otherInformation: {
    ...nominationForm.otherInformation,
    help: { sv: 'Till exempel var handlingarna finns.', en: 'For example where the documents are.' },
  },
});

const council = form({
  council: {
    kind: 'registerChoice',
    register: 'councils',
    label: { sv: 'Samordningsråd', en: 'Coordination council' },
    need: 'must',
    rules: ['R-a11'],
  },
  receivedOn: happened({ sv: 'Mottagen av rådet', en: 'Received by the council' }, 'must', {
    help: { sv: 'Härifrån räknas månaden.', en: 'The month counts from here.' },
    rules: ['R-b3'],
  }),
  position: {
    ...position.form.position,
    help: {
      sv: 'Lämnas tomt för ett råd som inte har svarat än.',
      en: 'Left empty for a council that has not answered yet.',
    },
    need: 'may',
  },
  refersToPpr: {
    kind: 'yesNo',
    label: { sv: 'Vidare till PPR?', en: 'Referred to PPR?' },
    need: 'must',
    askedWhen: given('position'),
    rules: ['R-c1', 'R-c3'],
  },
  decidedOn: doneOn({ sv: 'Ställningstagande lämnat', en: 'Position given' }, given('position')),
  reason: reason({ sv: 'Motivering', en: 'Reason' }, given('position')),
});

const { supported, supportedWithConditions, notSupported } = pprPosition.form.pprPosition.options;

const assessment = form({
  screenedOn: doneOn({ sv: 'Skickad till samordningsråd', en: 'Forwarded to councils' }, past('screening')),
  positions: {
    kind: 'list',
    min: 1,
    max: 20,
    label: { sv: 'Råd', en: 'Councils' },
    help: {
      sv: 'De råd som har nomineringen, det sammanhållande först. Ett råd som inte behöver svara tas inte med.',
      en: 'The councils that have the nomination, the lead council first. One that need not answer is left out.',
    },
    need: 'must',
    askedWhen: past('screening'),
    rules: ['R-a11', 'R-c1'],
    item: council,
  },
  pprReceivedOn: happened({ sv: 'Mottagen av PPR', en: 'Received by PPR' }, 'may', {
    askedWhen: past('position'),
    rules: ['R-d1'],
  }),
  pprPosition: {
    kind: 'choice',
    label: pprPosition.form.pprPosition.label,
    need: 'may',
    askedWhen: past('pprPosition'),
    rules: ['R-d1'],
    options: { supported, supportedWithConditions, notSupported },
  },
  pprDecidedOn: doneOn({ sv: 'PPR:s svar lämnat', en: 'PPR’s answer given' }, given('pprPosition')),
  pprReason: reason({ sv: 'PPR:s motivering', en: 'PPR’s reason' }, given('pprPosition')),
});

const decided = form({
  decision: {
    kind: 'choice',
    label: decision.form.decision.label,
    need: 'must',
    askedWhen: past('decision'),
    rules: ['R-e1'],
    options: decisions,
  },
  decidedOn: doneOn({ sv: 'Beslutat', en: 'Decided' }, past('decision')),
  decisionMaker: { ...decision.form.decisionMaker, need: 'should', askedWhen: past('decision') },
  decisionReason: reason({ sv: 'Motivering till beslutet', en: 'Reason for the decision' }, past('decision')),
});

const projectMailbox = (sv: string, en: string) =>
  email({ sv: `${sv} (e-post)`, en: `${en} (e-mail)` }, 'may', { askedWhen: past('projectAssignment') });

const { publicName, medicalDevice, accessibility } = productionChecklist.form;

const production = form({
  projectStartedOn: doneOn(
    { sv: 'Projektet startade', en: 'The project started' },
    past('projectAssignment'),
  ),
  projectOwnerEmail: projectMailbox('Projektägare', 'Project owner'),
  projectManagerEmail: projectMailbox('Projektledare', 'Project manager'),
  steeringGroupEmail: projectMailbox('Styrgrupp', 'Steering group'),
  independentReviewerEmail: projectMailbox('Oberoende granskare', 'Independent reviewer'),
  productionDoneOn: happened({ sv: 'Produktionen klar', en: 'Production done' }, 'may', {
    askedWhen: past('projectAssignment'),
    rules: ['R-g2'],
  }),
  publicName: { ...publicName, askedWhen: given('productionDoneOn') },
  medicalDevice: {
    kind: 'choice',
    label: { sv: 'Medicinteknisk produkt', en: 'Medical device' },
    need: 'must',
    askedWhen: given('productionDoneOn'),
    rules: ['R-g1', 'G6'],
    options: medicalDevice.options,
  },
  accessibility: {
    kind: 'choice',
    label: accessibility.label,
    need: 'must',
    askedWhen: given('productionDoneOn'),
    rules: ['R-g3', 'G6'],
    options: accessibility.fields.value.options,
  },
  contentReview: {
    kind: 'choice',
    label: { sv: 'Granskning av innehållet', en: 'Review of the content' },
    need: 'may',
    askedWhen: past('projectAssignment'),
    rules: ['R-h1'],
    options: {
      approved: { sv: 'Godkänt', en: 'Approved' },
      approvedWithChanges: { sv: 'Godkänt med ändringar', en: 'Approved with changes' },
      withoutReview: { sv: 'Görs utan granskning', en: 'Goes without review' },
    },
  },
  contentReviewOn: doneOn({ sv: 'Granskningen klar', en: 'Review done' }, given('contentReview')),
  test: {
    kind: 'choice',
    label: { sv: 'Test', en: 'Test' },
    need: 'may',
    askedWhen: past('projectAssignment'),
    rules: ['R-i1'],
    options: {
      passed: { sv: 'Godkänt', en: 'Passed' },
      passedWithIssues: { sv: 'Godkänt med anmärkningar', en: 'Passed with issues' },
      withoutTest: { sv: 'Görs utan test', en: 'Goes without test' },
    },
  },
  testOn: doneOn({ sv: 'Testet klart', en: 'Test done' }, given('test')),
});

/** A case under way. */
export const caseRow = form({
  ...source,
  waitsAt: {
    kind: 'choice',
    label: { sv: 'Ärendet väntar på', en: 'The case waits for' },
    help: {
      sv: 'Det steg som står på tur. Allt före det är gjort, och har sina datum i de andra kolumnerna.',
      en: 'The step whose turn it is. All before it is done, and has its dates in the other columns.',
    },
    need: 'must',
    rules: ['R-05'],
    options: WAITS_AT,
  },
  restsUntil: {
    kind: 'date',
    label: { sv: 'Uppskjutet till', en: 'Put off until' },
    help: {
      sv: 'Frågan skickas den dagen. Lämnas tomt annars.',
      en: 'The question is sent on that day. Left empty otherwise.',
    },
    need: 'may',
    askedWhen: { field: 'waitsAt', is: ['pprPosition', 'decision', 'projectAssignment'] },
  },
  ...nomination,
  ...assessment,
  ...decided,
  ...production,
});

export type CaseRow = Answers<typeof caseRow>;
