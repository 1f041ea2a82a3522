import type { Condition } from '../form.ts';

/** The conditions that decide what is asked of a council (ROUTINE.md section 4, forms b and c). */

/** A programme is of a kind if the office found it so or the council does; whoever was unsure meant either. */
export const treatment: Condition = {
  any: [
    { fact: 'programmeKind', is: ['treatment', 'unsure'] },
    { field: 'programmeKindByCouncil', is: ['treatment'] },
  ],
};
export const support: Condition = {
  any: [
    { fact: 'programmeKind', is: ['support', 'unsure'] },
    { field: 'programmeKindByCouncil', is: ['support'] },
  ],
};

/** Splits form b: a similar programme is valued (R-b4), otherwise other regions are asked (R-b8). */
export const similar: Condition = { field: 'similarInSob', is: [true] };
export const notSimilar: Condition = { field: 'similarInSob', is: [false] };

export const newProgramme: Condition = { field: 'position', is: ['supportCreate'] };
export const useOfExisting: Condition = { field: 'position', is: ['useExisting'] };
export const supported: Condition = { field: 'position', is: ['supportCreate', 'supportPurchase'] };
export const notRejected: Condition = { field: 'position', isNot: ['notSupported'] };

/** Referred to PPR on other grounds than the consequences described above (R-c4, R-c1). */
export const referred: Condition = {
  any: [
    { field: 'manageableWithinUnits', is: [false] },
    { field: 'referToPpr', is: [true] },
  ],
};
/** No significant consequences were found: then none are described (G3). */
export const undescribed: Condition = {
  all: [
    { field: 'organisationalConsequences', is: [false] },
    { field: 'economicConsequences', is: [false] },
  ],
};
