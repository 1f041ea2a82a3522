import { form } from '../form.ts';

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
    },
  },
  councils: {
    kind: 'registerChoices',
    register: 'councils',
    label: { sv: 'Samordningsråd', en: 'Coordination councils' },
    help: {
      sv: 'Välj ett eller flera. Om ett samordningsråd har nominerat: överväg ett andra råd.',
      en: 'Choose one or more. If a coordination council has nominated: consider a second council.',
    },
    need: 'must',
    askedWhen: { field: 'screeningOutcome', is: ['forwardToCouncils'] },
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
    needWhen: { field: 'screeningOutcome', is: ['notForSob'] },
  },
});
