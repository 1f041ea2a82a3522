import type { Consequence } from '../../shared/case/consequence.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import type { Relation } from '../../shared/records/record-act.ts';
import type { FieldProblem } from '../../shared/routine/check.ts';
import type { Words } from '../../shared/routine/words.ts';
import type { AnswerDeps } from './record.ts';

type Answers = Readonly<Record<string, unknown>>;

/** Cases that are named by their number have to be there (ROUTINE.md section 0 no. 11). */
export const namedCaseProblems = async (
  { record }: AnswerDeps,
  { mergedInto, relatedCases }: Answers,
): Promise<readonly FieldProblem[]> => {
  const named = [
    ...(typeof mergedInto === 'string' ? [{ field: 'mergedInto', number: mergedInto }] : []),
    ...(Array.isArray(relatedCases) ? relatedCases : []).map((number, index) => ({
      field: `relatedCases[${index}]`,
      number: String(number),
    })),
  ];
  const found = await Promise.all(
    named.map(async (it) => ({ ...it, there: await record.caseByNumber(it.number) })),
  );
  return found
    .filter(({ there }) => there === undefined)
    .map(({ field, number }) => ({ field, message: NO_SUCH_CASE(number) }));
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
  const linked = (changed.relatedCases ?? []).filter((it) => !head.relatedCases?.includes(it));
  const told: readonly (readonly [other: string, as: Relation['as']])[] = [
    ...linked.map((it) => [it, { number, how: 'linked' }] as const),
    ...(changed.mergedInto === undefined
      ? []
      : [[changed.mergedInto, { number, how: 'merged', nominator: contacts.nominator }] as const]),
    ...('mergedInto' in changed && before !== undefined ? [[before, 'noMore'] as const] : []),
  ];
  const relations = told.map(async ([other, as]) => {
    const caseId = await record.caseByNumber(other);
    return caseId === undefined ? [] : [{ caseId, number, as }];
  });
  return (await Promise.all(relations)).flat();
};

const NO_SUCH_CASE = (number: string): Words => ({
  sv: `Det finns inget ärende ${number}. Skriv numret som det står i mejlen, till exempel N-2026-0007.`,
  en: `There is no case ${number}. Write the number as it stands in the mails, for example N-2026-0007.`,
});
