import { form } from '../form.ts';
import { statement } from '../programme.ts';
import { purchase, treatment } from './conditions.ts';

/** H. The programme to purchase; asked only of a purchase. */
export const purchased = form({
  existingProgrammeName: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Programmets namn', en: 'Name of the programme' },
    need: 'must',
    askedWhen: purchase,
    rules: ['R-a12'],
  },
  existingPublisher: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Utgivare eller leverantör', en: 'Publisher or supplier' },
    need: 'must',
    askedWhen: purchase,
  },
  existingOnSob: {
    kind: 'choice',
    label: {
      sv: 'Finns programmet i Stöd och behandling?',
      en: 'Is the programme in Stöd och behandling?',
    },
    need: 'should',
    askedWhen: purchase,
    options: {
      yes: { sv: 'Ja', en: 'Yes' },
      no: { sv: 'Nej', en: 'No' },
      unknown: { sv: 'Vet inte', en: 'Not sure' },
    },
  },
  existingUsedElsewhere: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Används i andra regioner', en: 'Used in other regions' },
    help: {
      sv: 'Vilka regioner använder programmet, och vad säger de om det?',
      en: 'Which regions use the programme, and what do they say of it?',
    },
    need: 'should',
    askedWhen: purchase,
  },
  existingStatement: {
    kind: 'group',
    label: {
      sv: 'Utlåtande från nationella kompetensgruppen (SKR)',
      en: 'Statement of the national competence group (SKR)',
    },
    need: 'should',
    needWhen: treatment,
    askedWhen: purchase,
    fields: statement({ sv: 'Finns ett utlåtande?', en: 'Is there a statement?' }),
  },
  existingPriceModel: {
    kind: 'choice',
    label: { sv: 'Prismodell', en: 'Price model' },
    help: {
      sv: 'Skriv inte leverantörens villkor här – bifoga dem och markera att de kan omfattas av sekretess.',
      en: "Do not write the supplier's terms here – attach them and mark that they may be confidential.",
    },
    need: 'should',
    askedWhen: purchase,
    mayBeUnknown: true,
    options: {
      perPatient: { sv: 'Pris per patient', en: 'Price per patient' },
      perUnit: { sv: 'Pris per enhet', en: 'Price per unit' },
      licenceYear: { sv: 'Licens per år', en: 'Licence per year' },
      oneOff: { sv: 'Engångskostnad', en: 'One-off cost' },
      free: { sv: 'Kostnadsfritt', en: 'Free of charge' },
    },
  },
  existingDeviceStatus: {
    kind: 'choice',
    label: {
      sv: 'Medicinteknisk klassning enligt leverantören',
      en: 'Medical device classification according to the supplier',
    },
    need: 'should',
    askedWhen: purchase,
    options: {
      ceClassI: { sv: 'CE-märkt, klass I', en: 'CE marked, class I' },
      ceClassIIaOrHigher: { sv: 'CE-märkt, klass IIa eller högre', en: 'CE marked, class IIa or higher' },
      notDevice: { sv: 'Inte en medicinteknisk produkt', en: 'Not a medical device' },
      unknown: { sv: 'Vet inte', en: 'Not sure' },
    },
  },
});
