import { assessmentRules } from './rules/assessment.ts';
import { decisionRules } from './rules/decision.ts';
import { followUpRules } from './rules/follow-up.ts';
import { generalRules } from './rules/general.ts';
import { initiationRules } from './rules/initiation.ts';
import { positionRules } from './rules/position.ts';
import { productionRules } from './rules/production.ts';
import { projectRules } from './rules/project.ts';
import { retirementRules } from './rules/retirement.ts';
import type { Rule } from './rules/rule.ts';
import type { Words } from './words.ts';

export { GATES } from './rules/gates.ts';
export { NOTICES } from './rules/notices.ts';
export type { Gate, NoticeRule, Rule, Strength } from './rules/rule.ts';

/** The rules of the routine in its order, and then those of the project directive's small form. */
export const RULES: readonly Rule[] = [
  ...generalRules,
  ...initiationRules,
  ...assessmentRules,
  ...positionRules,
  ...decisionRules,
  ...productionRules,
  ...retirementRules,
  ...followUpRules,
  ...projectRules,
];

/** The last day on which the routine holds, `YYYY-MM-DD`. */
export const ROUTINE_VALID_TO = '2029-01-31';

interface Document {
  readonly title: Words;
  /** Absent where the address is not known for certain: the title then says what to look for. */
  readonly url?: string;
}

/** The two documents whose knowledge the routine presumes. */
export const DOCUMENTS: Readonly<Record<'regional' | 'national', Document>> = {
  regional: {
    title: {
      sv: 'Regional rutin för framtagande av internetbaserade stöd- och behandlingsprogram (SSN 2023-0013)',
      en: 'The regional routine for producing internet-based support and treatment programmes, in Swedish (SSN 2023-0013)',
    },
  },
  national: {
    title: {
      sv: 'Process för produktion av internetbaserade behandlingsprogram (nationell, finns hos Internetbaserat stöd och behandling)',
      en: 'The national process for producing internet-based treatment programmes, in Swedish (at Internetbaserat stöd och behandling)',
    },
  },
};
