import type { Words } from '../routine/words.ts';
import type { ActFollowsOf, Acting, ActRefusalsOf } from './acting.ts';
import type { Mailing, QuestionFact } from './facts.ts';
import { recipientOf } from './notices.ts';
import { at } from './problems.ts';
import { dateInSweden } from './sweden.ts';

/** Acts that keep a case in order; all but the first are for who is logged in at the desk. */
export type DeskAct = 'askDeputy' | 'resendQuestion' | 'registerCase' | 'redact';

/** What follows from them. What a redaction takes away is not among the facts: see `removals`. */
export const deskActFollows: ActFollowsOf<DeskAct> = {
  askDeputy: (_, { on, now, facts }) =>
    on === undefined
      ? {}
      : {
          questions: { [on.id]: { deputyAskedOn: dateInSweden(now) } },
          sends: [deputyMail(on, facts.head.version + 1)],
        },
  resendQuestion: ({ resendAs }, { on, now }) => {
    if (on === undefined) return {};
    return resendAs === 'newLink'
      ? { questions: { [on.id]: { linkVersion: on.linkVersion + 1 } } }
      : { sends: [mailAgainOf(on, now)] };
  },
  registerCase: ({ caseRegistrationNumber }) => ({ head: { registrationNumber: caseRegistrationNumber } }),
  redact: () => ({}),
};

/** Reasons why one that is filled in may not be done. */
export const deskActRefusals: ActRefusalsOf<DeskAct> = {
  resendQuestion: ({ resendAs }, { facts, on, now }) => [
    resendAs === 'sameLink' &&
      on !== undefined &&
      facts.mailings.some(({ id }) => id === mailAgainOf(on, now).id) &&
      at('resendAs', SENT_THIS_HOUR),
  ],
};

/** A question can be sent on once it has been sent, and to a deputy who has not been asked. */
export const canBeSent = (name: 'askDeputy' | 'resendQuestion', { on, hasDeputy }: Acting): boolean => {
  if (on === undefined || on.status !== 'open' || on.linked < on.linkVersion) return false;
  return name === 'resendQuestion' || (hasDeputy === true && on.deputyAskedOn === undefined);
};

const deputyMail = ({ id: question, linkVersion, body }: QuestionFact, version: number): Mailing => ({
  id: `askDeputy/${version}/deputy`,
  mails: [
    { id: `${question}/deputy-${linkVersion}`, about: { question }, to: { body, deputy: true as const } },
  ],
  sent: {},
});

/** The same mail once an hour at most: `mailAgain` in the record names it so too. */
const mailAgainOf = ({ id, body }: QuestionFact, now: Date): Mailing => ({
  id: `again/${now.toISOString().slice(0, 'YYYY-MM-DDTHH'.length)}/${id}`,
  mails: [{ id, about: { question: id }, to: recipientOf(body) }],
  sent: {},
});

const SENT_THIS_HOUR: Words = {
  sv: 'Samma länk har redan skickats igen den här timmen. Vänta en stund, eller skicka en ny länk.',
  en: 'The same link has already been sent again this hour. Wait a while, or send a new link.',
};
