import type { CaseFacts } from '../../shared/case/facts.ts';
import { nameProblems } from '../../shared/case/public-name.ts';
import { isThere, type Programme } from '../../shared/records/programmes.ts';
import type { FieldProblem } from '../../shared/routine/check.ts';
import type { AnswerDeps } from './record.ts';

/** A programme is not called what another is, wherever its name is stated (form g); the register is read only then. */
export const publicNameProblems = async (
  { record }: AnswerDeps,
  facts: CaseFacts,
  { publicName }: Readonly<Record<string, unknown>>,
): Promise<readonly FieldProblem[]> =>
  typeof publicName === 'string'
    ? nameProblems(publicName, facts, (await record.programmes()).filter(isThere).map(named))
    : [];

const named = ({ id, name, caseNumber }: Programme) => ({
  name,
  ...(caseNumber !== undefined && { case: { id, number: caseNumber } }),
});
