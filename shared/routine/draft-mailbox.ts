import { form } from './form.ts';

/** What saving a nomination asks, beside the nomination itself. */
export const mailboxForm = form({
  mailbox: {
    kind: 'text',
    size: 'short',
    max: 254,
    format: 'email',
    label: { sv: 'Din e-postadress', en: 'Your e-mail address' },
    help: {
      sv: 'Dit mejlar vi en länk, så att ni kan fortsätta när ni vill. Den syns inte för andra.',
      en: 'We mail a link there, so that you can go on when you want. Others do not see it.',
    },
    need: 'must',
  },
});
