import { form, section } from './form.ts';
import type { Sheet } from './question.ts';

/** Named as the register's own fields are, so that the answers are a body but for its id. */

const name = form({
  sv: {
    kind: 'text',
    size: 'short',
    min: 2,
    label: { sv: 'Namn på svenska', en: 'Name in Swedish' },
    need: 'must',
  },
  en: {
    kind: 'text',
    size: 'short',
    min: 2,
    label: { sv: 'Namn på engelska', en: 'Name in English' },
    need: 'must',
  },
});

const asked = form({
  role: {
    kind: 'registerChoice',
    register: 'roles',
    label: { sv: 'Vad är det för instans?', en: 'What kind of body is it?' },
    need: 'must',
    askedWhen: { fact: 'isNew', is: [true] },
  },
  name: { kind: 'group', fields: name, label: { sv: 'Namn', en: 'Name' }, need: 'must' },
  mailbox: {
    kind: 'text',
    size: 'short',
    max: 254,
    format: 'email',
    label: { sv: 'Brevlåda', en: 'Mailbox' },
    help: {
      sv: 'Dit går frågor och påminnelser. Om ni ändrar den slutar länkarna i gamla mejl att gälla, och öppna frågor skickas till den nya.',
      en: 'Questions and reminders go there. If you change it, the links in old mails stop working, and open questions are sent to the new one.',
    },
    need: 'must',
  },
  language: {
    kind: 'choice',
    label: { sv: 'Språk i mejlen', en: 'Language of the mails' },
    options: { sv: { sv: 'Svenska', en: 'Swedish' }, en: { sv: 'Engelska', en: 'English' } },
    need: 'must',
  },
});

const silent = form({
  deputy: {
    kind: 'text',
    size: 'short',
    max: 254,
    format: 'email',
    label: { sv: 'Ersättarens e-post', en: 'The deputy’s e-mail' },
    help: {
      sv: 'Får frågan också, om brevlådan är tyst, om ingen läser den eller om mejlen inte kommer fram.',
      en: 'Is asked too, if the mailbox is silent, if nobody reads it or if mails do not arrive.',
    },
    need: 'may',
  },
  escalation: {
    kind: 'text',
    size: 'short',
    max: 254,
    format: 'email',
    label: {
      sv: 'E-post till den som får veta om ingen svarar',
      en: 'E-mail to whoever is told if nobody answers',
    },
    help: {
      sv: 'Lämna tomt om det ska vara SoB-förvaltningen.',
      en: 'Leave empty if it is to be the SoB office.',
    },
    need: 'may',
  },
});

const DAY = { sv: 'Skriv MM-DD, till exempel 07-01.', en: 'Write MM-DD, for example 07-01.' };

const away = form({
  absences: {
    kind: 'list',
    max: 50,
    label: { sv: 'Frånvaro', en: 'Absences' },
    help: {
      sv: 'Dagar när ingen läser brevlådan. Under tiden skickas inga påminnelser dit.',
      en: 'Days when nobody reads the mailbox. No reminders are sent there meanwhile.',
    },
    item: form({
      from: { kind: 'date', label: { sv: 'Första dagen', en: 'First day' }, need: 'must' },
      to: { kind: 'date', label: { sv: 'Sista dagen', en: 'Last day' }, need: 'must' },
    }),
    need: 'may',
  },
  summerPause: {
    kind: 'group',
    label: { sv: 'Sommaruppehåll varje år', en: 'Summer pause each year' },
    fields: form({
      from: {
        kind: 'text',
        size: 'short',
        label: { sv: 'Första dagen', en: 'First day' },
        help: DAY,
        need: 'must',
      },
      to: {
        kind: 'text',
        size: 'short',
        label: { sv: 'Sista dagen', en: 'Last day' },
        help: DAY,
        need: 'must',
      },
    }),
    need: 'may',
  },
});

const followed = form({
  successor: {
    kind: 'registerChoice',
    register: 'successors',
    label: { sv: 'Vem tar över?', en: 'Who takes over?' },
    help: {
      sv: 'Välj bara om instansen upphör. Dess öppna frågor och program flyttas till den som tar över, och den får inga nya.',
      en: 'Choose only if the body ceases. Its open questions and programmes are moved to whoever takes over, and it gets no new ones.',
    },
    need: 'may',
    askedWhen: { fact: 'mayBeSucceeded', is: [true] },
  },
});

const bodyForm = form({ ...asked, ...silent, ...away, ...followed });

/** Whom the routine asks, as the office keeps them in the register (ROUTINE.md section 0 no. 8 and 12). */
export const bodySheet = {
  id: 'body',
  title: { sv: 'Instans', en: 'Body' },
  asks: { sv: 'Spara', en: 'Save' },
  lead: {
    sv: 'Den som rutinen frågar, och vart frågorna går.',
    en: 'Whom the routine asks, and where the questions go.',
  },
  next: {
    sv: 'Nya frågor går dit som ni har sparat.',
    en: 'New questions go where you have saved.',
  },
  form: bodyForm,
  sections: [
    section('asked', 'Vem som frågas', 'Who is asked', asked),
    section('silent', 'När ingen svarar', 'When nobody answers', silent),
    section('away', 'När ingen läser', 'When nobody reads', away),
    section('followed', 'När instansen upphör', 'When the body ceases', followed),
  ],
  rules: [],
} as const satisfies Sheet;
