import { form } from './form.ts';

/** One line per body, not one per participant (ROUTINE.md sections 0 and 7.1). */
export const interests = form({
  hasInterest: {
    kind: 'yesNo',
    label: { sv: 'Har någon som deltar anmält jäv?', en: 'Has any participant declared an interest?' },
    need: 'must',
  },
  person: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Vem har anmält jäv?', en: 'Who declared an interest?' },
    need: 'must',
    askedWhen: { field: 'hasInterest', is: [true] },
  },
  detail: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Vad gällde det, och vad gjordes?', en: 'What was it about, and what was done?' },
    help: {
      sv: 'Till exempel att personen inte deltog i beredning och beslut.',
      en: 'For example that the person took no part in preparation and decision.',
    },
    need: 'must',
    askedWhen: { field: 'hasInterest', is: [true] },
  },
});

/** What is asked of every body; a body that may refer to its minutes brings its own `fields`. */
export const interestDeclarations = {
  kind: 'group',
  label: { sv: 'Jäv och intressen', en: 'Conflicts of interest' },
  help: {
    sv: 'Jäv är det som kan få andra att ifrågasätta någons opartiskhet, till exempel en egen nominering, en närstående eller ett uppdrag för leverantören.',
    en: "A conflict of interest is what may make others question someone's impartiality, for example an own nomination, a close relation or an assignment for the supplier.",
  },
  need: 'must',
  fields: interests,
} as const;
