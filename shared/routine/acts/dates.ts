import { form, section } from '../form.ts';
import { act } from '../question.ts';

const meeting = form({
  meetingOn: {
    kind: 'date',
    label: { sv: 'Tas upp på möte den', en: 'Taken up at the meeting on' },
    help: {
      sv: 'I dag eller senare. Vi påminner inte förrän dagen efter mötet.',
      en: 'Today or later. We do not remind you until the day after the meeting.',
    },
    need: 'must',
  },
});

/** When a body meets (ROUTINE.md section 0 no. 8). */
export const setMeeting = act({
  id: 'setMeeting',
  title: { sv: 'Möte om nomineringen', en: 'Meeting on the nomination' },
  asks: { sv: 'Ange mötesdag', en: 'State the day of the meeting' },
  lead: {
    sv: 'Tala om när ni tar upp frågan. Då slipper ni påminnelser innan dess.',
    en: 'Say when you take up the question. Then you are spared reminders until then.',
  },
  next: {
    sv: 'Mötesdagen syns i ärendet. Har ni inte svarat dagen efter mötet kan vi påminna er.',
    en: 'The day of the meeting is shown in the case. If you have not answered the day after, we may remind you.',
  },
  during: ['nomination', 'review'],
  by: ['asked'],
  on: ['position', 'pprPosition', 'inactivationPosition'],
  rules: [],
  form: meeting,
  sections: [section('meeting', 'Mötet', 'The meeting', meeting)],
  tells: [],
});

const received = form({
  receivedOn: {
    kind: 'date',
    notAfterToday: true,
    label: { sv: 'När kom nomineringen fram?', en: 'When did the nomination arrive?' },
    help: {
      sv: 'Ett samordningsråds månad räknas från den dagen.',
      en: 'The month of a coordination council counts from that day.',
    },
    need: 'must',
    rules: ['R-b3'],
  },
});

/** The month starts when the nomination was sent; this corrects the day (ROUTINE.md section 0 no. 4). */
export const correctReceived = act({
  id: 'correctReceived',
  title: { sv: 'Rättelse av mottagningsdagen', en: 'Correction of the day of receipt' },
  asks: { sv: 'Rätta mottagningsdagen', en: 'Correct the day of receipt' },
  lead: {
    sv: 'Kom nomineringen fram en annan dag än den skickades? Ange den rätta dagen.',
    en: 'Did the nomination arrive on another day than it was sent? State the right day.',
  },
  next: {
    sv: 'Dagen är ändrad. Önskad svarsdag och påminnelser följer den nya dagen.',
    en: 'The day is changed. The target date and the reminders follow the new day.',
  },
  by: ['asked', 'sobOffice'],
  on: ['position', 'pprPosition'],
  rules: ['R-b3'],
  form: received,
  sections: [section('received', 'Mottagningsdagen', 'Day of receipt', received)],
  tells: [],
});
