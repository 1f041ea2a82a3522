import { form } from './form.ts';

/** What sending a nomination asks, beside the nomination itself: something that only a person does. */
export const sendingForm = form({
  readThrough: {
    kind: 'tick',
    label: {
      sv: 'Jag har läst igenom nomineringen och vill skicka den',
      en: 'I have read the nomination through and want to send it',
    },
    need: 'must',
  },
});
