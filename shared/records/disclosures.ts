import { paginateQuery, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { won } from './failures.ts';
import { casePk, DISCLOSED, DISCLOSURES, keys } from './keys.ts';
import { putNew, type Store } from './store.ts';

/** A copy of a case that somebody was given. */
export interface Disclosure {
  /** The same for the same form, however often it is sent. */
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  /** ISO 8601. */
  readonly at: string;
  readonly to: string;
  readonly request: string;
  readonly ground?: string;
  /** Who disclosed it: as they signed, and as they were logged in. */
  readonly by: { readonly subject: string; readonly name: string; readonly role: string };
  /** The ids of the texts that were masked; see `storedTexts`. */
  readonly masked: readonly string[];
  /** SHA-256, in hex, of the copy as it was shown. */
  readonly digest: string;
}

/** Notes a disclosure, for ever; `false` when it was noted before. */
export const putDisclosure = (store: Store, disclosure: Disclosure): Promise<boolean> => {
  const { id, caseId, at } = disclosure;
  return won(() =>
    store.client.send(
      new TransactWriteCommand({
        TransactItems: [
          putNew(store, { ...keys.disclosed(caseId, id), ...disclosure }),
          putNew(store, { ...keys.disclosure(at, id), ...disclosure }),
        ],
      }),
    ),
  );
};

/** Every disclosure of any case, the latest first. */
export const listDisclosures = (store: Store): Promise<readonly Disclosure[]> =>
  queryAll(store, { ScanIndexForward: false }, 'pk = :pk', { ':pk': DISCLOSURES });

/** Those of one case, the latest first. */
export const disclosuresOf = async (store: Store, caseId: string): Promise<readonly Disclosure[]> => {
  const found = await queryAll(store, {}, 'pk = :pk AND begins_with(sk, :disclosed)', {
    ':pk': casePk(caseId),
    ':disclosed': DISCLOSED,
  });
  return [...found].sort((a, b) => b.at.localeCompare(a.at));
};

const queryAll = async (
  store: Store,
  order: { readonly ScanIndexForward?: boolean },
  KeyConditionExpression: string,
  ExpressionAttributeValues: Readonly<Record<string, string>>,
): Promise<readonly Disclosure[]> => {
  const found: Disclosure[] = [];
  const pages = paginateQuery(
    { client: store.client },
    {
      TableName: store.table,
      ...order,
      KeyConditionExpression,
      ExpressionAttributeValues,
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages)
    found.push(...Items.map(({ pk: _pk, sk: _sk, ...it }) => it as Disclosure));
  return found;
};
