import type { Condition } from '../form.ts';

/** The conditions that decide which parts of the project assignment are asked and needed. */

export const started: Condition = { field: 'projectOutcome', is: ['started'] };

/** A programme that is made, alone or with others: the group must be complete (R-f2). */
export const isMade: Condition = { fact: 'decision', is: ['create', 'collaborate'] };

/** There is a project. To use what exists takes agreements only. */
export const isProject: Condition = { fact: 'decision', is: ['create', 'collaborate', 'purchase'] };

export const projectStarted: Condition = { all: [started, isProject] };
export const purchaseStarted: Condition = { all: [started, { fact: 'decision', is: ['purchase'] }] };
export const jointStarted: Condition = { all: [started, { fact: 'decision', is: ['collaborate'] }] };
