import { form } from '../form.ts';

/** A. What the nomination is about. */
export const subject = form({
  workingTitle: {
    kind: 'text',
    size: 'short',
    min: 3,
    max: 120,
    label: { sv: 'Arbetsnamn', en: 'Working title' },
    help: {
      sv: 'Ett kort namn som säger vad programmet gäller. Det slutliga namnet bestäms senare.',
      en: 'A short name that says what the programme is about. The final name is decided later.',
    },
    need: 'must',
  },
  nominationType: {
    kind: 'choice',
    label: { sv: 'Vad vill ni göra?', en: 'What do you want to do?' },
    help: {
      sv: 'Välj om ett nytt program ska skapas eller om ett befintligt program ska köpas in. Inköp bedöms alltid av samordningsråd.',
      en: 'Choose whether a new programme is to be created or an existing programme purchased. A purchase is always assessed by a coordination council.',
    },
    need: 'must',
    rules: ['R-a12'],
    options: {
      createNew: { sv: 'Skapa nytt program', en: 'Create a new programme' },
      purchaseExisting: { sv: 'Köpa in befintligt program', en: 'Purchase an existing programme' },
    },
  },
  programmeKindProposed: {
    kind: 'choice',
    label: { sv: 'Stöd- eller behandlingsprogram?', en: 'Support or treatment programme?' },
    help: {
      sv: 'Behandlingsprogram ska ge behandlingseffekt och har oftast regelbunden kontakt med behandlare. Stödprogram stödjer annan behandling. Gränsen är inte skarp – välj ”Vet inte” om ni är osäkra.',
      en: 'A treatment programme is meant to give treatment effect and usually has regular contact with a clinician. A support programme supports other treatment. There is no sharp border – choose “Not sure” if you are unsure.',
    },
    need: 'must',
    rules: ['R-02', 'R-03', 'R-04'],
    options: {
      treatment: { sv: 'Behandlingsprogram', en: 'Treatment programme' },
      support: { sv: 'Stödprogram', en: 'Support programme' },
      unsure: { sv: 'Vet inte', en: 'Not sure' },
    },
  },
  summary: {
    kind: 'text',
    size: 'medium',
    max: 1500,
    label: { sv: 'Sammanfattning', en: 'Summary' },
    help: {
      sv: 'Beskriv idén i några meningar så att den som inte kan området förstår.',
      en: 'Describe the idea in a few sentences so that someone new to the field understands it.',
    },
    need: 'should',
  },
  /** A configurable list: each key is the Swedish name itself and is what nominations hold. */
  clinicalAreas: {
    kind: 'choices',
    label: { sv: 'Område', en: 'Clinical area' },
    help: {
      sv: 'Välj ett eller flera. Svaret styr vilket samordningsråd som föreslås.',
      en: 'Choose one or more. The answer decides which coordination council is suggested.',
    },
    need: 'should',
    options: {
      'psykisk hälsa vuxna': { sv: 'Psykisk hälsa, vuxna', en: 'Mental health, adults' },
      'psykisk hälsa barn och unga': {
        sv: 'Psykisk hälsa, barn och unga',
        en: 'Mental health, children and young people',
      },
      allmänmedicin: { sv: 'Allmänmedicin', en: 'General practice' },
      rörelseorgan: { sv: 'Rörelseorgan', en: 'Musculoskeletal health' },
      levnadsvanor: { sv: 'Levnadsvanor', en: 'Living habits' },
      nervsystemet: { sv: 'Nervsystemet', en: 'Nervous system' },
      kvinnosjukdomar: { sv: 'Kvinnosjukdomar', en: "Women's health" },
      cancer: { sv: 'Cancer', en: 'Cancer' },
      övrigt: { sv: 'Övrigt', en: 'Other' },
    },
  },
});
