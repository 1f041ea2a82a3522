import { type Condition, form } from './form.ts';
import type { Sheet } from './question.ts';

/** The year's report was approved before: then it is corrected. */
const APPROVED_BEFORE: Condition = { fact: 'approvedBefore', is: [true] };

const approvalForm = form({
  reason: {
    kind: 'text',
    size: 'medium',
    min: 2,
    label: { sv: 'Varför rättas uppföljningen?', en: 'Why is the follow-up corrected?' },
    help: {
      sv: 'Skriv vad som är ändrat. Alla kan läsa det.',
      en: 'Write what has changed. Everybody can read it.',
    },
    need: 'must',
    askedWhen: APPROVED_BEFORE,
  },
  comment: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Kommentar till siffrorna', en: 'Comment on the figures' },
    help: {
      sv: 'Till exempel vad ett ovanligt värde beror på. Alla kan läsa det.',
      en: 'For example what an unusual value is due to. Everybody can read it.',
    },
    need: 'may',
  },
});

/** The office approves the figures of a year: they stay as they are then, until a corrected version is approved. */
export const approveReport: Sheet<typeof approvalForm> = {
  id: 'approveReport',
  title: { sv: 'Årlig uppföljning', en: 'Yearly follow-up' },
  asks: { sv: 'Godkänn uppföljningen', en: 'Approve the follow-up' },
  lead: {
    sv: 'Läs igenom siffrorna. När ni har godkänt dem ligger de fast, och rutinens innehållsansvariga får veta var de finns. Behöver något rättas senare kan ni godkänna en ny version här.',
    en: 'Read the figures through. Once you have approved them they are fixed, and the content owners of the routine are told where they are. If something needs correcting later, you can approve a new version here.',
  },
  form: approvalForm,
  sections: [],
  rules: ['R-u1', 'R-u2'],
  next: {
    sv: 'Siffrorna ligger fast. Rutinens innehållsansvariga får ett mejl nästa morgon, om de finns i registret.',
    en: 'The figures are fixed. The content owners of the routine are sent a mail the next morning, if they are in the register.',
  },
};
