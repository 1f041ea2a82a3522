import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { chainAct } from '../../../shared/records/acts.ts';
import { differenceIn } from '../../../shared/records/verify.ts';
import { anyCourse, BODIES, type CourseOn, walkTo } from '../../courses/course.ts';
import { definitions } from '../../courses/machine.ts';

type Item = Parameters<typeof differenceIn>[0][number] & Record<string, unknown>;

/** A stored case with one thing changed, the acts that may be named for it, and what was done. */
interface Tampered {
  readonly items: readonly Item[];
  readonly acts: readonly number[];
  readonly told: string;
}

/** Other tamperings are tried by `TAMPERINGS=20000 npx vitest run --project unit test/unit/records/verify.test.ts`. */
const TAMPERINGS = Number(process.env.TAMPERINGS ?? 1000);
const SEED = Number(process.env.TAMPERINGS_SEED ?? 20261123);
const CASES = 25;

const ON: CourseOn = {
  definitions: definitions(),
  bodies: BODIES,
  otherCase: 'N-2026-9999',
  mishaps: ['days', 'listDay', 'succeeded'],
  startsAt: new Date('2026-11-23T08:00:00.000Z'),
};

const cases: (readonly Item[])[] = [];

beforeAll(async () => {
  for (const course of fc.sample(anyCourse(5, 20), { seed: SEED, numRuns: CASES }))
    cases.push((await walkTo(course, ON)).world.record.items() as readonly Item[]);
}, 300_000);

const isAct = ({ sk }: Item): boolean => sk.startsWith('x#act#');
const isText = ({ sk }: Item): boolean => sk.startsWith('t#');
const isState = ({ sk }: Item): boolean => /^p#(?:head|question#|programme)/u.test(sk);
const seqOf = (act: Item): number => Number(act.seq);

/** The act that wrote a text. */
const writerOf = (items: readonly Item[], { sk }: Item): number => {
  const [, kind, id = ''] = /^t#(nomination|answer|act)#(.+)$/u.exec(sk) ?? [];
  const wrote = (act: Item): boolean => {
    const what = act.what as { question?: string; nomination?: number };
    if (kind === 'act') return seqOf(act) === Number(id);
    if (kind === 'nomination') return what.nomination === Number(id);
    return act.kind === 'answered' && what.question === id;
  };
  return seqOf(items.filter(isAct).find(wrote) as Item);
};

/** Everything but its key that a value is made of, as paths. */
const leaves = (it: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof it === 'object' && it !== null && Object.keys(it).length > 0
    ? Object.entries(it)
        .filter(([name]) => path.length > 0 || !['pk', 'sk'].includes(name))
        .flatMap(([name, value]) => leaves(value, [...path, name]))
    : [path];

const otherwise = (it: unknown, [first, ...rest]: readonly string[]): unknown => {
  if (first !== undefined) {
    const tree = structuredClone(it) as Record<string, unknown>;
    tree[first] = otherwise(tree[first], rest);
    return tree;
  }
  if (typeof it === 'boolean') return !it;
  return typeof it === 'number' ? it + 1 : `${typeof it === 'string' ? it : ''}x`;
};

type Tamper = (items: readonly Item[], pick: (among: number) => number) => Tampered | undefined;

const chosen = <T>(from: readonly T[], pick: (among: number) => number): T => from[pick(from.length)] as T;

const changed =
  (is: (item: Item) => boolean, placeOf: (items: readonly Item[], item: Item) => readonly number[]): Tamper =>
  (items, pick) => {
    const item = chosen(items.filter(is), pick);
    const path = chosen(leaves(item), pick);
    return {
      items: items.map((it) => (it === item ? (otherwise(item, path) as Item) : it)),
      acts: placeOf(items, item),
      told: `${item.sk}: ${path.join('.')}`,
    };
  };

const deleted =
  (is: (item: Item) => boolean, placeOf: (items: readonly Item[], item: Item) => number): Tamper =>
  (items, pick) => {
    const item = chosen(items.filter(is), pick);
    return { items: items.filter((it) => it !== item), acts: [placeOf(items, item)], told: item.sk };
  };

/** Two items change places: each stands under the key of the other. */
const swapped =
  (is: (item: Item) => boolean, placeOf: (items: readonly Item[], item: Item) => number): Tamper =>
  (items, pick) => {
    const [a, b] = [chosen(items.filter(is), pick), chosen(items.filter(is), pick)];
    if (a === b) return undefined;
    const other = (it: Item): Item => {
      if (it === a) return { ...b, pk: a.pk, sk: a.sk };
      return it === b ? { ...a, pk: b.pk, sk: b.sk } : it;
    };
    return {
      items: items.map(other),
      acts: [Math.min(placeOf(items, a), placeOf(items, b))],
      told: `${a.sk} and ${b.sk}`,
    };
  };

const actKey = (seq: number): string => `x#act#${String(seq).padStart(6, '0')}`;

/** An act that nobody did, made well: it follows from the one before, and the later ones make room for it. */
const insertedAct: Tamper = (items, pick) => {
  const acts = items.filter(isAct);
  const before = chosen(acts, pick);
  const { kind, at, by, what } = chosen(acts, pick) as never;
  const version = seqOf(before);
  const { item } = chainAct('case', { version, chain: String(before.hash) }, { kind, at, by, what });
  const later = (it: Item): Item =>
    isAct(it) && seqOf(it) > version ? { ...it, sk: actKey(seqOf(it) + 1) } : it;
  return {
    items: [...items.map(later), { ...item, pk: before.pk } as unknown as Item],
    acts: [version + 1, version + 2],
    told: `after ${version}`,
  };
};

/** A text that no act wrote, like one that an act did write. */
const insertedText: Tamper = (items, pick) => {
  const text = chosen(items.filter(isText), pick);
  const sk = text.sk.startsWith('t#nomination#') ? 't#nomination#0099' : `${text.sk}9`;
  return { items: [...items, { ...text, sk }], acts: [items.filter(isAct).length], told: sk };
};

const truncated: Tamper = (items, pick) => {
  const kept = pick(items.filter(isAct).length);
  return {
    items: items.filter((it) => !isAct(it) || seqOf(it) <= kept),
    acts: [kept + 1],
    told: `after ${kept}`,
  };
};

const TAMPERS: Readonly<Record<string, Tamper>> = {
  changedAct: changed(isAct, (_, act) => [seqOf(act)]),
  changedText: changed(isText, (items, text) => [writerOf(items, text)]),
  deletedAct: deleted(isAct, (_, act) => seqOf(act)),
  deletedText: deleted(isText, writerOf),
  swappedActs: swapped(isAct, (_, act) => seqOf(act)),
  swappedTexts: swapped(isText, writerOf),
  insertedAct,
  insertedText,
  truncated,
};

it(`${CASES} cases of courses are what their acts make of them`, () => {
  expect(cases.map((items) => differenceIn(items))).toEqual(cases.map(() => undefined));
  const kinds = cases.flatMap((items) => items.filter(isAct).map(({ kind }) => String(kind)));
  expect(new Set(kinds).size).toBeGreaterThan(10);
});

it(`${TAMPERINGS} single tamperings with stored acts and texts are all found, at the act`, () => {
  const tried: Record<string, number> = {};
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(TAMPERS)),
      fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
      (kind, picks) => {
        const left = [...picks];
        const pick = (among: number): number => (left.shift() ?? 0) % among;
        const items = chosen(cases, pick);
        const it = TAMPERS[kind]?.(items, pick);
        fc.pre(it !== undefined);
        tried[kind] = (tried[kind] ?? 0) + 1;
        const found = differenceIn(it.items);
        expect(found, `${kind} ${it.told}`).toBeDefined();
        expect(it.acts, `${kind} ${it.told}: ${JSON.stringify(found)}`).toContain(found?.act);
      },
    ),
    { seed: SEED, numRuns: TAMPERINGS },
  );
  expect(Object.keys(tried).sort()).toEqual(Object.keys(TAMPERS).sort());
}, 300_000);

it.each(['issue-4', 'issue-5'])(
  'a case that %s stored is what its acts make of it, at each step',
  (version) => {
    const items = new Map<string, Item>();
    for (const file of globSync(`test/versions/${version}/waiting/*.json`).sort()) {
      const stored = JSON.parse(readFileSync(file, 'utf8')).items as readonly Item[];
      for (const it of stored.filter(({ pk }) => pk.startsWith('case#'))) items.set(it.sk, it);
      expect(differenceIn([...items.values()]), file).toBeUndefined();
    }
    expect(items.size).toBeGreaterThan(40);
  },
);

/** What people decide, and no machine marks. */
const DECIDED =
  /^(?:milestone|phase|occasion|phaseWanted|councils|contacts|told|status|receivedOn|targetOn|answeredBy|answeredAt|givenOn|name|council|owner|users|version)\b/u;

it('what the record says of a case, otherwise than its acts make it, is found', () => {
  for (const items of cases.slice(0, 4))
    for (const item of items.filter(isState))
      for (const path of leaves(item).filter(([first = '']) => DECIDED.test(first))) {
        const tampered = items.map((it) => (it === item ? (otherwise(item, path) as Item) : it));
        expect(differenceIn(tampered), `${item.sk} ${path.join('.')}`).toBeDefined();
      }
}, 300_000);
