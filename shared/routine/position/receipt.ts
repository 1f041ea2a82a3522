import { form } from '../form.ts';
import { interestDeclarations, interests } from '../interests.ts';

/** What is said before the council assesses anything. */
export const receipt = form({
  receivedByCouncilOn: {
    kind: 'date',
    notAfterToday: true,
    label: { sv: 'Mottagen av rådet', en: 'Received by the council' },
    help: {
      sv: 'Månaden räknas från den dag då nomineringen skickades till rådet. Ange en annan dag om den kom fram senare.',
      en: 'The month counts from the day when the nomination was sent to the council. State another day if it arrived later.',
    },
    need: 'must',
    rules: ['R-b1', 'R-b3'],
  },
  interestDeclarations: {
    ...interestDeclarations,
    fields: {
      ...interests,
      person: { ...interests.person, mayBeInMinutes: true },
      detail: { ...interests.detail, mayBeInMinutes: true },
    },
  },
});
