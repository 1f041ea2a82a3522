import { form, section } from '../form.ts';
import { ground } from '../inactivation-position.ts';
import { act } from '../question.ts';

const proposal = form({
  ...ground,
  proposalReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Beskriv varför', en: 'Describe why' },
    need: 'must',
    rules: ['R-k1'],
  },
});

/** Anyone entitled proposes that a programme be inactivated; its council takes a position (R-k2, R-k4). */
export const proposeInactivation = act({
  id: 'proposeInactivation',
  why: 'proposalReason',
  title: { sv: 'Förslag om inaktivering', en: 'Proposal of inactivation' },
  asks: { sv: 'Föreslå att programmet inaktiveras', en: 'Propose that the programme be inactivated' },
  lead: {
    sv: 'Gör det här om behovet eller evidensläget har ändrats, eller om ett annat program har ersatt det. Det ansvariga samordningsrådet tar ställning till förslaget.',
    en: 'Do this if the need or the state of evidence has changed, or if another programme has replaced it. The responsible coordination council takes a position on the proposal.',
  },
  next: {
    sv: 'Det ansvariga samordningsrådet och den regionala SoB-förvaltningen får veta det. Pågår arbetet med en ny version tar rådet ställning när den är publicerad eller arbetet avbryts. Pågår årets uppföljning tar rådet ställning i den.',
    en: 'The responsible coordination council and the regional SoB office are told. If work on a new version is under way, the council takes its position once it is published or broken off. If the yearly follow-up is under way, the council takes its position in that.',
  },
  during: ['programme'],
  by: ['nominator', 'sobOffice', 'programmeOwner'],
  rules: ['R-k1', 'R-k2', 'R-k4'],
  form: proposal,
  sections: [section('proposal', 'Förslaget', 'The proposal', proposal)],
  tells: [{ id: 'inactivationProposed', to: ['sobOffice'] }],
});
