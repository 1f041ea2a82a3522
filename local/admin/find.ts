import type { CaseFacts, QuestionFact } from '../../shared/case/facts.ts';
import { openQuestions } from '../../shared/case/rounds.ts';
import { caseByNumber, readFacts } from '../../shared/records/cases.ts';
import { Problem } from '../problem.ts';
import type { Target } from './target.ts';

/** The case with a number. */
export const caseNamed = async ({ store }: Target, number: string): Promise<CaseFacts> => {
  const id = await caseByNumber(store, number);
  const facts = id === undefined ? undefined : await readFacts(store, id);
  if (facts === undefined)
    throw new Problem(
      `CASE: there is no case ${number}. \`npm run admin -- cases\` lists those that are open.`,
    );
  return facts;
};

/**
 * The open question that a name fits: its id, its step, or step and body.
 * @throws where none does, or several do, with those that there are
 */
export const questionNamed = (facts: CaseFacts, name: string): QuestionFact => {
  const open = openQuestions(facts);
  const fitting = open.filter(({ id, round, body }) =>
    [id, round.step, `${round.step}/${body}`].includes(name),
  );
  const [found, another] = fitting;
  if (found !== undefined && another === undefined) return found;
  const those = (another === undefined ? open : fitting).map(({ id }) => `  ${id}`);
  const how = another === undefined ? `no open question is called ${name}` : `${name} fits several questions`;
  throw new Problem(
    [
      `QUESTION: ${how} in ${facts.head.number}. ${those.length === 0 ? 'None is open there.' : 'Name one of these:'}`,
      ...those,
    ].join('\n'),
  );
};
