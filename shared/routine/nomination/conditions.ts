import type { Condition } from '../form.ts';

/** The conditions that decide which parts of the nomination are asked and needed (NOMINATION-FORM section 1). */

export const createNew: Condition = { field: 'nominationType', is: ['createNew'] };
export const purchase: Condition = { field: 'nominationType', is: ['purchaseExisting'] };

/** A nominator who is unsure of the kind meets both `treatment` and `support`. */
export const treatment: Condition = { field: 'programmeKindProposed', isNot: ['support'] };
export const support: Condition = { field: 'programmeKindProposed', isNot: ['treatment'] };

export const children: Condition = { field: 'targetAgeGroups', is: ['0-12', '13-15', '16-17'] };

/** A council, the SoB office or a research group that nominates alone has no unit with a manager to ask. */
export const initiatorHasUnit: Condition = {
  any: [
    { field: 'initiatorCategory', given: false },
    {
      field: 'initiatorCategory',
      is: ['vgrEmployee', 'contractedProviderEmployee', 'sobContact', 'knowledgeGovernance'],
    },
  ],
};
