import { form, section } from '../form.ts';
import { act, MACHINE_STEPS } from '../question.ts';

const sending = form({
  resendAs: {
    kind: 'choice',
    label: { sv: 'Vilken länk ska mejlet ha?', en: 'Which link should the mail have?' },
    need: 'must',
    options: {
      sameLink: {
        sv: 'Samma länk en gång till',
        en: 'The same link once more',
      },
      newLink: {
        sv: 'En ny länk. Den förra slutar gälla, till exempel för att den har hamnat fel',
        en: 'A new link. The one before ends, for example because it went astray',
      },
    },
  },
  resendReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför skickas frågan igen?', en: 'Why is the question sent again?' },
    help: { sv: 'Skälet syns i ärendet.', en: 'The reason is shown in the case.' },
    need: 'should',
  },
});

/** The mail that asks a question is sent again, to the mailbox on record and to nobody else. */
export const resendQuestion = act({
  id: 'resendQuestion',
  why: 'resendReason',
  title: { sv: 'Frågan skickad igen', en: 'Question sent again' },
  asks: { sv: 'Skicka frågan igen', en: 'Send the question again' },
  lead: {
    sv: 'Mejlet går till den adress som finns i registret eller i ärendet. Är adressen fel: ändra den först. Samma länk kan skickas en gång i timmen.',
    en: 'The mail goes to the address in the register or in the case. If the address is wrong, change it first. The same link can be sent once an hour.',
  },
  next: {
    sv: 'Mejlet med frågan är på väg. Det som redan är skrivet i ärendet är kvar.',
    en: 'The mail with the question is on its way. What is already written in the case is kept.',
  },
  during: ['always'],
  by: ['desk'],
  on: [
    ...MACHINE_STEPS,
    ...(['anchoring', 'supplement', 'councilChange', 'assignmentApproval'] as const),
    ...(['deviationApproval', 'figures'] as const),
  ],
  rules: [],
  form: sending,
  sections: [section('sending', 'Mejlet', 'The mail', sending)],
  tells: [],
});
