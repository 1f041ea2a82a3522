import { describe, expect, it } from 'vitest';
import { withQuery } from '../../local/people.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { daysAfter } from '../../shared/case/working-days.ts';
import {
  agenda,
  answerStep,
  linkFor,
  MAILBOX,
  post,
  type Reached,
  reach,
  read,
  SIGNED,
} from '../harness/people.ts';
import { factsOf, wholeTable } from '../harness/record.ts';

/** What a council or PPR does with its list: takes cases up at a meeting, prints them, puts the days in its calendar. */

const IN_A_WEEK = daysAfter(dateInSweden(new Date()), 7);
const LATER = daysAfter(IN_A_WEEK, 7);

/** What the form calls each of these cases. */
const keysOf = (html: string, cases: readonly Reached[]): readonly string[] =>
  cases.map(({ id }) => {
    const key = new RegExp(`name="chosen\\[\\]" type="checkbox" value="(${id} [^"]+)"`, 'u').exec(html)?.[1];
    expect(key).toBeDefined();
    return String(key);
  });

const takeUp = (list: string, chosen: readonly string[], meetingOn: string): Promise<Response> =>
  post(list, { ...SIGNED, chosen, meetingOn });

const meetingOf = async ({ id }: Reached): Promise<string | undefined> =>
  (await factsOf(id)).questions.find(({ round, status }) => round.step === 'pprPosition' && status === 'open')
    ?.meetingOn;

const twoForPpr = async () => {
  const cases = [await reach('pprPosition'), await reach('pprPosition')] as const;
  const list = await agenda(cases[0].caseNumber, MAILBOX.ppr);
  return { cases, list, keys: keysOf(await read(list), cases) };
};

describe('ROUTINE.md section 0 no. 8: the day of a meeting', () => {
  it('is set for several cases at once, and can be moved', async () => {
    const { cases, list, keys } = await twoForPpr();
    const set = await takeUp(list, keys, IN_A_WEEK);
    expect(set.status).toBe(303);
    expect(set.headers.get('location')).toContain(`meeting=${IN_A_WEEK}`);
    for (const it of cases) expect(await meetingOf(it)).toBe(IN_A_WEEK);
    expect(await read(withQuery(list, { meeting: IN_A_WEEK }))).toContain('tas upp på mötet den');

    expect((await takeUp(list, keys.slice(0, 1), LATER)).status).toBe(303);
    expect(await meetingOf(cases[0])).toBe(LATER);
    expect(await meetingOf(cases[1])).toBe(IN_A_WEEK);
  });

  it('without a case, a day or a name nothing is set, and what was typed and ticked stays', async () => {
    const { cases, list, keys } = await twoForPpr();
    const nothing = await takeUp(list, [], IN_A_WEEK);
    expect(nothing.status).toBe(422);
    const html = await nothing.text();
    expect(html).toContain('Kryssa för minst ett ärende');
    expect(html).toContain(`value="${IN_A_WEEK}"`);

    const nobody = await post(list, { chosen: keys, meetingOn: IN_A_WEEK });
    expect(nobody.status).toBe(422);
    expect((await nobody.text()).match(/name="chosen\[\]"[^>]* checked/gu)).toHaveLength(2);
    expect((await takeUp(list, keys, '2020-01-01')).status).toBe(422);
    for (const it of cases) expect(await meetingOf(it)).toBeUndefined();
  });

  it('is set for the others where one was answered meanwhile, and that is said', async () => {
    const { cases, list, keys } = await twoForPpr();
    await answerStep(cases[0].caseNumber, 'pprPosition', MAILBOX.ppr);
    const set = await takeUp(list, keys, IN_A_WEEK);
    expect(set.status).toBe(303);
    expect(await meetingOf(cases[1])).toBe(IN_A_WEEK);
    const shown = await read(new URL(String(set.headers.get('location')), list).href);
    expect(shown).toContain('väntar inte längre på er');
  });
});

describe('the pack of a meeting', () => {
  it('holds the cases of that day with what was said before, and a draft of the minutes; all of them where no day is named', async () => {
    const { cases, list, keys } = await twoForPpr();
    const day = daysAfter(LATER, 30);
    await takeUp(list, keys.slice(0, 1), day);
    const pack = await read(withQuery(list, { pack: day }));
    expect(pack).toContain(cases[0].caseNumber);
    expect(pack).not.toContain(cases[1].caseNumber);
    expect(pack).toContain('Samordningsråd psykisk hälsa');
    expect(pack).toMatch(
      new RegExp(`<textarea[^>]*>[^<]*§ ___ {2}${cases[0].caseNumber}: [^<]*- Tillstyrker`, 'u'),
    );
    const all = await read(withQuery(list, { pack: 'all' }));
    for (const { caseNumber } of cases) expect(all).toContain(caseNumber);
  });
});

describe('the calendar of an agenda', () => {
  it('leads to the agenda, keeps an event’s UID and raises its SEQUENCE when the day is moved; holds no word of the case', async () => {
    const { cases, list, keys } = await twoForPpr();
    const [{ id, caseNumber, facts }] = cases;
    const nomination = await read(withQuery(list, { pack: 'all' }));
    const title = new RegExp(`${caseNumber}: ([^<]+)<`, 'u').exec(nomination)?.[1];

    const eventOn = async (day: string): Promise<Record<string, string>> => {
      await takeUp(list, keys.slice(0, 1), day);
      const response = await fetch(`${list}?calendar`);
      expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      const file = (await response.text()).replaceAll('\r\n ', '');
      expect(file).not.toContain(String(title));
      expect(file).not.toContain(facts.head.contacts.nominator);
      const event = file
        .split('BEGIN:VEVENT')
        .find((it) => it.includes(`UID:${id}/`) && it.includes('/meetingOn@'));
      return Object.fromEntries(
        String(event)
          .split('\r\n')
          .map((line) => [line.slice(0, line.search(/[:;]/u)), line.slice(line.indexOf(':') + 1)]),
      );
    };
    const before = await eventOn(IN_A_WEEK);
    const after = await eventOn(LATER);
    expect(before.DTSTART).toBe(IN_A_WEEK.replaceAll('-', ''));
    expect(after.DTSTART).toBe(LATER.replaceAll('-', ''));
    expect(after.UID).toBe(before.UID);
    expect(Number(after.SEQUENCE)).toBeGreaterThan(Number(before.SEQUENCE));
    expect(after.URL).toBe(list);
  });

  it('a question’s own page has its days too, and none once it is answered', async () => {
    const { caseNumber } = await reach('position');
    const link = await linkFor(caseNumber, 'position', MAILBOX['council-psykisk-halsa']);
    expect(await read(link)).toContain('href="?calendar"');
    const events = async () =>
      (await (await fetch(`${link}?calendar`)).text()).split('BEGIN:VEVENT').length - 1;
    expect(await events()).toBe(1);
    await answerStep(caseNumber, 'position', MAILBOX['council-psykisk-halsa']);
    expect(await events()).toBe(0);
  });

  it('is opened by the agenda’s secret only', async () => {
    const { list } = await twoForPpr();
    expect((await fetch(`${list.slice(0, -3)}AAA?calendar`)).status).toBe(404);
  });
});

it('reading the list, a pack and the calendar changes nothing', async () => {
  const { list } = await twoForPpr();
  const before = JSON.stringify(await wholeTable());
  for (const page of [`${list}?pack=all`, `${list}?pack=2030-01-01&lang=en`, `${list}?calendar&lang=en`]) {
    for (const method of ['HEAD', 'GET']) expect((await fetch(page, { method })).status).toBe(200);
  }
  expect(JSON.stringify(await wholeTable())).toBe(before);
});
