import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import db from 'dynalite/db/index.js';
import validations from 'dynalite/validations/index.js';
import { LOOK_AGAIN_INDEX } from '../../shared/records/keys.ts';
import {
  asRefused,
  cancelled,
  firstLower,
  invalid,
  type Json,
  keyOf,
  Refused,
  refusing,
  type Written,
  writtenAt,
  writtenBy,
} from './dynamo-json.ts';

/**
 * DynamoDB in memory, as its API answers: expressions, keys and sizes are checked by dynalite, which knows no transactions;
 * those are put together here from its single writes. One call runs at a time.
 */

export const TABLE = 'fuzz-table';

type Perform = (store: DynaliteStore, data: DynaliteData) => Promise<Json>;

const require = createRequire(import.meta.url);

/** An operation by its name in dynalite, `putItem`. */
const operation = (name: string) => ({
  perform: promisify(require(`dynalite/actions/${name}.js`)) as Perform,
  ...(require(`dynalite/validations/${name}.js`) as { readonly types: unknown; readonly custom: unknown }),
});

const OPERATIONS: Readonly<Record<string, ReturnType<typeof operation>>> = Object.fromEntries(
  ['createTable', 'describeTable', 'getItem', 'putItem', 'updateItem', 'deleteItem', 'query', 'scan']
    .concat('batchGetItem', 'batchWriteItem')
    .map((name) => [name, operation(name)]),
);

const WRITES: Readonly<Record<string, string>> = {
  Put: 'putItem',
  Update: 'updateItem',
  Delete: 'deleteItem',
  // A check is read as a deletion's condition, and never performed.
  ConditionCheck: 'deleteItem',
};

/** DynamoDB's limit (Constraints, "Transaction operations"). */
const MOST_IN_TRANSACTION = 100;

export class MemoryTable {
  readonly #store = db.create({ createTableMs: 0 });
  #last: Promise<unknown> = Promise.resolve();
  #written: Written[] = [];

  /** What was written since this was last asked. */
  takeWritten(): readonly Written[] {
    const written = this.#written;
    this.#written = [];
    return written;
  }

  /**
   * Answers one call of the API, `PutItem` for example, in DynamoDB's JSON.
   * @throws Refused as DynamoDB would answer with 400
   */
  call(name: string, data: Json): Promise<Json> {
    const answer = this.#last.then(() =>
      name === 'TransactWriteItems' ? this.#transact(data) : this.#one(firstLower(name), data),
    );
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async create(): Promise<void> {
    const key = (AttributeName: string, KeyType: string) => ({ AttributeName, KeyType });
    await this.call('CreateTable', {
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'watch', 'lookAgainAt'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      GlobalSecondaryIndexes: [
        {
          IndexName: LOOK_AGAIN_INDEX,
          KeySchema: [key('watch', 'HASH'), key('lookAgainAt', 'RANGE')],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    });
    for (;;) {
      const { Table } = await this.call('DescribeTable', { TableName: TABLE });
      if ((Table as Json).TableStatus === 'ACTIVE') return;
      await new Promise(setImmediate);
    }
  }

  async #one(name: string, given: Json): Promise<Json> {
    const data = this.#checked(name, given);
    const answer = await this.#perform(name, data);
    for (const it of writtenBy(name, given)) this.#written.push(it);
    return answer;
  }

  #checked(name: string, given: Json): DynaliteData {
    const known = OPERATIONS[name];
    if (known === undefined) throw new Refused({ __type: 'UnknownOperationException', message: name });
    return refusing(() => {
      const data = validations.checkTypes(structuredClone(given), known.types);
      validations.checkValidations(data, known.types, known.custom, this.#store);
      return data;
    });
  }

  async #perform(name: string, data: DynaliteData): Promise<Json> {
    try {
      return await (OPERATIONS[name]?.perform(this.#store, data) ?? {});
    } catch (error) {
      throw asRefused(error);
    }
  }

  async #transact({ TransactItems = [] }: { TransactItems?: Record<string, Json>[] }): Promise<Json> {
    const writes = TransactItems.flatMap((it) => Object.entries(it)).map(([kind, given]) => ({
      ...{ kind, given, name: WRITES[kind] ?? kind },
      data: this.#checked(WRITES[kind] ?? kind, given),
    }));
    const touched = new Set(writes.map(({ given }) => JSON.stringify(keyOf(given))));
    if (writes.length > MOST_IN_TRANSACTION || touched.size < writes.length)
      throw invalid('Transaction request cannot include so many operations, or several on one item');
    const before = await Promise.all(writes.map(({ given }) => this.#itemAt(given)));
    const reasons = writes.map(({ data }, n) =>
      db.checkConditional(data, before[n]) ? { Code: 'ConditionalCheckFailed' } : { Code: 'None' },
    );
    if (reasons.some(({ Code }) => Code !== 'None')) throw cancelled(reasons);
    const made = writes.filter(({ kind }) => kind !== 'ConditionCheck');
    for (const [n, { name, given, data }] of made.entries()) {
      try {
        await this.#perform(name, data);
      } catch (error) {
        await this.#putBack(writes.slice(0, writes.indexOf(made[n] as never)), before);
        throw cancelled(
          writes.map((it) => ({ Code: it.data === data ? 'ValidationError' : 'None' })),
          error,
        );
      }
      this.#written.push(writtenAt(keyOf(given)));
    }
    return {};
  }

  async #itemAt(given: Json): Promise<object | undefined> {
    const { Item } = await this.#perform(
      'getItem',
      this.#checked('getItem', { TableName: TABLE, Key: keyOf(given), ConsistentRead: true }),
    );
    return Item as object | undefined;
  }

  async #putBack(writes: readonly { given: Json }[], before: readonly (object | undefined)[]): Promise<void> {
    for (const [n, { given }] of writes.entries()) {
      const Item = before[n];
      const back = Item ? ['putItem', { Item }] : ['deleteItem', { Key: keyOf(given) }];
      await this.#one(String(back[0]), { TableName: TABLE, ...(back[1] as Json) });
    }
  }
}
