import { type Condition, form } from '../form.ts';

/** The nominator proposed another kind; whoever was unsure of it proposed either. */
const differsFromProposal: Condition = {
  any: [
    {
      all: [
        { fact: 'programmeKind', is: ['treatment'] },
        { field: 'programmeKind', isNot: ['treatment'] },
      ],
    },
    {
      all: [
        { fact: 'programmeKind', is: ['support'] },
        { field: 'programmeKind', isNot: ['support'] },
      ],
    },
    {
      all: [
        { fact: 'programmeKind', is: ['unsure'] },
        { field: 'programmeKind', is: ['neither'] },
      ],
    },
  ],
};

/** Whether the idea can be built, and as what. */
export const judgement = form({
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
      sv: 'Behandlingsprogram ska ge behandlingseffekt och har oftast regelbunden kontakt med behandlare. Stödprogram stödjer annan behandling. Är idén varken eller är den oftast inte för SoB, men ett inköp skickas ändå till samordningsråd.',
      en: 'A treatment programme is meant to give treatment effect and usually has regular contact with a clinician. A support programme supports other treatment. An idea that is neither is usually not for SoB, but a purchase goes to a coordination council all the same.',
    },
    need: 'must',
    rules: ['R-a8', 'R-02', 'R-03', 'R-04'],
    options: {
      treatment: { sv: 'Behandlingsprogram', en: 'Treatment programme' },
      support: { sv: 'Stödprogram', en: 'Support programme' },
      neither: {
        sv: 'Varken stöd- eller behandlingsprogram',
        en: 'Neither a support nor a treatment programme',
      },
    },
  },
  kindReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Motivering till typ', en: 'Reason for the kind' },
    help: {
      sv: 'Varför bedömer ni typen annorlunda än de som nominerade?',
      en: 'Why do you judge the kind differently from those who nominated?',
    },
    need: 'must',
    needWhen: differsFromProposal,
    rules: ['R-a8', 'R-04'],
  },
});
