import { type Condition, form, section } from './form.ts';
import { question } from './question.ts';

const wasDone: Condition = { field: 'done', is: [true] };

/** One test. Its labels name it, so that messages are told apart. */
const testOf = (sv: string, en: string) =>
  form({
    done: {
      kind: 'yesNo',
      label: { sv: `${sv}: är det gjort?`, en: `${en}: has it been done?` },
      need: 'must',
      rules: ['R-i1'],
    },
    skipReason: {
      kind: 'text',
      size: 'medium',
      label: { sv: `${sv}: varför görs det inte?`, en: `${en}: why is it not done?` },
      need: 'must',
      askedWhen: { field: 'done', is: [false] },
      rules: ['R-i1'],
    },
    testers: {
      kind: 'number',
      integer: true,
      min: 1,
      max: 10_000,
      label: { sv: `${sv}: antal som testade`, en: `${en}: number of testers` },
      need: 'should',
      askedWhen: wasDone,
    },
    period: {
      kind: 'text',
      size: 'short',
      label: { sv: `${sv}: när?`, en: `${en}: when?` },
      need: 'should',
      askedWhen: wasDone,
    },
    resultSummary: {
      kind: 'text',
      size: 'medium',
      label: { sv: `${sv}: resultat i korthet`, en: `${en}: result in short` },
      need: 'must',
      askedWhen: wasDone,
    },
    issues: {
      kind: 'list',
      min: 1,
      max: 50,
      label: { sv: `${sv}: fel och brister`, en: `${en}: issues` },
      need: 'must',
      needWhen: { field: 'outcome', is: ['passedWithIssues', 'failed'] },
      askedWhen: wasDone,
      item: form({
        text: {
          kind: 'text',
          size: 'medium',
          label: { sv: `${sv}: fel eller brist`, en: `${en}: issue` },
          need: 'must',
        },
        severity: {
          kind: 'choice',
          label: { sv: `${sv}: hur allvarlig?`, en: `${en}: how serious?` },
          need: 'must',
          options: {
            mustFix: { sv: 'Måste åtgärdas', en: 'Must be fixed' },
            shouldFix: { sv: 'Bör åtgärdas', en: 'Should be fixed' },
            note: { sv: 'Notering', en: 'Note' },
          },
        },
      }),
    },
    outcome: {
      kind: 'choice',
      label: { sv: `${sv}: godkänt?`, en: `${en}: passed?` },
      need: 'must',
      askedWhen: wasDone,
      rules: ['R-i1'],
      options: {
        passed: { sv: 'Ja', en: 'Yes' },
        passedWithIssues: { sv: 'Ja, med brister', en: 'Yes, with issues' },
        failed: { sv: 'Nej', en: 'No' },
      },
    },
  });

const tests = form({
  functional: {
    kind: 'group',
    label: { sv: 'Test av funktionalitet', en: 'Test of function' },
    help: { sv: 'Fungerar programmet tekniskt?', en: 'Does the programme work technically?' },
    need: 'must',
    rules: ['R-i1'],
    fields: testOf('Funktionstest', 'Test of function'),
  },
  clinical: {
    kind: 'group',
    label: { sv: 'Kliniskt test', en: 'Clinical test' },
    help: {
      sv: 'Fungerar programmet i vården, med patienter och behandlare?',
      en: 'Does the programme work in care, with patients and clinicians?',
    },
    need: 'must',
    rules: ['R-i1'],
    fields: form({
      ...testOf('Kliniskt test', 'Clinical test'),
      ethicsApproval: {
        kind: 'choice',
        label: { sv: 'Etikprövning', en: 'Ethics approval' },
        need: 'should',
        askedWhen: wasDone,
        options: {
          notNeeded: { sv: 'Behövs inte', en: 'Not needed' },
          applied: { sv: 'Ansökt', en: 'Applied for' },
          approved: { sv: 'Godkänd', en: 'Approved' },
        },
      },
      ethicsRef: {
        kind: 'text',
        size: 'short',
        label: { sv: 'Etikprövningens diarienummer', en: 'Number of the ethics approval' },
        need: 'should',
        askedWhen: { all: [wasDone, { field: 'ethicsApproval', is: ['applied', 'approved'] }] },
      },
    }),
  },
});

/** i) Tests of function and in the clinic (form i). */
export const test = question({
  step: 'test',
  phase: 'production',
  letter: 'i',
  stateName: 'Projektledare: test',
  title: { sv: 'Test', en: 'Test' },
  asks: { sv: 'Lämna resultatet av testerna', en: 'Give the results of the tests' },
  lead: {
    sv: 'Test av funktionalitet och kliniskt test rekommenderas. Skriv inga uppgifter om enskilda patienter.',
    en: 'A test of function and a clinical test are recommended. State nothing about individual patients.',
  },
  next: {
    sv: 'Är testerna godkända går arbetet vidare. Är något inte godkänt får ni ta om produktionen, och sedan testas det igen.',
    en: 'If the tests are passed the work goes on. If one has failed, you rework the production, and then it is tested again.',
  },
  answeredBy: 'projectManager',
  rules: ['R-i1'],
  form: tests,
  sections: [section('tests', 'Testerna', 'The tests', tests)],
  outcomes: ['passed', 'passedWithIssues', 'failed', 'withoutTest'],
  tells: [],
});
