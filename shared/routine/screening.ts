import { form } from './form.ts';
import { question } from './question.ts';

/** a) The SoB office's screening of a nomination (form a3). */
export const screening = question({
  step: 'screening',
  phase: 'nomination',
  letter: 'a',
  stateName: 'SoB-förvaltningen: bedömning',
  title: { sv: 'Bedömning av nomineringen', en: 'Screening of the nomination' },
  asks: { sv: 'Bedöm nomineringen', en: 'Screen the nomination' },
  lead: {
    sv: 'Bedöm om idén kan utvecklas i Stöd och behandling, vilken typ av program det är och vilka samordningsråd som ska få nomineringen.',
    en: 'Judge whether the idea can be built in Stöd och behandling, what kind of programme it is and which coordination councils should receive the nomination.',
  },
  answeredBy: 'sobOffice',
  rules: ['R-a7', 'R-a8', 'R-a11', 'R-a12'],
  form: form({
    buildableInSob: {
      kind: 'choice',
      label: { sv: 'Kan programidén utvecklas i SoB?', en: 'Can the programme idea be built in SoB?' },
      need: 'must',
      rules: ['R-a7'],
      options: {
        yes: { sv: 'Ja', en: 'Yes' },
        yesWithAdjustments: { sv: 'Ja, med anpassningar', en: 'Yes, with adjustments' },
        no: { sv: 'Nej', en: 'No' },
      },
    },
    buildableReason: {
      kind: 'text',
      size: 'medium',
      label: { sv: 'Motivering', en: 'Reason' },
      help: {
        sv: 'Skriv vad som behöver anpassas, eller varför idén inte kan utvecklas i SoB.',
        en: 'Say what needs to be adjusted, or why the idea cannot be built in SoB.',
      },
      need: 'must',
      askedWhen: { field: 'buildableInSob', isNot: ['yes'] },
      rules: ['R-a7'],
    },
    programmeKind: {
      kind: 'choice',
      label: { sv: 'Typ av program', en: 'Kind of programme' },
      help: {
        sv: 'Behandlingsprogram ska ge behandlingseffekt. Stödprogram stödjer annan behandling.',
        en: 'A treatment programme is meant to give treatment effect. A support programme supports other treatment.',
      },
      need: 'must',
      rules: ['R-a8', 'R-04'],
      options: {
        treatment: { sv: 'Behandlingsprogram', en: 'Treatment programme' },
        support: { sv: 'Stödprogram', en: 'Support programme' },
      },
    },
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
      help: { sv: 'Välj ett eller flera.', en: 'Choose one or more.' },
      need: 'must',
      askedWhen: { field: 'screeningOutcome', is: ['forwardToCouncils'] },
      rules: ['R-a11'],
    },
    screeningReason: {
      kind: 'text',
      size: 'medium',
      min: 10,
      label: { sv: 'Skäl till utfallet', en: 'Reason for the outcome' },
      need: 'must',
    },
  }),
  sections: [],
  outcomes: ['forwardToCouncils', 'notForSob'],
  tells: [],
});
