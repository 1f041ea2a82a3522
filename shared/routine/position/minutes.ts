import { form } from '../form.ts';

/** When the council met, and where it is written down. */
export const minutes = form({
  decidedOn: {
    kind: 'date',
    notAfterToday: true,
    label: { sv: 'Datum för ställningstagandet', en: 'Date of the position' },
    need: 'must',
    rules: ['R-c1'],
  },
  minutesRef: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Protokollsreferens', en: 'Reference to the minutes' },
    help: {
      sv: 'Till exempel mötesdatum och paragraf, eller diarienummer.',
      en: 'For example the date and paragraph of the meeting, or the record number.',
    },
    need: 'must',
    needWhen: { inMinutes: true },
    otherwise: 'should',
  },
});
