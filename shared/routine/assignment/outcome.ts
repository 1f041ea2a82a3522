import { form } from '../form.ts';
import { reviewOn } from '../review-on.ts';

/** Whether the project can start (R-f1). */
export const outcome = form({
  projectOutcome: {
    kind: 'choice',
    label: { sv: 'Kan arbetet starta?', en: 'Can the work start?' },
    need: 'must',
    rules: ['R-f1'],
    options: {
      started: { sv: 'Ja, det startar', en: 'Yes, it starts' },
      putOff: { sv: 'Inte nu, det skjuts upp', en: 'Not now, it is put off' },
      notFeasible: {
        sv: 'Nej, det går inte att genomföra: beslutet behöver fattas på nytt',
        en: 'No, it is not feasible: the decision needs to be made anew',
      },
    },
  },
  reviewOn: { ...reviewOn, askedWhen: { field: 'projectOutcome', is: ['putOff'] } },
  notFeasibleReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför går det inte att genomföra?', en: 'Why is it not feasible?' },
    need: 'must',
    askedWhen: { field: 'projectOutcome', is: ['notFeasible'] },
    rules: ['R-f1'],
  },
});
