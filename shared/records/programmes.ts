import { isDeepStrictEqual } from 'node:util';
import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { putAll } from './batches.ts';
import { keys, PROGRAMMES } from './keys.ts';
import type { Store } from './store.ts';

/** Where a programme is known from: put into use by this routine, or listed in the content catalogue of SoB. */
export type ProgrammeSource = 'vgr' | 'sobCatalogue';

/** A programme that there is. Dates are `YYYY-MM-DD`. */
export interface Programme {
  /** Its own within its source. */
  readonly id: string;
  readonly source: ProgrammeSource;
  readonly name: string;
  /** Empty where it is one of ours that was not created here, and nobody has said whose it is. */
  readonly publisher: string;
  readonly kind?: 'treatment' | 'support';
  readonly clinicalAreas: readonly string[];
  readonly targetGroup?: string;
  readonly description?: string;
  readonly url?: string;
  /** When it was read from a list, as it is here. */
  readonly importedOn?: string;
  /** When the list had it no longer; such a programme is kept and not searched. */
  readonly goneOn?: string;
  /** When it was taken down from the catalogue; likewise. */
  readonly unpublishedOn?: string;
  /** The case that it came of: then that says what it is, and no list. */
  readonly caseNumber?: string;
}

/** Whether a programme can be found by whoever looks for one. */
export const isThere = ({ goneOn, unpublishedOn }: Programme): boolean =>
  goneOn === undefined && unpublishedOn === undefined;

/** Stores programmes, each whole in place of the one with its source and id. */
export const putProgrammes = (store: Store, programmes: readonly Programme[]): Promise<void> =>
  putAll(
    store,
    programmes.map((programme) => ({ ...keys.programme(programme.source, programme.id), ...programme })),
  );

/** The programme with an id in its source. */
export const readProgramme = async (
  store: Store,
  source: ProgrammeSource,
  id: string,
): Promise<Programme | undefined> => {
  const Key = keys.programme(source, id);
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key, ConsistentRead: true }),
  );
  return Item && programmeOf(Item);
};

const programmeOf = ({ pk: _pk, sk: _sk, ...programme }: Record<string, unknown>): Programme =>
  programme as unknown as Programme;

/** Every programme of the register, also those that are gone. */
export const listProgrammes = async (store: Store): Promise<readonly Programme[]> => {
  const programmes: Programme[] = [];
  const pages = paginateQuery(
    { client: store.client },
    {
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': PROGRAMMES },
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages) programmes.push(...Items.map(programmeOf));
  return programmes;
};

/** How a list differs from what the register has of its source. */
export interface CatalogueChanges {
  readonly added: readonly Programme[];
  readonly changed: readonly Programme[];
  readonly unchanged: readonly Programme[];
  readonly gone: readonly Programme[];
}

/** What makes the register say what a list says. A programme that had gone and is listed again has changed. */
export const catalogueChanges = (
  stored: readonly Programme[],
  listed: readonly Programme[],
  today: string,
): CatalogueChanges => {
  const before = new Map(stored.map((programme) => [programme.id, programme]));
  const ids = new Set(listed.map(({ id }) => id));
  const isSame = (programme: Programme) => {
    const { importedOn: _, ...was } = before.get(programme.id) ?? {};
    return isDeepStrictEqual(was, programme);
  };
  const dated = (programmes: readonly Programme[]) =>
    programmes.map((programme) => ({ ...programme, importedOn: today }));
  const different = listed.filter((programme) => !isSame(programme));
  return {
    added: dated(different.filter(({ id }) => !before.has(id))),
    changed: dated(different.filter(({ id }) => before.has(id))),
    unchanged: listed.filter(isSame),
    gone: stored
      .filter(({ id, goneOn }) => !ids.has(id) && goneOn === undefined)
      .map((programme) => ({ ...programme, goneOn: today })),
  };
};

export interface Catalogue {
  readonly source: ProgrammeSource;
  /** Without `importedOn` and `goneOn`. */
  readonly programmes: readonly Programme[];
  /** Whether these are all: then those of the register that are not among them are gone. */
  readonly isWhole: boolean;
}

/** Makes the register say what a list says; once done, the same list changes nothing. */
export const importCatalogue = async (
  store: Store,
  { source, programmes, isWhole }: Catalogue,
  today: string,
): Promise<CatalogueChanges> => {
  const stored = (await listProgrammes(store)).filter(
    (programme) => programme.source === source && programme.caseNumber === undefined,
  );
  const changes = catalogueChanges(stored, programmes, today);
  const gone = isWhole ? changes.gone : [];
  await putProgrammes(store, [...changes.added, ...changes.changed, ...gone]);
  return { ...changes, gone };
};
