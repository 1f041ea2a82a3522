import { form } from '../form.ts';
import { supported } from './conditions.ts';

/** What the council says of the nomination (R-c1, R-c2). */
export const stand = form({
  position: {
    kind: 'choice',
    label: { sv: 'Rådets ställningstagande', en: "The council's position" },
    need: 'must',
    rules: ['R-c1', 'R-c2'],
    options: {
      supportCreate: { sv: 'Tillstyrker att programmet skapas', en: 'Supports creating the programme' },
      supportPurchase: { sv: 'Tillstyrker inköp', en: 'Supports a purchase' },
      useExisting: { sv: 'Använd ett befintligt program', en: 'Use an existing programme' },
      collaborate: { sv: 'Samverka med annan region', en: 'Collaborate with another region' },
      notSupported: { sv: 'Avstyrker', en: 'Does not support' },
    },
  },
  positionConditions: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Villkor', en: 'Conditions' },
    help: {
      sv: 'Det som ska vara uppfyllt för att rådets ställningstagande ska gälla.',
      en: "What must be met for the council's position to hold.",
    },
    need: 'may',
    mayBeInMinutes: true,
    rules: ['R-c1'],
  },
  positionReason: {
    kind: 'text',
    size: 'long',
    min: 10,
    label: { sv: 'Motivering', en: 'Reason' },
    help: {
      sv: 'Utgå från behov, befintliga program, evidens och nationella riktlinjer.',
      en: 'Start from need, existing programmes, evidence and national guidelines.',
    },
    need: 'must',
    mayBeInMinutes: true,
    rules: ['R-b2', 'R-c2'],
  },
  responsibleCouncil: {
    kind: 'yesNo',
    label: {
      sv: 'Tar rådet ansvar för programmets kvalitet och innehåll?',
      en: "Does the council answer for the programme's quality and content?",
    },
    help: {
      sv: 'Ett samordningsråd ansvarar för kvalitet och innehåll så länge programmet används.',
      en: 'A coordination council answers for quality and content as long as the programme is used.',
    },
    need: 'must',
    askedWhen: supported,
    rules: ['R-12', 'R-b11'],
  },
  dissent: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Avvikande mening', en: 'Dissent' },
    help: {
      sv: 'Om någon i rådet hade en annan uppfattning.',
      en: 'If anyone in the council was of another opinion.',
    },
    need: 'may',
    mayBeInMinutes: true,
  },
});
