import type { Consequence } from '../../shared/case/consequence.ts';
import type { CaseFacts, RelatedCase } from '../../shared/case/facts.ts';
import type { GivenAct } from '../../shared/records/record-act.ts';
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

/** What other cases are told when this one is merged into one of them, or linked to them. */
export const relationsOf = async (
  { record }: AnswerDeps,
  { head }: CaseFacts,
  { head: changed }: Consequence,
): Promise<NonNullable<GivenAct['relates']>> => {
  const linked = (changed.relatedCases ?? []).filter((it) => !head.relatedCases?.includes(it));
  const told: readonly (readonly [number: string, as: RelatedCase])[] = [
    ...linked.map((it) => [it, { number: head.number, how: 'linked' }] as const),
    ...(changed.mergedInto === undefined
      ? []
      : [
          [
            changed.mergedInto,
            { number: head.number, how: 'merged', nominator: head.contacts.nominator },
          ] as const,
        ]),
  ];
  const relations = told.map(async ([number, as]) => {
    const caseId = await record.caseByNumber(number);
    return caseId === undefined ? [] : [{ caseId, as }];
  });
  return (await Promise.all(relations)).flat();
};

const NO_SUCH_CASE = (number: string): Words => ({
  sv: `Det finns inget ärende ${number}. Skriv numret som det står i mejlen, till exempel N-2026-0007.`,
  en: `There is no case ${number}. Write the number as it stands in the mails, for example N-2026-0007.`,
});
