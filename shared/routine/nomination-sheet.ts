import { nominationForm, nominationSections } from './nomination.ts';
import type { Sheet } from './question.ts';

/** The nomination as people write it on the web (form a2). */
export const nominationSheet = {
  id: 'nominate',
  title: { sv: 'Nominering', en: 'Nomination' },
  asks: { sv: 'Nominera ett program', en: 'Nominate a programme' },
  lead: {
    sv: 'En nominering är en inbjudan till samtal och inget prov. Få frågor måste besvaras, och det som fattas kan vi fråga om senare.',
    en: 'A nomination is an invitation to a talk and not an examination. Few questions must be answered, and what is lacking can be asked for later.',
  },
  next: {
    sv: 'Den regionala SoB-förvaltningen läser nomineringen och skickar den vidare till ett eller flera samordningsråd, eller hör av sig om något fattas. Ni får ett mejl med en länk till ärendets sida, där ni ser var det är och vem det väntar på.',
    en: 'The regional SoB office reads the nomination and sends it on to one or more coordination councils, or gets in touch if something is lacking. You are sent a mail with a link to the page of the case, where you see where it is and whom it waits for.',
  },
  form: nominationForm,
  sections: nominationSections,
  rules: ['R-a2', 'R-a5'],
} as const satisfies Sheet;
