import type { Words } from '../words.ts';

/**
 * Added yearly cost, in kronor, from which a matter may be a case for managed introduction: on one level of care, and
 * on several (ROUTINE.md section 9, after VGR's page of 2019-08-01).
 */
const FROM_SEK = { oneLevel: 2_000_000, severalLevels: 4_000_000 };

const millions = (sek: number): number => sek / 1_000_000;

/** VGR's criteria (R-c5): what the council needs to know to answer. */
export const managedIntroductionCriteria: Words = {
  sv: `Ordnat införande gäller ett läkemedel, en medicinteknisk produkt eller en metod som inte redan används rutinmässigt. Det ska finnas vetenskapligt underlag, och produkten ska vara CE-märkt. Konsekvenserna ska vara betydande: minst ${millions(FROM_SEK.oneLevel)} miljoner kronor mer per år på en vårdnivå eller ${millions(FROM_SEK.severalLevels)} miljoner på flera, en större förändring av organisationen eller svåra etiska frågor. Kriterierna är från 2019: kontrollera att de fortfarande gäller.`,
  en: `Managed introduction is for a medicine, a medical device or a method that is not already in routine use. There must be a scientific basis, and the device must be CE marked. The consequences must be significant: at least ${millions(FROM_SEK.oneLevel)} million kronor more a year on one level of care or ${millions(FROM_SEK.severalLevels)} million on several, a larger change of the organisation, or complex ethics. The criteria are from 2019: check that they still apply.`,
};
