import { form, section } from './form.ts';
import { REVIEW_SET_UP } from './national-process.ts';
import { question } from './question.ts';
import type { Words } from './words.ts';

/** One item: what was found, who checked and when. Its labels name the item, so that messages are told apart. */
const itemOf = (sv: string, en: string) =>
  form({
    value: {
      kind: 'choice',
      label: { sv: `${sv}: resultat`, en: `${en}: result` },
      need: 'must',
      options: {
        ok: { sv: 'Klart', en: 'OK' },
        notOk: { sv: 'Inte klart', en: 'Not OK' },
        notApplicable: { sv: 'Inte aktuellt', en: 'Not applicable' },
      },
    },
    comment: {
      kind: 'text',
      size: 'medium',
      label: { sv: `${sv}: kommentar`, en: `${en}: comment` },
      need: 'must',
      needWhen: { field: 'value', is: ['notOk', 'notApplicable'] },
    },
    person: {
      kind: 'text',
      size: 'short',
      label: { sv: `${sv}: kontrollerat av`, en: `${en}: checked by` },
      need: 'may',
    },
    checkedOn: {
      kind: 'date',
      notAfterToday: true,
      label: { sv: `${sv}: kontrollerat den`, en: `${en}: checked on` },
      need: 'may',
    },
  });

const item = <const N extends 'must' | 'should'>(
  label: Words,
  need: N,
  rules: readonly string[],
  help?: Words,
) =>
  ({
    kind: 'group',
    label,
    ...(help && { help }),
    need,
    rules,
    fields: itemOf(label.sv, label.en),
  }) as const;

const guidelines = form({
  designGuide: item({ sv: 'Ineras Designguiden', en: 'Inera’s design guide' }, 'must', ['R-g1']),
  medicalGuidance: item(
    { sv: 'Läkemedelsverkets vägledning', en: 'Guidance of the Medical Products Agency' },
    'must',
    ['R-g1'],
  ),
  medicalDevice: {
    kind: 'choice',
    label: { sv: 'Är programmet en medicinteknisk produkt?', en: 'Is the programme a medical device?' },
    help: {
      sv: 'Den som ansvarar för bedömningen gör den. Här antecknas den bara. Programmet kan inte publiceras så länge frågan är öppen.',
      en: 'Whoever is responsible makes the judgement; here it is only recorded. The programme cannot be published while the question is open.',
    },
    need: 'must',
    rules: ['R-g1'],
    options: {
      notDevice: { sv: 'Nej', en: 'No' },
      classI: { sv: 'Ja, klass I', en: 'Yes, class I' },
      classIIaOrHigher: { sv: 'Ja, klass IIa eller högre', en: 'Yes, class IIa or higher' },
      inHouse: { sv: 'Ja, egentillverkad', en: 'Yes, made in-house' },
      undecided: { sv: 'Inte avgjort än', en: 'Not decided yet' },
    },
  },
  medicalDeviceReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Skäl till bedömningen', en: 'Reason for the judgement' },
    need: 'must',
    rules: ['R-g1'],
  },
  regionalDocumentation: item(
    { sv: 'Regional dokumentation', en: 'Regional documentation' },
    'must',
    ['R-g1'],
    {
      sv: 'SoB:s sida på vårdgivarwebben.',
      en: 'The SoB page on the regional website for care providers.',
    },
  ),
});

const naming = form({
  publicName: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Programmets namn', en: 'Name of the programme' },
    help: {
      sv: 'Det namn som patienter och vårdpersonal ser. Inget annat program får heta så.',
      en: 'The name that patients and staff see. No other programme may have it.',
    },
    need: 'must',
    rules: ['R-g5'],
  },
});

const accessibilityItem = item({ sv: 'Tillgänglighet', en: 'Accessibility' }, 'must', ['R-g2', 'R-g3'], {
  sv: 'WCAG 2.1, nivå AA. Den regionala SoB-förvaltningen ger stöd.',
  en: 'WCAG 2.1, level AA. The regional SoB office supports.',
});

const quality = form({
  language: item({ sv: 'Språk', en: 'Language' }, 'must', ['R-g2'], {
    sv: 'Är texterna skrivna på klarspråk?',
    en: 'Are the texts written in plain language?',
  }),
  accessibility: {
    ...accessibilityItem,
    fields: form({
      ...accessibilityItem.fields,
      reportReference: {
        kind: 'text',
        size: 'short',
        label: { sv: 'Granskningsrapport, var den finns', en: 'Report of the check, where it is found' },
        need: 'should',
        rules: ['R-g3'],
      },
      knownIssues: {
        kind: 'texts',
        max: 50,
        label: { sv: 'Kända brister', en: 'Known issues' },
        help: { sv: 'En per rad.', en: 'One per line.' },
        need: 'may',
        rules: ['R-g3'],
      },
    }),
  },
  factCheck: item({ sv: 'Faktagranskning', en: 'Fact check' }, 'must', ['R-g2'], {
    sv: 'Stämmer innehållet i sak?',
    en: 'Is the content correct?',
  }),
  childGuideline: {
    ...item(
      {
        sv: 'Barnsäkring av digitala invånartjänster',
        en: 'Child safety in digital services',
      },
      'should',
      ['R-a13'],
      { sv: 'Riktlinjen bör beaktas.', en: 'The guideline should be observed.' },
    ),
    askedWhen: { fact: 'children', is: [true] },
  },
  patientsTookPart: item({ sv: 'Patientmedverkan', en: 'Patient participation' }, 'should', ['R-07'], {
    sv: 'Har patienter varit med och utformat programmet?',
    en: 'Have patients taken part in the design of the programme?',
  }),
});

/** g) The checklist of the production (form g). */
export const productionChecklist = question({
  step: 'productionChecklist',
  phase: 'production',
  letter: 'g',
  stateName: 'Projektledare: produktion',
  title: { sv: 'Produktion', en: 'Production' },
  asks: { sv: 'Lämna checklistan för produktionen', en: 'Give the checklist of the production' },
  lead: {
    sv: `Gå igenom checklistan när programmet är framtaget. Granskning och test kan pågå samtidigt. ${REVIEW_SET_UP.sv} Skriv inga uppgifter om patienter.`,
    en: `Go through the checklist once the programme is made. Review and test may go on at the same time. ${REVIEW_SET_UP.en} State nothing about patients.`,
  },
  next: {
    sv: 'När även granskningen och testet är klara får den regionala SoB-förvaltningen frågan om att publicera programmet. Behöver något göras om får ni checklistan igen.',
    en: 'Once review and test are done too, the regional SoB office is asked to publish the programme. If something has to be redone, you are sent the checklist again.',
  },
  answeredBy: 'projectManager',
  rules: ['R-g1', 'R-g2', 'R-g3', 'R-g4', 'R-g5', 'R-a13'],
  form: form({ ...naming, ...guidelines, ...quality }),
  sections: [
    section('naming', 'Namn', 'Name', naming),
    section('guidelines', 'Riktlinjer', 'Guidelines', guidelines),
    section('quality', 'Innehåll, språk och tillgänglighet', 'Content, language and accessibility', quality),
  ],
  outcomes: ['done'],
  tells: [],
});
