import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { CaseFile } from '../case/attachments.ts';
import type { CaseFacts } from '../case/facts.ts';
import { casePk, FILE, keys } from './keys.ts';
import { type GivenAct, recordAct } from './record-act.ts';
import type { Store } from './store.ts';

/** A transaction's write of what a file of a case is: the same again where it is there already. */
export const putFile = ({ table }: Store, caseId: string, file: CaseFile) => ({
  Put: { TableName: table, Item: { ...keys.file(caseId, file.addedBy, file.id), ...file } },
});

/** Every file of a case; which documents they are, the nomination and the acts say. */
export const readFiles = async (store: Store, caseId: string): Promise<readonly CaseFile[]> => {
  const { Items = [] } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :file)',
      ExpressionAttributeValues: { ':pk': casePk(caseId), ':file': FILE },
    }),
  );
  return Items.map(({ pk: _p, sk: _s, ...file }) => file as CaseFile);
};

/** Records an act that adds a file to the case, together with what the file is. `false` as {@link recordAct}. */
export const recordAttached = (
  store: Store,
  facts: CaseFacts,
  given: GivenAct,
  file: CaseFile,
): Promise<boolean> => recordAct(store, facts, { ...given, writes: [putFile(store, facts.head.id, file)] });
