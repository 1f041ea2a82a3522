import { randomUUID } from 'node:crypto';
import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { type CaseRow, rowOf } from '../../shared/case/row.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { putAll } from '../../shared/records/batches.ts';
import { type CaseSummary, caseSummaryItem } from '../../shared/records/candidates.ts';
import type { Key } from '../../shared/records/keys.ts';
import { mainKey, rowFrom, rowItems } from '../../shared/records/row-items.ts';
import { rebuildRows, refreshRow } from '../../shared/records/row-refresh.ts';
import { searchRows } from '../../shared/records/row-words.ts';
import { listRows, type RowPage } from '../../shared/records/rows.ts';
import type { Store } from '../../shared/records/store.ts';
import { aQuestion, facts } from '../builders/case.ts';
import { aProgramme } from '../builders/programme.ts';
import { eventually } from '../harness/eventually.ts';
import { submit } from '../harness/people.ts';
import { rests, store } from '../harness/record.ts';

/** A case's row is kept in all its lists: whoever is cut off, comes late or comes twice. */

const TODAY = '2026-12-24';

interface Seen {
  readonly summary: CaseSummary;
  readonly before: CaseFacts;
  readonly after: CaseFacts;
}

/** A case of councils of its own, asked one and then answered by it. */
const aCase = async (title = 'Sömnskola'): Promise<Seen> => {
  const id = randomUUID();
  const number = `N-1999-${Number.parseInt(id.slice(0, 8), 16)}`;
  const council = `council-${id.slice(0, 8)}`;
  const head = { id, number, councils: [council], milestone: 'forwardedToCouncil' } as const;
  const asked = aQuestion('position', council, { targetOn: '2026-12-23' });
  const answered = { ...asked, status: 'answered', told: { outcome: 'noReferral' } } as const;
  const decision = aQuestion('decision', 'sobOffice');
  const summary: CaseSummary = {
    ...{ number, caseId: id, workingTitle: title, nominatingUnit: 'Vårdcentralen Ängen' },
    ...{ clinicalAreas: [], targetGroup: '', summary: '', submittedAt: '2026-11-23T08:00:00.000Z' },
  };
  await putAll(store(), [caseSummaryItem(summary)]);
  return {
    summary,
    before: facts({ head: { ...head, version: 2, opened: 2 }, questions: [asked] }),
    after: facts({
      head: { ...head, milestone: 'positionGiven', version: 3, opened: 3 },
      questions: [answered, decision],
    }),
  };
};

const read = async ({ pk, sk }: Key): Promise<Record<string, unknown> | undefined> => {
  const { client, table } = store();
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }),
  );
  return Item;
};

/** What stands at all the places where the case has been: the row that is expected, or nothing. */
const expectRow = async ({ summary, before, after }: Seen, expected: CaseFacts): Promise<void> => {
  const [all, wanted] = [[before, after, expected], [expected]].map((some) =>
    some.flatMap((it) => rowItems(rowOf(it, summary), 0).map(({ pk, sk }) => ({ pk, sk }))),
  ) as [Key[], Key[]];
  for (const key of all) {
    const item = await read(key);
    const isWanted = wanted.some(({ pk, sk }) => pk === key.pk && sk === key.sk);
    expect([key, item && rowFrom(item)]).toEqual([key, isWanted ? rowOf(expected, summary) : undefined]);
    expect(item?.left).toBeUndefined();
  }
};

/** A store that notes what it writes, and is cut off before the write that `dies` names. */
const watched = (dies = Number.POSITIVE_INFINITY, before: () => Promise<unknown> = async () => undefined) => {
  const written: string[] = [];
  const { client, table } = store();
  const send = async (command: object) => {
    const { name } = command.constructor;
    if (/^(Put|Update|Delete|BatchWrite)/u.test(name)) {
      if (written.length === dies) {
        written.push('cut off');
        await before();
        throw new Error('Cut off');
      }
      written.push(name);
    }
    return client.send(command as never);
  };
  return { written, store: { table, client: { send } } as unknown as Store };
};

describe('the row of a case', () => {
  it('is in all its lists, and leaves those that it no longer belongs to', async () => {
    const seen = await aCase();
    await refreshRow(store(), seen.before);
    await expectRow(seen, seen.before);
    await refreshRow(store(), seen.after);
    await expectRow(seen, seen.after);
    const [council] = seen.before.head.councils;
    const found = (await listRows(store(), { council: String(council) }, { today: TODAY })) as RowPage;
    expect(found.rows).toEqual([rowOf(seen.after, seen.summary)]);
  });

  it('costs nothing where nothing has changed, and eight writes for a step', async () => {
    const { before, after } = await aCase();
    await refreshRow(store(), before);
    const [again, step] = [watched(), watched()];
    await refreshRow(again.store, before);
    expect(again.written).toEqual([]);
    await refreshRow(step.store, after);
    // All twice, milestone, council, open and waiting: the last three moved.
    expect(step.written.length).toBeLessThanOrEqual(9);
  });

  it('is never replaced by what is older', async () => {
    const seen = await aCase();
    await refreshRow(store(), seen.after);
    const late = watched();
    await refreshRow(late.store, seen.before);
    expect(late.written).toEqual([]);
    await expectRow(seen, seen.after);
  });

  it('is right after all wherever somebody is cut off, and whatever has become of the case meanwhile', async () => {
    for (let dies = 0; ; dies += 1) {
      const [same, moved] = [await aCase(), await aCase()];
      for (const seen of [same, moved]) await refreshRow(store(), seen.before);
      const cut = [watched(dies), watched(dies)] as const;
      const isCut = await refreshRow(cut[0].store, same.after).then(
        () => false,
        () => true,
      );
      await refreshRow(cut[1].store, moved.after).catch(() => undefined);
      await refreshRow(store(), same.after);
      await expectRow(same, same.after);
      const back = { ...moved.before, head: { ...moved.before.head, version: 9 } };
      await refreshRow(store(), back);
      await expectRow(moved, back);
      if (!isCut) return expect(dies).toBeGreaterThan(5);
    }
  });

  it('is the newer one when two keep it at once, whoever comes to an end first', async () => {
    for (let dies = 0; dies < 9; dies += 1) {
      const seen = await aCase();
      const later = {
        ...seen.before,
        head: { ...seen.before.head, version: 9, milestone: 'decided' as const },
      };
      await refreshRow(store(), seen.before);
      // The older is held up before one of its writes until the newer is done, and then goes on.
      const slow = slowed(dies, () => refreshRow(store(), later));
      await refreshRow(slow, seen.after);
      await expectRow(seen, later);
    }
  });

  it('is written again, whatever is there, where that is wanted', async () => {
    const seen = await aCase();
    await refreshRow(store(), seen.before);
    const rebuilt = watched();
    await refreshRow(rebuilt.store, seen.before, { again: true });
    expect(rebuilt.written.length).toBeGreaterThan(4);
    await expectRow(seen, seen.before);
  });

  it('is written anew for a case that was stored before there were rows', async () => {
    const { id, caseNumber } = await submit(2);
    const stored = await rests(id, 'screening');
    const { client, table } = store();
    const main = mainKey({
      number: caseNumber,
      submittedOn: dateInSweden(new Date(stored.head.submittedAt)),
    });
    await eventually(async () => expect(await read(main)).toBeDefined());
    await client.send(new DeleteCommand({ TableName: table, Key: { pk: main.pk, sk: main.sk } }));
    expect(await rebuildRows(store(), caseNumber)).toBe(1);
    expect(rowFrom((await read(main)) ?? {})).toMatchObject({ number: caseNumber });
    expect(await rebuildRows(store(), 'N-1999-0001')).toBe(0);
  });

  it('is found by its words, and by the programme’s name once it has one', async () => {
    const mark = `zq${randomUUID().slice(0, 8)}`;
    const { summary, before } = await aCase(`Sömnskola ${mark}`);
    await refreshRow(store(), before);
    const found = async (words: string): Promise<readonly CaseRow[]> =>
      ((await searchRows(store(), words, { today: TODAY })) as RowPage).rows;
    expect(await found(`${mark} ängen`)).toEqual([rowOf(before, summary)]);
    expect(await found(summary.number)).toEqual([rowOf(before, summary)]);
    const programme = aProgramme({ name: `Åter${mark}` });
    const published = { ...before, programme, head: { ...before.head, version: 3 } };
    await refreshRow(store(), published);
    expect(await found(`åter${mark}`)).toEqual([rowOf(published, summary)]);
    const retitled = { ...summary, workingTitle: 'Nattro' };
    await putAll(store(), [caseSummaryItem(retitled)]);
    await refreshRow(store(), published);
    expect(await found(mark)).toEqual([]);
    expect(await found(`nattro åter${mark}`)).toEqual([rowOf(published, retitled)]);
  });
});

/** A store whose nth write waits until something else is done. */
const slowed = (nth: number, until: () => Promise<unknown>): Store => {
  const { client, table } = store();
  let writes = 0;
  const send = async (command: object) => {
    if (/^(Put|Update|Delete|BatchWrite)/u.test(command.constructor.name)) {
      const isHeldUp = writes === nth;
      writes += 1;
      if (isHeldUp) await until();
    }
    return client.send(command as never);
  };
  return { table, client: { send } } as unknown as Store;
};
