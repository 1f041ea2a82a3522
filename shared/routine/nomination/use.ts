import { form } from '../form.ts';
import { treatment } from './conditions.ts';

/** E. Use in the unit. */
export const use = form({
  useInCare: {
    kind: 'text',
    size: 'long',
    max: 6000,
    label: { sv: 'Hur ska programmet användas?', en: 'How is the programme to be used?' },
    help: {
      sv: 'Var i vårdprocessen, vem startar det, vad händer efteråt?',
      en: 'Where in the care process, who starts it, what happens afterwards?',
    },
    need: 'must',
    rules: ['R-a6'],
  },
  careLevels: {
    kind: 'choices',
    label: { sv: 'Vårdnivå', en: 'Level of care' },
    help: { sv: 'Välj alla som gäller.', en: 'Choose all that apply.' },
    need: 'should',
    options: {
      primary: { sv: 'Primärvård', en: 'Primary care' },
      specialist: { sv: 'Specialistvård', en: 'Specialist care' },
      highlySpecialised: { sv: 'Högspecialiserad vård', en: 'Highly specialised care' },
      municipalOrOther: { sv: 'Kommunal vård eller annat', en: 'Municipal care or other' },
    },
  },
  clinicianSupport: {
    kind: 'choice',
    label: { sv: 'Kontakt med behandlare', en: 'Contact with a clinician' },
    help: {
      sv: 'Hur ofta har patienten kontakt med en behandlare under programmet?',
      en: 'How often is the patient in contact with a clinician during the programme?',
    },
    need: 'should',
    options: {
      regular: { sv: 'Regelbunden', en: 'Regular' },
      limited: { sv: 'Begränsad', en: 'Limited' },
      onRequest: { sv: 'När patienten ber om det', en: 'When the patient asks for it' },
      none: { sv: 'Ingen', en: 'None' },
    },
  },
  clinicianCompetence: {
    kind: 'text',
    size: 'medium',
    label: {
      sv: 'Vilken behörighet behöver behandlaren?',
      en: 'What qualification does the clinician need?',
    },
    help: {
      sv: 'Till exempel grundläggande psykoterapiutbildning i KBT.',
      en: 'For example basic psychotherapy training in CBT.',
    },
    need: 'should',
    needWhen: treatment,
    mayBeUnknown: true,
  },
  programmeLengthWeeks: {
    kind: 'number',
    unit: 'weeks',
    integer: true,
    min: 1,
    max: 104,
    label: { sv: 'Längd i veckor', en: 'Length in weeks' },
    help: {
      sv: 'Hur länge en patient brukar hålla på med programmet.',
      en: 'How long a patient usually takes to go through the programme.',
    },
    need: 'should',
    mayBeUnknown: true,
  },
  otherUnitsInterested: {
    kind: 'text',
    size: 'medium',
    label: {
      sv: 'Andra verksamheter som vill använda programmet',
      en: 'Other units that want to use the programme',
    },
    help: {
      sv: 'Programmen ska delas i hela VGR när det går.',
      en: 'Programmes are to be shared in all of VGR when possible.',
    },
    need: 'should',
    rules: ['R-10'],
  },
  organisationalConsequences: {
    kind: 'group',
    label: {
      sv: 'Hur påverkas arbetssätt och bemanning?',
      en: 'How are ways of working and staffing affected?',
    },
    help: {
      sv: 'Beskriv och ange om det går att hantera i den egna verksamheten.',
      en: 'Describe, and say whether it can be handled within your own unit.',
    },
    need: 'should',
    rules: ['R-c3', 'R-c4'],
    fields: {
      value: {
        kind: 'choice',
        label: {
          sv: 'Går det att hantera i den egna verksamheten?',
          en: 'Can it be handled within your own unit?',
        },
        need: 'should',
        options: {
          manageable: { sv: 'Ja', en: 'Yes' },
          notManageable: { sv: 'Nej', en: 'No' },
          unclear: { sv: 'Oklart', en: 'Unclear' },
        },
      },
      text: {
        kind: 'text',
        size: 'medium',
        label: { sv: 'Beskriv hur arbetet påverkas', en: 'Describe how the work is affected' },
        need: 'may',
      },
    },
  },
});
