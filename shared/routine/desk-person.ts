import { form } from './form.ts';

/** Whom an officer lets in to the desk, and as what. */
export const deskPersonForm = form({
  who: {
    kind: 'text',
    size: 'short',
    max: 200,
    label: { sv: 'E-postadress eller användar-id', en: 'E-mail address or user id' },
    help: {
      sv: 'Adressen ska vara den som inloggningstjänsten har för personen. Användar-id står på sidan som personen möts av när hen loggar in utan behörighet.',
      en: 'The address must be the one that the login service has for the person. The user id is on the page that meets the person who logs in without permission.',
    },
    need: 'must',
  },
  role: {
    kind: 'choice',
    label: { sv: 'Roll', en: 'Role' },
    options: {
      officer: { sv: 'Handläggare: ser och gör allt', en: 'Officer: sees and does everything' },
      reader: { sv: 'Läsare: ser allt men ändrar inget', en: 'Reader: sees everything but changes nothing' },
    },
    need: 'must',
  },
});
