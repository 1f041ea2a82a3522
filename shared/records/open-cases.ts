import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import { LOOK_AGAIN_INDEX } from './keys.ts';
import type { Store } from './store.ts';

/**
 * The ids of all cases that have not come to their end, or still have mail to send: those that somebody looks at
 * again. The index is read eventually, so a case of the last second may be missing.
 */
export const openCaseIds = async (store: Store): Promise<readonly string[]> => {
  const ids: string[] = [];
  const pages = paginateQuery(
    { client: store.client },
    {
      TableName: store.table,
      IndexName: LOOK_AGAIN_INDEX,
      KeyConditionExpression: 'watch = :watch',
      ExpressionAttributeValues: { ':watch': 'case' },
    },
  );
  for await (const { Items = [] } of pages)
    ids.push(...Items.map(({ pk }) => String(pk).slice('case#'.length)));
  return ids;
};
