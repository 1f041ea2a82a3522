import { form, section } from '../form.ts';
import { anchoring } from '../nomination/anchoring.ts';
import { nominator } from '../nomination/nominator.ts';
import { act } from '../question.ts';

/** The nomination's field without the condition on its other answers, which are not asked here. */
const { needWhen: _unit, ...headOfOperationsEmail } = anchoring.headOfOperationsEmail;
const { askedWhen: _exists, ...sobContactEmail } = anchoring.sobContactEmail;

const contacts = form({
  contactFunction: nominator.contactFunction,
  contactEmail: nominator.contactEmail,
  headOfOperationsEmail: {
    ...headOfOperationsEmail,
    help: {
      sv: 'Lämna tomt bara om nomineringen inte kommer från en verksamhet med chef.',
      en: 'Leave empty only if the nomination does not come from a unit with a manager.',
    },
    need: 'should',
  },
  sobContactEmail: {
    ...sobContactEmail,
    help: {
      sv: 'Lämna tomt om det inte finns någon kontaktperson.',
      en: 'Leave empty if there is no contact person.',
    },
    need: 'may',
  },
});

/** People change (ROUTINE.md section 0 no. 12). */
export const changeContacts = act({
  id: 'changeContacts',
  title: { sv: 'Ändring av kontaktpersoner', en: 'Change of contacts' },
  asks: { sv: 'Ändra kontaktpersoner', en: 'Change contacts' },
  lead: {
    sv: 'Ange vilka som ska få mejl i ärendet från och med nu. Den som byts ut kan inte längre svara med sin gamla länk.',
    en: 'State who should be sent mail in the case from now on. Whoever is replaced can no longer answer with the old link.',
  },
  next: {
    sv: 'Öppna frågor skickas på nytt till de nya adresserna. Den som har nominerat och den regionala SoB-förvaltningen får veta det.',
    en: 'Open questions are sent again to the new addresses. The nominator and the regional SoB office are told.',
  },
  during: ['always'],
  by: ['nominator', 'sobOffice'],
  rules: ['R-a3'],
  form: contacts,
  sections: [section('contacts', 'Kontaktpersoner', 'Contacts', contacts)],
  tells: [{ id: 'contactsChanged', to: ['nominator', 'sobOffice'] }],
});
