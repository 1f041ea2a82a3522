import { type Condition, form } from '../form.ts';
import { relatedCases } from '../related-cases.ts';

const forwarding: Condition = { field: 'screeningOutcome', is: ['forwardToCouncils'] };
const merging: Condition = { field: 'screeningOutcome', is: ['mergeWithOther'] };

/** Where the nomination goes. */
export const outcome = form({
  screeningOutcome: {
    kind: 'choice',
    label: { sv: 'Utfall', en: 'Outcome' },
    help: {
      sv: 'Inköp av ett befintligt program skickas alltid till samordningsråd.',
      en: 'A purchase of an existing programme always goes to a coordination council.',
    },
    need: 'must',
    rules: ['R-a11', 'R-a12'],
    options: {
      forwardToCouncils: {
        sv: 'Skicka vidare till samordningsråd',
        en: 'Forward to coordination councils',
      },
      notForSob: { sv: 'Inte för SoB – avsluta ärendet', en: 'Not for SoB – close the case' },
      mergeWithOther: {
        sv: 'Slå ihop med ett annat ärende – avsluta det här',
        en: 'Merge with another case – close this one',
      },
    },
  },
  councils: {
    kind: 'registerChoices',
    register: 'councils',
    label: { sv: 'Samordningsråd', en: 'Coordination councils' },
    help: {
      sv: 'Välj ett eller flera.',
      en: 'Choose one or more.',
    },
    need: 'must',
    askedWhen: forwarding,
    rules: ['R-a11'],
  },
  leadCouncil: {
    kind: 'registerChoice',
    register: 'councils',
    label: { sv: 'Sammanhållande råd', en: 'Lead council' },
    help: {
      sv: 'Det av de valda råden som håller ihop bedömningen. Alla valda råd tar egen ställning.',
      en: 'The one of the chosen councils that holds the assessment together. Every chosen council takes its own position.',
    },
    need: 'must',
    askedWhen: { field: 'councils', atLeast: 2 },
    rules: ['R-a11'],
  },
  overrideReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Skäl att skicka vidare ändå', en: 'Reason for forwarding all the same' },
    help: {
      sv: 'Behövs om något saknas för att skicka vidare, till exempel verksamhetschefens svar.',
      en: 'Needed if something is missing for forwarding, for example the answer of the head of operations.',
    },
    need: 'may',
    askedWhen: forwarding,
    rules: ['G2'],
  },
  mergedInto: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Vilket ärende slås det ihop med?', en: 'Which case is it merged with?' },
    help: {
      sv: 'Numret på ett pågående ärende om samma idé, till exempel N-2026-0007.',
      en: 'The number of a pending case about the same idea, for example N-2026-0007.',
    },
    need: 'must',
    askedWhen: merging,
  },
  screeningReason: {
    kind: 'text',
    size: 'medium',
    min: 10,
    label: { sv: 'Skäl till utfallet', en: 'Reason for the outcome' },
    help: {
      sv: 'Varför avslutas ärendet, och vad kan de som nominerade göra i stället?',
      en: 'Why is the case closed, and what can those who nominated do instead?',
    },
    need: 'must',
    needWhen: { field: 'screeningOutcome', is: ['notForSob', 'mergeWithOther'] },
  },
  relatedCases: { ...relatedCases, need: 'may' },
});
