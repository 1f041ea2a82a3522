import { form, section } from '../form.ts';
import { act } from '../question.ts';

const MAILBOX = { kind: 'text', size: 'short', format: 'email', need: 'may' } as const;

const contacts = form({
  projectOwnerEmail: {
    ...MAILBOX,
    label: { sv: 'Projektägare, e-post', en: 'Project owner, e-mail' },
    rules: ['P-21'],
  },
  projectManagerEmail: {
    ...MAILBOX,
    label: { sv: 'Projektledare, e-post', en: 'Project manager, e-mail' },
    help: { sv: 'Någon annan än projektägaren.', en: 'Someone other than the project owner.' },
    rules: ['P-22'],
  },
  steeringGroupEmail: {
    ...MAILBOX,
    label: { sv: 'Styrgrupp, e-post', en: 'Steering group, e-mail' },
    rules: ['P-12'],
  },
  independentReviewerEmail: {
    ...MAILBOX,
    label: { sv: 'Oberoende granskare, e-post', en: 'Independent reviewer, e-mail' },
    rules: ['R-h2'],
  },
  programmeOwnerEmail: {
    ...MAILBOX,
    label: { sv: 'Programägare, e-post', en: 'Programme owner, e-mail' },
    rules: ['R-j2'],
  },
});

/** People of a project and of a programme change (ROUTINE.md section 0 no. 12). */
export const changeProjectContacts = act({
  id: 'changeProjectContacts',
  title: { sv: 'Ändring av projektets kontakter', en: 'Change of the project’s contacts' },
  asks: { sv: 'Ändra projektets kontakter', en: 'Change the project’s contacts' },
  lead: {
    sv: 'Ange vilka som ska få mejl från och med nu. Den som byts ut kan inte längre svara med sin gamla länk. Projektledaren kan byta projektledare och oberoende granskare så länge produktionen pågår. Övriga ändrar den regionala SoB-förvaltningen.',
    en: 'State who should be sent mail from now on. Whoever is replaced can no longer answer with the old link. The project manager can change the project manager and the independent reviewer for as long as the production is under way. The regional SoB office changes the others.',
  },
  next: {
    sv: 'Öppna frågor skickas på nytt till de nya adresserna. Den som byts ut får veta det.',
    en: 'Open questions are sent again to the new addresses. Whoever is replaced is told.',
  },
  by: ['sobOffice', 'projectManager'],
  during: ['production', 'programme', 'review'],
  duringFor: { projectManager: ['production'] },
  rules: ['P-21', 'P-22'],
  form: contacts,
  sections: [section('contacts', 'Kontakter', 'Contacts', contacts)],
  tells: [{ id: 'contactsChanged', to: ['sobOffice', 'projectOwner', 'projectManager'] }],
});
