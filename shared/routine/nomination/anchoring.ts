import { form } from '../form.ts';
import { initiatorHasUnit } from './conditions.ts';

/** C. Support by the manager and the SoB contact. */
export const anchoring = form({
  headOfOperationsEmail: {
    kind: 'text',
    size: 'short',
    max: 254,
    format: 'email',
    label: { sv: 'Verksamhetschef (e-post)', en: 'Head of operations (e-mail)' },
    help: {
      sv: 'Verksamhetschefen får veta vem som säger att idén är förankrad och kan svara ”Stämmer inte”.',
      en: 'The head of operations is told who says that the idea is anchored and can answer “Not correct”.',
    },
    need: 'must',
    needWhen: initiatorHasUnit,
    rules: ['R-a3'],
  },
  anchoredWithHeadOn: {
    kind: 'date',
    notAfterToday: true,
    label: {
      sv: 'När förankrades idén hos verksamhetschefen?',
      en: 'When was the idea anchored with the head of operations?',
    },
    help: {
      sv: 'Lämna tomt om det inte är gjort. Då frågar vi verksamhetschefen.',
      en: 'Leave empty if it has not been done. Then we ask the head of operations.',
    },
    need: 'should',
    needWhen: initiatorHasUnit,
    rules: ['R-a3'],
  },
  sobContactExists: {
    kind: 'choice',
    label: { sv: 'Finns en SoB-kontaktperson?', en: 'Is there an SoB contact person?' },
    help: {
      sv: 'Om ni saknar kontaktperson hjälper regionala SoB-förvaltningen er.',
      en: 'If you have no contact person the regional SoB office will help you.',
    },
    need: 'must',
    rules: ['R-a3', 'R-a4'],
    options: {
      yes: { sv: 'Ja', en: 'Yes' },
      no: { sv: 'Nej', en: 'No' },
      unknown: { sv: 'Vet inte', en: 'Not sure' },
    },
  },
  sobContactEmail: {
    kind: 'text',
    size: 'short',
    max: 254,
    format: 'email',
    label: { sv: 'SoB-kontaktperson (e-post)', en: 'SoB contact person (e-mail)' },
    need: 'must',
    askedWhen: { field: 'sobContactExists', is: ['yes'] },
    rules: ['R-a3'],
  },
  unitConnectedToSob: {
    kind: 'choice',
    label: {
      sv: 'Är verksamheten ansluten till Stöd och behandling?',
      en: 'Is the unit connected to Stöd och behandling?',
    },
    help: {
      sv: 'Verksamheten måste vara ansluten för att kunna använda programmet. Det går att nominera innan.',
      en: 'The unit must be connected to be able to use the programme. You can nominate before that.',
    },
    need: 'should',
    rules: ['R-11'],
    options: {
      yes: { sv: 'Ja', en: 'Yes' },
      planned: { sv: 'Anslutning är planerad', en: 'Connection is planned' },
      no: { sv: 'Nej', en: 'No' },
    },
  },
});
