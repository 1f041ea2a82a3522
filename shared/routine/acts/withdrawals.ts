import { form, section } from '../form.ts';
import { act } from '../question.ts';

const ofReferral = form({
  withdrawalReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför behöver PPR inte ta ställning?', en: 'Why need PPR not take a position?' },
    need: 'must',
    rules: ['R-c1', 'R-c3'],
  },
});

/** A council, or the office on its behalf, takes back its referral to PPR. */
export const withdrawReferral = act({
  id: 'withdrawReferral',
  why: 'withdrawalReason',
  title: { sv: 'Frågan till PPR tas tillbaka', en: 'Referral to PPR withdrawn' },
  asks: { sv: 'Ta tillbaka frågan till PPR', en: 'Take back the referral to PPR' },
  lead: {
    sv: 'Gör det här om nomineringen inte längre behöver tas upp i Program- och prioriteringsrådet (PPR). Rådets ställningstagande i övrigt står kvar.',
    en: 'Do this if the nomination no longer needs to be taken up by the Programme and Prioritisation Council (PPR). The rest of the council’s position stands.',
  },
  next: {
    sv: 'PPR och den regionala SoB-förvaltningen får veta det. Har inget annat råd lyft nomineringen går ärendet vidare till beslut.',
    en: 'PPR and the regional SoB office are told. Unless another council has referred the nomination, the case goes on to the decision.',
  },
  by: ['referrer', 'sobOffice'],
  on: ['position'],
  rules: ['R-c1', 'R-c3', 'R-c4'],
  form: ofReferral,
  sections: [section('reason', 'Skäl', 'Reason', ofReferral)],
  tells: [{ id: 'referralWithdrawn', to: ['ppr', 'sobOffice'] }],
});

const ofNomination = form({
  withdrawReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför dras nomineringen tillbaka?', en: 'Why is the nomination withdrawn?' },
    help: {
      sv: 'Gör SoB-förvaltningen det åt den som har nominerat: skriv vem som bad om det, och när.',
      en: 'If the SoB office does it for the nominator: say who asked for it, and when.',
    },
    need: 'must',
  },
});

/** The nominator, or the office on the nominator's behalf, ends the case. */
export const withdraw = act({
  id: 'withdraw',
  why: 'withdrawReason',
  title: { sv: 'Tillbakadragen nominering', en: 'Nomination withdrawn' },
  asks: { sv: 'Dra tillbaka nomineringen', en: 'Withdraw the nomination' },
  lead: {
    sv: 'Ärendet avslutas och ingen behöver svara mer. Nomineringen och de svar som finns är kvar som allmän handling.',
    en: 'The case is closed and nobody has to answer any more. The nomination and the answers that exist are kept as official documents.',
  },
  next: {
    sv: 'Ärendet är avslutat. De som har nominerat, den regionala SoB-förvaltningen och alla som skulle svara får veta det.',
    en: 'The case is closed. The nominator, the regional SoB office and everyone who was to answer are told.',
  },
  by: ['nominator', 'sobOffice'],
  rules: [],
  form: ofNomination,
  sections: [section('reason', 'Skäl', 'Reason', ofNomination)],
  tells: [{ id: 'withdrawn', to: ['nominator', 'asked', 'sobOffice'] }],
});
