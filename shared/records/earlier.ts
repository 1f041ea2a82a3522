import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { laidOut } from '../case/earlier.ts';
import type { CaseFacts, QuestionFact } from '../case/facts.ts';
import type { Nomination } from '../case/submit.ts';
import { type CaseSummary, caseSummaryItem } from './candidates.ts';
import { countChanges } from './counts.ts';
import { won } from './failures.ts';
import { keys } from './keys.ts';
import { seenBy } from './questions.ts';
import { change, type Store } from './store.ts';

/**
 * Brings a case that earlier code stored up to this code's layout, in one write that also counts it in the yearly figures,
 * which earlier code did not keep. `false` when somebody else did, or the case has moved: read again.
 */
export const layOut = (store: Store, before: CaseFacts, summary: CaseSummary, nomination: Nomination) => {
  const { head, questions } = laidOut(before, nomination);
  const { version, opened, layout } = before.head;
  const isOfFirst = opened === undefined;
  const TransactItems = [
    // `opened` is raised so that an act that earlier code weighed before is weighed again.
    change(
      store,
      keys.head(head.id),
      { ...added(before.head, head), opened: (opened ?? 0) + 1 },
      { version, opened, layout },
    ),
    ...questions.flatMap((question, i) => {
      const more = { ...added(before.questions[i], question), ...(isOfFirst && seen(question)) };
      return Object.keys(more).length === 0
        ? []
        : [change(store, keys.question(head.id, question.id), more, { id: question.id })];
    }),
    ...(isOfFirst ? [{ Put: { TableName: store.table, Item: caseSummaryItem(summary) } }] : []),
    ...countChanges(store, head.id, undefined, { ...before, head, questions }),
  ];
  return won(() => store.client.send(new TransactWriteCommand({ TransactItems })));
};

const seen = (question: QuestionFact) => (question.status === 'open' ? seenBy(question) : {});

/** What `after` has and `before` has not, or has otherwise. */
const added = (before: object | undefined, after: object): Record<string, unknown> => {
  const had = new Map(Object.entries(before ?? {}));
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => had.get(name) !== value));
};
