import { form } from '../form.ts';

/**
 * One cost. Staff time without an amount needs hours: that is said of the amount alone, so that a line without both
 * has one gap and not two.
 */
const costLine = form({
  category: {
    kind: 'choice',
    label: { sv: 'Kostnadsslag', en: 'Kind of cost' },
    need: 'must',
    options: {
      development: { sv: 'Utveckling', en: 'Development' },
      purchaseLicence: { sv: 'Inköp eller licens', en: 'Purchase or licence' },
      staffTime: { sv: 'Arbetstid', en: 'Staff time' },
      training: { sv: 'Utbildning', en: 'Training' },
      operationManagement: { sv: 'Drift och förvaltning', en: 'Operation and management' },
      evaluationResearch: { sv: 'Uppföljning och forskning', en: 'Evaluation and research' },
      other: { sv: 'Annat', en: 'Other' },
    },
  },
  description: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Beskrivning', en: 'Description' },
    help: { sv: 'Till exempel: film, fyra avsnitt.', en: 'For example: film, four episodes.' },
    need: 'must',
  },
  amountSek: {
    kind: 'number',
    unit: 'sek',
    integer: true,
    min: 0,
    max: 1_000_000_000,
    label: { sv: 'Belopp, kr exkl. moms', en: 'Amount, SEK excluding VAT' },
    need: 'must',
    needWhen: {
      any: [
        { field: 'category', isNot: ['staffTime'] },
        { field: 'hours', given: false },
      ],
    },
  },
  hours: {
    kind: 'number',
    unit: 'hours',
    integer: false,
    min: 0,
    max: 100_000,
    label: { sv: 'Timmar', en: 'Hours' },
    help: {
      sv: 'För arbetstid, om beloppet inte är känt räcker det att ange timmar.',
      en: 'For staff time, if the amount is not known, hours are enough.',
    },
    need: 'may',
    askedWhen: { field: 'category', is: ['staffTime'] },
  },
  recurrence: {
    kind: 'choice',
    label: { sv: 'Engångskostnad eller årlig kostnad?', en: 'One-off or yearly cost?' },
    need: 'must',
    options: {
      oneOff: { sv: 'Engångskostnad', en: 'One-off' },
      perYear: { sv: 'Årlig kostnad', en: 'Per year' },
    },
  },
  fromYear: {
    kind: 'number',
    unit: 'year',
    integer: true,
    min: 2020,
    max: 2060,
    label: { sv: 'Från år', en: 'From year' },
    need: 'should',
  },
  bornBy: {
    kind: 'choice',
    label: { sv: 'Vem betalar?', en: 'Who pays?' },
    need: 'must',
    options: {
      ownUnit: { sv: 'Den egna verksamheten', en: 'Our own unit' },
      allUsingUnits: {
        sv: 'Alla verksamheter som använder programmet',
        en: 'All units that use the programme',
      },
      region: { sv: 'Regionen', en: 'The region' },
      external: { sv: 'Extern finansiär', en: 'External funder' },
      unknown: { sv: 'Vet inte', en: 'Not sure' },
    },
  },
  confidential: {
    kind: 'yesNo',
    label: {
      sv: 'Kan omfattas av sekretess (prövas vid begäran), till exempel anbud',
      en: 'May be confidential (judged on request), for example a tender',
    },
    help: {
      sv: 'Utan svar räknas raden som öppen.',
      en: 'Without an answer the line counts as open.',
    },
    need: 'may',
  },
});

/** I. Costs and financing. */
export const costs = form({
  costLines: {
    kind: 'list',
    min: 1,
    max: 50,
    label: { sv: 'Kostnader', en: 'Costs' },
    help: {
      sv: 'En rad per kostnad. Ta med utveckling (arbetstid, film, bild, översättning), inköp eller licens, utbildning, drift och förvaltning, uppföljning och forskning.',
      en: 'One line per cost. Include development (staff time, film, images, translation), purchase or licence, training, operation and management, evaluation and research.',
    },
    need: 'should',
    mayBeUnknown: true,
    rules: ['R-06'],
    item: costLine,
  },
  financingStatus: {
    kind: 'choice',
    label: { sv: 'Finansiering', en: 'Financing' },
    need: 'should',
    rules: ['R-06'],
    options: {
      secured: { sv: 'Klar', en: 'Secured' },
      partlySecured: { sv: 'Delvis klar', en: 'Partly secured' },
      appliedFor: { sv: 'Medel är sökta', en: 'Applied for' },
      notArranged: { sv: 'Inte ordnad', en: 'Not arranged' },
    },
  },
  financingDescription: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Hur finansieras programmet?', en: 'How is the programme financed?' },
    help: {
      sv: 'Egen budget, projektmedel, forskningsmedel, samverkan.',
      en: 'Own budget, project funds, research funds, collaboration.',
    },
    need: 'should',
    needWhen: { field: 'financingStatus', isNot: ['notArranged'] },
    rules: ['R-06'],
  },
  costsManageable: {
    kind: 'choice',
    label: {
      sv: 'Kan kostnaderna bäras av de verksamheter som ska använda programmet?',
      en: 'Can the costs be borne by the units that will use the programme?',
    },
    help: {
      sv: 'Om inte kan frågan behöva lyftas till Program- och prioriteringsrådet (PPR).',
      en: 'If not, the matter may need to go to the Programme and Prioritisation Council (PPR).',
    },
    need: 'should',
    rules: ['R-c4'],
    options: {
      yes: { sv: 'Ja', en: 'Yes' },
      no: { sv: 'Nej', en: 'No' },
      unclear: { sv: 'Oklart', en: 'Unclear' },
    },
  },
  expectedBenefits: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Förväntad nytta', en: 'Expected benefits' },
    help: {
      sv: 'Tid per patient, kortare väntan, färre besök.',
      en: 'Time per patient, shorter waits, fewer visits.',
    },
    need: 'should',
  },
});
