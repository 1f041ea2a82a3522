import { type Form, form } from './form.ts';
import type { Sheet } from './question.ts';

/** Who answers: asked at the end of every question, because a link is opened by whoever reads the mailbox. */
export const answerer = form({
  answeredByName: {
    kind: 'text',
    size: 'short',
    min: 2,
    label: { sv: 'Ditt namn', en: 'Your name' },
    need: 'must',
  },
  answeredByRole: {
    kind: 'text',
    size: 'short',
    min: 2,
    label: { sv: 'Din roll', en: 'Your role' },
    help: {
      sv: 'Till exempel ordförande, sekreterare eller handläggare.',
      en: 'For example chair, secretary or officer.',
    },
    need: 'must',
  },
});

/** The form that a person fills in: the sheet's own, then who answers. */
export const wholeForm = (sheet: Sheet): Form => {
  const form = whole.get(sheet) ?? { ...sheet.form, ...answerer };
  whole.set(sheet, form);
  return form;
};

/** A form is the same one each time, so that what is made of it is made once. */
const whole = new WeakMap<Sheet, Form>();
