import { decision } from '../decision.ts';
import { type Condition, form, type Need, type Options } from '../form.ts';
import { nominationForm } from '../nomination.ts';
import type { Words } from '../words.ts';

/** Fields that rows of several kinds, or several fields of a row, have in common. */

interface More {
  readonly help?: Words;
  readonly askedWhen?: Condition;
  readonly rules?: readonly string[];
}

/** A day on which something happened. */
export const happened = <const N extends Need, const M extends More>(
  label: Words,
  need: N,
  more: M = {} as M,
) => ({ kind: 'date', notAfterToday: true, label, need, ...more }) as const;

export const email = <const N extends Need, const M extends More>(label: Words, need: N, more: M = {} as M) =>
  ({ kind: 'text', size: 'short', max: 254, format: 'email', label, need, ...more }) as const;

export const shortText = <const N extends Need, const M extends More>(
  label: Words,
  need: N,
  more: M = {} as M,
) => ({ kind: 'text', size: 'short', label, need, ...more }) as const;

/** What a row is known by. */
export const source = form({
  reference: shortText({ sv: 'Er referens', en: 'Your reference' }, 'must', {
    help: {
      sv: 'Det som raden är känd som hos er, till exempel ett löpnummer. Samma referens läses bara in en gång.',
      en: 'What the row is known as with you, for example a serial number. The same reference is taken in only once.',
    },
  }),
  registrationNumber: shortText({ sv: 'Diarienummer', en: 'Registration number' }, 'may'),
  caseNumber: shortText({ sv: 'Eget ärendenummer', en: 'Case number of your own' }, 'may', {
    help: {
      sv: 'Bokstäver A–Z, siffror och bindestreck, högst 40 tecken. Lämnas det tomt får ärendet nästa nummer för året det kom in.',
      en: 'Letters A–Z, digits and hyphens, at most 40 characters. Left empty, the case gets the next number of the year it came in.',
    },
  }),
});

const { summary, clinicalAreas, targetGroup, targetAgeGroups } = nominationForm;

/** What it is about: those of the nomination's fields that another system is likely to have. */
export const about = form({
  summary,
  clinicalAreas,
  targetGroup: { ...targetGroup, need: 'should' },
  targetAgeGroups: { ...targetAgeGroups, need: 'should' },
});

export const contacts = form({
  contactEmail: email({ sv: 'Kontaktperson (e-post)', en: 'Contact person (e-mail)' }, 'must', {
    help: {
      sv: 'Den som får veta vad som händer. Använd gärna en funktionsbrevlåda.',
      en: 'Who is told what happens. Preferably a shared mailbox.',
    },
  }),
  headOfOperationsEmail: email(nominationForm.headOfOperationsEmail.label, 'may'),
});

const { create, purchase, useExisting, collaborate } = decision.form.decision.options;

/** The decisions that lead on (R-e1). */
export const decisions = { create, purchase, useExisting, collaborate } satisfies Options;
