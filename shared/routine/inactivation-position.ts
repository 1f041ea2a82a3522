import { form, section } from './form.ts';
import { minutes } from './position/minutes.ts';
import { type Notice, question } from './question.ts';

/** Why a programme should be inactivated (R-k1). */
export const ground = form({
  ground: {
    kind: 'choice',
    label: { sv: 'Vad har ändrats?', en: 'What has changed?' },
    need: 'must',
    rules: ['R-k1'],
    options: {
      needChanged: { sv: 'Behovet', en: 'The need' },
      evidenceChanged: { sv: 'Evidensläget', en: 'The state of evidence' },
      replaced: { sv: 'Ett annat program har ersatt det', en: 'Another programme has replaced it' },
      other: { sv: 'Något annat', en: 'Something else' },
    },
  },
  replacedBy: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Vilket program har ersatt det?', en: 'Which programme has replaced it?' },
    need: 'must',
    askedWhen: { field: 'ground', is: ['replaced'] },
    rules: ['R-k1'],
  },
});

const stand = form({
  position: {
    kind: 'choice',
    label: { sv: 'Rådets ställningstagande', en: 'The council’s position' },
    need: 'must',
    rules: ['R-k2'],
    options: {
      inactivate: { sv: 'Programmet ska inaktiveras', en: 'The programme is to be inactivated' },
      keep: { sv: 'Programmet ska vara kvar', en: 'The programme is to be kept' },
    },
  },
  reason: {
    kind: 'text',
    size: 'long',
    min: 10,
    label: { sv: 'Motivering', en: 'Reason' },
    need: 'must',
    rules: ['R-k1', 'R-k2'],
  },
});

const { needWhen: _inMinutes, otherwise: _should, ...minutesRef } = minutes.minutesRef;

const formalities = form({
  decidedOn: { ...minutes.decidedOn, need: 'should', rules: ['R-k2'] },
  minutesRef: { ...minutesRef, need: 'should' },
});

/** k) The responsible council's position on whether a programme is to be inactivated (form k). */
export const inactivationPosition = question({
  step: 'inactivationPosition',
  phase: 'review',
  letter: 'k',
  stateName: 'Samordningsråd: ställningstagande om inaktivering',
  title: { sv: 'Ställningstagande om inaktivering', en: 'Position on inactivation' },
  asks: { sv: 'Ta ställning till om programmet ska inaktiveras', en: 'Take a position on inactivation' },
  lead: {
    sv: 'Det finns ett förslag om att programmet ska inaktiveras. Så ska ske om behovet eller evidensläget har ändrats, eller om ett annat program har ersatt det.',
    en: 'It has been proposed that the programme be inactivated. It must be if the need or the state of evidence has changed, or if another programme has replaced it.',
  },
  next: {
    sv: 'Den regionala SoB-förvaltningen får veta rådets ställningstagande. Ska programmet inaktiveras gör förvaltningen det. Annars får ni frågan igen vid nästa årliga uppföljning.',
    en: 'The regional SoB office is told of the council’s position. If the programme is to be inactivated, the office does so. Otherwise you are asked again at the next yearly follow-up.',
  },
  answeredBy: 'coordinationCouncil',
  rules: ['R-12', 'R-k1', 'R-k2', 'R-k3'],
  form: form({ ...ground, ...stand, ...formalities }),
  sections: [
    section('ground', 'Skäl för inaktivering', 'Ground for inactivation', ground),
    section('stand', 'Ställningstagande', 'Position', stand),
    section('formalities', 'Datum och protokoll', 'Date and minutes', formalities),
  ],
  // [A] The office's own goal, with deputy and escalation as for a nomination: a stop for safety can wait for the answer (R-k4).
  targetMonths: 1,
  outcomes: ['inactivate', 'keep'],
  tells: [],
});

/** Told of the position, by its outcome: the office that is to inactivate a programme is asked, which is its notice (R-k2). */
export const inactivationPositionTells: Readonly<
  Record<keyof typeof stand.position.options, readonly Notice[]>
> = {
  inactivate: [],
  keep: [{ id: 'N-12', to: ['sobOffice', 'nominator', 'programmeOwner'] }],
};
