import { form, section } from './form.ts';
import { question } from './question.ts';

const removal = form({
  unpublishedOn: {
    kind: 'date',
    notAfterToday: true,
    label: { sv: 'Avpublicerat den', en: 'Unpublished on' },
    help: {
      sv: 'Den dag då programmet togs bort ur Innehållskatalogen.',
      en: 'The day when the programme was removed from the content catalogue.',
    },
    need: 'must',
    rules: ['R-k3'],
  },
});

/** k) An inactivated programme is removed from the content catalogue (ROUTINE.md section 11 no. 9). */
export const unpublishing = question({
  step: 'unpublishing',
  phase: 'review',
  letter: 'k',
  stateName: 'SoB-förvaltningen: avpublicering',
  title: { sv: 'Avpublicering', en: 'Unpublishing' },
  asks: {
    sv: 'Ta bort programmet ur Innehållskatalogen',
    en: 'Remove the programme from the content catalogue',
  },
  lead: {
    sv: 'Programmet är inaktiverat, och den dag är inne som ni har angett för att avpublicera det. Ta bort det ur Innehållskatalogen, och ange när det gjordes.',
    en: 'The programme is inactivated, and the day you stated for unpublishing it has come. Remove it from the content catalogue, and state when that was done.',
  },
  next: {
    sv: 'Programmet är avpublicerat och ärendet avslutat. Allt som har skrivits är kvar som allmän handling.',
    en: 'The programme is unpublished and the case closed. All that was written is kept as official documents.',
  },
  answeredBy: 'sobOffice',
  rules: ['R-k3'],
  form: removal,
  sections: [section('removal', 'När?', 'When?', removal)],
  outcomes: ['unpublished'],
  tells: [],
});
