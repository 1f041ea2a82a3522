import type { Consequence } from '../../shared/case/consequence.ts';
import type { CaseFacts, CaseHead } from '../../shared/case/facts.ts';
import type { Relation } from '../../shared/records/record-act.ts';
import type { FieldProblem } from '../../shared/routine/check.ts';
import type { Words } from '../../shared/routine/words.ts';
import type { AnswerDeps } from './record.ts';

type Answers = Readonly<Record<string, unknown>>;

/**
 * Cases that are named by their number have to be there, and one that another is merged into has to go on (ROUTINE.md
 * section 0 no. 11). A purchase goes on as a purchase (R-a12).
 */
export const namedCaseProblems = async (
  deps: AnswerDeps,
  { head }: CaseFacts,
  { mergedInto, relatedCases }: Answers,
): Promise<readonly FieldProblem[]> => {
  const named = (Array.isArray(relatedCases) ? relatedCases : []).map(async (number, index) => {
    const caseId = await deps.record.caseByNumber(String(number));
    const field = `relatedCases[${index}]`;
    return caseId === undefined ? [{ field, message: NO_SUCH_CASE(String(number)) }] : [];
  });
  const merged = typeof mergedInto === 'string' ? [mergeProblem(deps, head, mergedInto)] : [];
  return (await Promise.all([...named, ...merged])).flat();
};

const mergeProblem = async (
  { record }: AnswerDeps,
  head: CaseHead,
  number: string,
): Promise<readonly FieldProblem[]> => {
  const caseId = await record.caseByNumber(number);
  const other = caseId === undefined ? undefined : (await record.facts(caseId))?.head;
  const at = (message: Words) => [{ field: 'mergedInto', message }];
  if (other === undefined) return at(NO_SUCH_CASE(number));
  if (!other.phaseWanted) return at(ENDED_CASE(number));
  return head.nominationType === 'purchaseExisting' && other.nominationType === 'createNew'
    ? at(PURCHASE_GOES_ON)
    : [];
};

/**
 * What other cases are told when this one is merged into one of them or linked to them; and that it is not merged any
 * more, when it goes on by itself after all.
 */
export const relationsOf = async (
  { record }: AnswerDeps,
  { head }: CaseFacts,
  { head: changed }: Consequence,
): Promise<readonly Relation[]> => {
  const { number, contacts, mergedInto: before } = head;
  const known = [...(head.relatedCases ?? []), before];
  const linked = (changed.relatedCases ?? []).filter((it) => !known.includes(it));
  const told: readonly (readonly [other: string, as: Relation['as']])[] = [
    ...linked.map((it) => [it, { number, how: 'linked' }] as const),
    ...(changed.mergedInto === undefined
      ? []
      : [[changed.mergedInto, { number, how: 'merged', nominator: contacts.nominator }] as const]),
    ...('mergedInto' in changed && before !== undefined ? [[before, 'noMore'] as const] : []),
  ];
  // One case is told one thing; that it was merged into says more than that it is linked.
  const relations = [...new Map(told)].map(async ([other, as]) => {
    const caseId = await record.caseByNumber(other);
    return caseId === undefined ? [] : [{ caseId, number, as }];
  });
  return (await Promise.all(relations)).flat();
};

const NO_SUCH_CASE = (number: string): Words => ({
  sv: `Det finns inget ärende ${number}. Skriv numret som det står i mejlen, till exempel N-2026-0007.`,
  en: `There is no case ${number}. Write the number as it stands in the mails, for example N-2026-0007.`,
});
const ENDED_CASE = (number: string): Words => ({
  sv: `Ärendet ${number} är avslutat. Slå ihop med ett ärende som pågår, eller skriv numret bland ärenden om samma sak.`,
  en: `Case ${number} has ended. Merge into a case that is under way, or write the number among cases about the same thing.`,
});
const PURCHASE_GOES_ON: Words = {
  sv: 'Nomineringen gäller ett inköp. Den kan bara slås ihop med ett annat inköp.',
  en: 'The nomination is for a purchase. It can be merged only into another purchase.',
};
