import type { Key } from '../../shared/records/keys.ts';
import type { Call } from './kinds.ts';

/** A claim holds as long as `ask` may run (infra/mail.ts). */
const CLAIM_MS = 30_000;

interface Text {
  readonly S: string;
}

type StoredKey = Readonly<Record<keyof Key, Text>>;

/** A mailing that is claimed, alone or as it is made (shared/records/mailings.ts, questions.ts). */
interface Write {
  readonly Key: StoredKey;
  readonly UpdateExpression: string;
  readonly ExpressionAttributeValues: Readonly<Record<string, Text>>;
}

interface Transaction {
  readonly TransactItems: readonly {
    readonly Put?: { readonly Item: StoredKey & { claimedUntil?: Text } };
  }[];
}

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
const named = ({ pk, sk }: StoredKey): string => nameOf({ pk: pk.S, sk: sk.S });

const claimsIn = ({ operation, body }: Call): readonly (readonly [mailing: string, claim: string])[] => {
  if (!body.includes('claimedUntil')) return [];
  if (operation === 'TransactWriteItems') {
    const puts = (JSON.parse(body) as Transaction).TransactItems.flatMap(({ Put }) => Put?.Item ?? []);
    return puts.flatMap((item) => (item.claimedUntil ? [[named(item), item.claimedUntil.S] as const] : []));
  }
  const { Key, UpdateExpression, ExpressionAttributeValues } = JSON.parse(body) as Write;
  const [, value = ''] = /^SET claimedUntil = (:\w+)/u.exec(UpdateExpression) ?? [];
  const claim = ExpressionAttributeValues[value]?.S;
  return claim === undefined ? [] : [[named(Key), claim]];
};

/** Which mailing is claimed until when, by the clock of the machine, and which claims were overtaken before that. */
export class Claims {
  readonly #held = new Map<string, { readonly claim: string; readonly untilMs: number }>();
  readonly #overtaken: string[] = [];

  /**
   * Looks at a call that was carried out.
   * @param atMs when that was
   */
  saw(call: Call, atMs: number): void {
    for (const [mailing, claim] of claimsIn(call)) {
      const held = this.#held.get(mailing);
      if (held !== undefined && held.claim !== claim && atMs < held.untilMs) this.#overtaken.push(mailing);
      this.#held.set(mailing, { claim, untilMs: atMs + CLAIM_MS });
    }
  }

  /** How many claims of the mailings whose key begins so were overtaken. */
  overtaken(key: Key): number {
    return this.#overtaken.filter((it) => it.startsWith(nameOf(key))).length;
  }
}
