import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ProgrammeFact } from '../case/programme.ts';
import { reviewBeginsOn } from '../case/review.ts';
import { keys, LOOK_AGAIN_INDEX } from './keys.ts';
import type { Store } from './store.ts';

/** A transaction's write of what a programme is, whole. It is found by the day on which its next review begins. */
export const putProgramme = ({ table }: Store, caseId: string, programme: ProgrammeFact) => {
  const { nextReviewOn } = programme;
  const found =
    nextReviewOn === undefined ? {} : { watch: 'review', lookAgainAt: reviewBeginsOn(nextReviewOn) };
  return { Put: { TableName: table, Item: { ...keys.caseProgramme(caseId), ...programme, ...found } } };
};

/** The cases of the programmes whose review is to have begun by a day, the longest due first. */
export const casesToReview = async (store: Store, today: string): Promise<readonly string[]> => {
  const { Items = [] } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      IndexName: LOOK_AGAIN_INDEX,
      KeyConditionExpression: 'watch = :watch AND lookAgainAt <= :today',
      ExpressionAttributeValues: { ':watch': 'review', ':today': today },
    }),
  );
  return Items.map((item) => String(item.pk).slice('case#'.length));
};
