import { type Condition, form, section } from './form.ts';
import { REVIEW_SET_UP } from './national-process.ts';
import { question } from './question.ts';

const wasDone: Condition = { field: 'reviewDone', is: [true] };

const review = form({
  reviewDone: {
    kind: 'yesNo',
    label: { sv: 'Har innehållet granskats?', en: 'Has the content been reviewed?' },
    need: 'must',
    rules: ['R-h1'],
  },
  skipReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför görs ingen granskning?', en: 'Why is there no review?' },
    help: {
      sv: 'Granskning rekommenderas. Utan granskning behövs ett skäl.',
      en: 'A review is recommended. Without one a reason is needed.',
    },
    need: 'must',
    askedWhen: { field: 'reviewDone', is: [false] },
    rules: ['R-h1', 'R-h2'],
  },
  reviewers: {
    kind: 'list',
    min: 1,
    max: 4,
    label: { sv: 'Granskare', en: 'Reviewers' },
    help: { sv: 'Gärna två.', en: 'Preferably two.' },
    need: 'must',
    askedWhen: wasDone,
    rules: ['R-h2'],
    item: form({
      reviewer: { kind: 'text', size: 'short', label: { sv: 'Namn', en: 'Name' }, need: 'must' },
      organisation: {
        kind: 'text',
        size: 'short',
        label: { sv: 'Organisation', en: 'Organisation' },
        need: 'must',
      },
      independent: {
        kind: 'yesNo',
        label: { sv: 'Är granskaren oberoende?', en: 'Is the reviewer independent?' },
        help: {
          sv: 'Inte med i projektgruppen och utan del i leverantören.',
          en: 'Not in the project group and without a part in the supplier.',
        },
        need: 'must',
        rules: ['R-h2'],
      },
    }),
  },
});

const result = form({
  findings: {
    kind: 'list',
    max: 50,
    min: 1,
    label: { sv: 'Synpunkter', en: 'Findings' },
    need: 'must',
    needWhen: { field: 'reviewOutcome', is: ['notApproved'] },
    askedWhen: wasDone,
    rules: ['R-h1'],
    item: form({
      text: { kind: 'text', size: 'medium', label: { sv: 'Synpunkt', en: 'Finding' }, need: 'must' },
      severity: {
        kind: 'choice',
        label: { sv: 'Hur allvarlig?', en: 'How serious?' },
        need: 'must',
        options: {
          mustFix: { sv: 'Måste åtgärdas', en: 'Must be fixed' },
          shouldFix: { sv: 'Bör åtgärdas', en: 'Should be fixed' },
          note: { sv: 'Notering', en: 'Note' },
        },
      },
      resolution: {
        kind: 'text',
        size: 'medium',
        label: { sv: 'Åtgärd', en: 'Resolution' },
        help: { sv: 'Vad som har gjorts åt den.', en: 'What has been done about it.' },
        need: 'may',
      },
    }),
  },
  reviewOutcome: {
    kind: 'choice',
    label: { sv: 'Godkänns innehållet?', en: 'Is the content approved?' },
    need: 'must',
    askedWhen: wasDone,
    rules: ['R-h1'],
    options: {
      approved: { sv: 'Ja', en: 'Yes' },
      approvedWithChanges: { sv: 'Ja, med ändringar som är gjorda', en: 'Yes, with changes that are made' },
      notApproved: { sv: 'Nej', en: 'No' },
    },
  },
});

/** h) Review of what was produced, independent where possible (form h). */
export const contentReview = question({
  step: 'contentReview',
  phase: 'production',
  letter: 'h',
  stateName: 'Granskare: granskning av innehållet',
  title: { sv: 'Granskning av innehållet', en: 'Review of the content' },
  asks: { sv: 'Lämna resultatet av granskningen', en: 'Give the result of the review' },
  lead: {
    sv: `En oberoende granskning av innehållet rekommenderas. ${REVIEW_SET_UP.sv} Skriv vilka som har granskat och vad de kom fram till.`,
    en: `An independent review of the content is recommended. ${REVIEW_SET_UP.en} State who reviewed it and what they found.`,
  },
  next: {
    sv: 'Är innehållet godkänt går arbetet vidare. Är det inte godkänt får projektledaren ta om produktionen, och sedan granskas det igen.',
    en: 'If the content is approved the work goes on. If not, the project manager reworks the production, and then it is reviewed again.',
  },
  answeredBy: 'independentReviewer',
  rules: ['R-h1', 'R-h2', 'R-g2', 'R-g4'],
  form: form({ ...review, ...result }),
  sections: [
    section('review', 'Granskningen', 'The review', review),
    section('result', 'Resultatet', 'The result', result),
  ],
  outcomes: ['approved', 'approvedWithChanges', 'notApproved', 'withoutReview'],
  tells: [],
});
