import { type Condition, form } from './form.ts';

/** Parts of forms about those who use a programme: units, and other regions and providers (form j). */

/** A medical device made in-house must not be handed over to another legal entity (ROUTINE.md section 7.9). */
const inHouse: Condition = { fact: 'medicalDevice', is: ['inHouse'] };

const inHouseReason = {
  kind: 'text',
  size: 'medium',
  label: { sv: 'Varför får programmet spridas dit?', en: 'Why may the programme be spread there?' },
  help: {
    sv: 'Programmet är en egentillverkad medicinteknisk produkt. En sådan får inte överlåtas till en annan juridisk person. Stäm av med er jurist, och skriv vad ni kom fram till.',
    en: 'The programme is a medical device made in-house. Such a device must not be transferred to another legal entity. Ask your lawyer, and say what you found.',
  },
  need: 'must',
} as const;

const contactEmail = {
  kind: 'text',
  size: 'short',
  format: 'email',
  label: { sv: 'Enhetens e-post', en: 'The unit’s e-mail' },
  help: {
    sv: 'Hit skickas det som rör programmet, till exempel om det stoppas. Helst en funktionsbrevlåda.',
    en: 'What concerns the programme is sent here, for example if it is stopped. Preferably a shared mailbox.',
  },
  need: 'should',
} as const;

const unitWhere = (isInHouse: Condition) =>
  form({
    unit: {
      kind: 'text',
      size: 'short',
      label: { sv: 'Enhet', en: 'Unit' },
      need: 'must',
      rules: ['R-j1'],
    },
    contactEmail,
    isPrivate: {
      kind: 'yesNo',
      label: { sv: 'Är enheten privat driven?', en: 'Is the unit run privately?' },
      need: 'must',
      needWhen: isInHouse,
    },
    inHouseReason: {
      ...inHouseReason,
      label: {
        sv: 'Varför får den privata enheten använda programmet?',
        en: 'Why may the private unit use the programme?',
      },
      askedWhen: { all: [isInHouse, { field: 'isPrivate', is: [true] }] },
    },
    unitConnectedToSob: {
      kind: 'yesNo',
      label: {
        sv: 'Är enheten ansluten till Stöd och behandling?',
        en: 'Is the unit connected to Stöd och behandling?',
      },
      help: {
        sv: 'Personalen behöver också finnas i Katalog i Väst, med uppdrag för enheten.',
        en: 'Its staff must also be in the directory Katalog i Väst, with an assignment for the unit.',
      },
      need: 'must',
      rules: ['R-11'],
    },
    riskAnalysisOn: {
      kind: 'date',
      notAfterToday: true,
      label: { sv: 'Riskanalys gjord den', en: 'Risk analysis made on' },
      help: {
        sv: 'Varje enhet som startar gör en egen riskanalys, och en ny när något ändras.',
        en: 'Each unit that starts makes its own risk analysis, and a new one when something changes.',
      },
      need: 'should',
      rules: ['P-43', 'P-44'],
    },
    startedOn: {
      kind: 'date',
      notAfterToday: true,
      label: { sv: 'Startade den', en: 'Started on' },
      help: {
        sv: 'Lämna tomt om enheten inte har startat än.',
        en: 'Leave empty if the unit has not started yet.',
      },
      need: 'may',
      rules: ['R-j1', 'G7'],
    },
  });

const spreadWhere = (isInHouse: Condition) =>
  form({
    name: {
      kind: 'text',
      size: 'short',
      label: { sv: 'Region eller vårdgivare', en: 'Region or provider' },
      need: 'must',
      rules: ['R-j1'],
    },
    contactEmail: {
      ...contactEmail,
      label: { sv: 'E-post', en: 'E-mail' },
    },
    agreementRef: {
      kind: 'text',
      size: 'short',
      label: { sv: 'Avtal', en: 'Agreement' },
      help: { sv: 'Diarienummer eller avtalsnummer.', en: 'Record number or number of the agreement.' },
      need: 'should',
      rules: ['R-j1'],
    },
    since: {
      kind: 'date',
      notAfterToday: true,
      label: { sv: 'Använder programmet sedan', en: 'Has used the programme since' },
      help: { sv: 'Lämna tomt om den inte har börjat än.', en: 'Leave empty if it has not begun yet.' },
      need: 'should',
      rules: ['R-j1'],
    },
    inHouseReason: { ...inHouseReason, askedWhen: isInHouse },
  });

/** A unit that uses the programme, or is to (R-11, P-43). */
export const unit = unitWhere(inHouse);

/** Another region or provider that the programme is spread to (R-j1). */
export const spread = spreadWhere(inHouse);

/** Whether a programme that is not produced here was made in-house is said in the same form. */
const inHouseAsSaid: Condition = { any: [inHouse, { field: 'medicalDevice', is: ['inHouse'] }] };

/** The same in the form that publishes it. */
export const firstUnit = unitWhere(inHouseAsSaid);
export const firstSpread = spreadWhere(inHouseAsSaid);
