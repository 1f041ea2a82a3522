import { rmSync, writeFileSync } from 'node:fs';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { clockFile } from '../../local/clock-file.ts';
import { functionNamed } from '../../local/functions.ts';
import { filledIn, type People, peopleOf, untilQuiet, withQuery } from '../../local/people.ts';
import type { System } from '../../local/system.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { daysAfter, isWorkingDay, workingDayFrom } from '../../shared/case/working-days.ts';
import type { Store } from '../../shared/records/store.ts';
import type { CaseReader, Step } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { type SampleNumber, sample } from '../builders/samples.ts';
import { Chance } from '../courses/chance.ts';
import {
  answerOf,
  daysToAnswer,
  namedIn,
  plainAnswer,
  signed,
  type Whim,
  whimsOfCase,
  whimsOfProgramme,
  whimsOfProject,
} from './people.ts';
import { type Letter, Postman } from './post.ts';

/** A region that nominates, answers its mail and lets time pass: the real handlers and machines, under a moved clock. */

export interface Simulation {
  readonly years: number;
  readonly nominations: number;
  readonly seed: number;
  /** The first day, `YYYY-MM-DD`; the machine's own day must not be later. */
  readonly from: string;
  readonly onDay?: (day: string) => void;
}

/** One thing that somebody did, without ids and times of day. */
export interface Deed {
  readonly day: string;
  readonly caseNumber: string;
  readonly what: string;
  readonly result: 'done' | 'tooLate' | 'refused';
}

export interface Story {
  readonly deeds: readonly Deed[];
  readonly letters: readonly Letter[];
  /** Every case as it is on the last day. */
  readonly cases: readonly CaseFacts[];
  /** Questions that nobody has planned to answer: a mail is missing. */
  readonly forgotten: readonly string[];
}

interface Planned {
  readonly caseNumber: string;
  /** What it is, and where it stands among others of a day. */
  readonly name: string;
  do(day: string): Promise<Deed['result']>;
}

/** People at work at the same moment; more would be held up by the engine's ten functions at once. */
const AT_ONCE = 4;

/** The time of day at which people work. */
const MORNING = 'T07:30:00Z';

export class Region {
  readonly #system: System;
  readonly #store: Store;
  readonly #given: Simulation;
  readonly #people: People;
  readonly #post: Postman;
  readonly #lambda = new LambdaClient({});
  readonly #sweepName = functionNamed(this.#lambda, 'SweepFunction');
  readonly #plans = new Map<string, Planned[]>();
  readonly #ids = new Map<string, string>();
  readonly #pages = new Map<string, string>();
  readonly #seen = new Set<string>();
  readonly #asked = new Map<string, number>();
  readonly #letters: Letter[] = [];
  readonly #deeds: Deed[] = [];
  readonly #nominations = new Map<string, Readonly<Record<string, unknown>>>();

  constructor(system: System, store: Store, given: Simulation) {
    this.#system = system;
    this.#store = store;
    this.#given = given;
    this.#people = peopleOf(system);
    this.#post = new Postman(system.mailboxUrl);
  }

  /** Lives through all days. The clock is put back when they are over. */
  async live(): Promise<Story> {
    const { years, from } = this.#given;
    const last = daysAfter(from, Math.round(years * 365.25));
    this.#planNominations();
    try {
      for (let day = from; day <= last; day = daysAfter(day, 1)) {
        if (isWorkingDay(day)) await this.#day(day);
      }
      return await this.#story(last);
    } finally {
      rmSync(this.#clockFile(), { force: true });
    }
  }

  #clockFile(): string {
    return clockFile(new URL(this.#system.awsEndpoint).port);
  }

  async #day(day: string): Promise<void> {
    this.#given.onDay?.(day);
    writeFileSync(this.#clockFile(), String(Date.parse(`${day}${MORNING}`) - Date.now()));
    await this.#sweep(day);
    await this.#readMail(day);
    // What is planned for today can be planned today: somebody answers a mail the day it comes.
    for (let planned = this.#take(day); planned.length > 0; planned = this.#take(day)) {
      const byCase = Map.groupBy(planned, ({ caseNumber }) => caseNumber);
      const work = [...byCase.values()];
      await Promise.all(Array.from({ length: AT_ONCE }, () => this.#work(work, day)));
      await this.#readMail(day);
    }
  }

  async #work(left: Planned[][], day: string): Promise<void> {
    for (let plans = left.shift(); plans !== undefined; plans = left.shift()) {
      for (const { caseNumber, name, do: doIt } of plans) {
        const result = await doIt(day);
        const id = this.#ids.get(caseNumber);
        if (id !== undefined) await untilQuiet(this.#store, id, 0);
        this.#deeds.push({ day, caseNumber: id === undefined ? '' : caseNumber, what: name, result });
      }
    }
  }

  #take(day: string): readonly Planned[] {
    const planned = this.#plans.get(day) ?? [];
    this.#plans.delete(day);
    return [...planned].sort((a, b) => a.name.localeCompare(b.name));
  }

  #plan(day: string, planned: Planned): void {
    const on = workingDayFrom(day);
    this.#plans.set(on, [...(this.#plans.get(on) ?? []), planned]);
  }

  /** What is left to chance in one matter, whatever happens in others. */
  #chance(matter: string): Chance {
    let seed = this.#given.seed;
    for (const letter of matter) seed = (Math.imul(seed, 31) + letter.charCodeAt(0)) >>> 0;
    const chance = new Chance(seed);
    chance.below(2);
    return chance;
  }

  #planNominations(): void {
    const { nominations, years, from } = this.#given;
    const days = Math.max(1, Math.round((years - 0.5) * 365));
    for (let n = 1; n <= nominations; n += 1) {
      const name = `nomination ${String(n).padStart(4, '0')}`;
      const chance = this.#chance(name);
      const day = daysAfter(from, chance.below(days));
      // All nominations are one case's plans, so that they are numbered in their order.
      this.#plan(day, { caseNumber: 'new', name, do: (today) => this.#nominate(n, chance, today) });
    }
  }

  async #nominate(n: number, chance: Chance, day: string): Promise<Deed['result']> {
    const { nomination } = sample(((n % 5) + 1) as SampleNumber);
    const named = { ...nomination, workingTitle: `${nomination.workingTitle} ${n}`, desiredStart: undefined };
    const response = await this.#people.submit(named);
    if (response.status !== 201) throw new Error(`Nomination ${n}: ${await response.text()}`);
    const { id, caseNumber } = (await response.json()) as { id: string; caseNumber: string };
    this.#ids.set(caseNumber, id);
    this.#nominations.set(caseNumber, named);
    await untilQuiet(this.#store, id, 1);
    this.#planWhims(caseNumber, whimsOfCase(chance), day);
    return 'done';
  }

  #planWhims(caseNumber: string, whims: readonly Whim[], from: string): void {
    for (const { act, by, afterDays, fields } of whims) {
      this.#plan(daysAfter(from, afterDays), {
        caseNumber,
        name: `${caseNumber} ${act}`,
        do: async (day) => {
          const page = this.#pages.get(`${caseNumber} ${by}`);
          if (page === undefined) return 'tooLate';
          return resultOf(await this.#people.act(page, act, signed(fields(day))));
        },
      });
    }
  }

  async #readMail(day: string): Promise<void> {
    for (const letter of await this.#post.collect(day)) {
      this.#letters.push(letter);
      this.#keepPages(letter);
      for (const link of letter.links.question) this.#planAnswer(letter, link);
      for (const link of letter.links.list) await this.#planList(letter, link);
      for (const link of letter.links.report) this.#planApproval(letter, link);
    }
  }

  /** Readers keep the link to their page of a case. */
  #keepPages({ caseNumber, mailbox, links, day }: Letter): void {
    const [page] = links.page;
    if (caseNumber === undefined || page === undefined) return;
    const reader: CaseReader = READERS[mailbox] ?? 'nominator';
    const key = `${caseNumber} ${reader}`;
    if (!this.#pages.has(key) && reader === 'projectManager')
      this.#planWhims(caseNumber, whimsOfProject(this.#chance(`${key} project`)), day);
    this.#pages.set(key, page);
  }

  /** A question that has come in a mail; a reminder of it brings the same link. */
  #planAnswer({ subject, mailbox, day, ...letter }: Letter, link: string): void {
    const step = STEPS.find((it) => subject.includes(QUESTIONS[it].asks.sv));
    const { caseNumber } = letter;
    if (this.#seen.has(link) || step === undefined || caseNumber === undefined) return;
    this.#seen.add(link);
    this.#planStep(caseNumber, step, mailbox, link, day);
  }

  #planStep(caseNumber: string, step: Step, mailbox: string, link: string, day: string): void {
    const counted = `${caseNumber} ${step} ${mailbox}`;
    const nth = (this.#asked.get(counted) ?? 0) + 1;
    this.#asked.set(counted, nth);
    const chance = this.#chance(`${counted} ${nth}`);
    this.#plan(daysAfter(day, daysToAnswer(step, chance)), {
      caseNumber,
      name: `${counted} ${nth}`,
      do: (today) => this.#answer(caseNumber, step, link, chance, today),
    });
  }

  async #answer(
    caseNumber: string,
    step: Step,
    link: string,
    chance: Chance,
    today: string,
  ): Promise<Deed['result']> {
    const whole = step === 'supplement' ? filledIn(this.#nominations.get(caseNumber) ?? {}) : {};
    const named = namedIn(step, caseNumber);
    if (step === 'position' && chance.oneIn(8)) {
      const supplement = { supplementNeeded: 'Vi behöver veta hur många patienter det gäller.' };
      await this.#people.act(link, 'requestSupplement', signed(supplement));
    }
    const first = resultOf(
      await this.#people.post(link, { ...whole, ...answerOf(step, chance, today), ...named }),
    );
    const result =
      first === 'refused'
        ? resultOf(await this.#people.post(link, { ...whole, ...plainAnswer(step, today), ...named }))
        : first;
    if (result === 'refused')
      throw new Error(`${caseNumber}: nobody can answer ${step} on ${today}: ${link}`);
    if (step === 'introduction' && result === 'done') {
      const whims = whimsOfProgramme(this.#chance(`${caseNumber} programme`), this.#given.years);
      this.#planWhims(
        caseNumber,
        this.#asked.get(`${caseNumber} introduction`) === undefined ? whims : [],
        today,
      );
      this.#asked.set(`${caseNumber} introduction`, 1);
    }
    return result;
  }

  /** The year's list of a council: each line of it is answered from the list. */
  async #planList({ mailbox, day }: Letter, list: string): Promise<void> {
    const html = await (await fetch(list)).text();
    for (const [, href = ''] of html.matchAll(/href="(\?case=[^"]+)"/g)) {
      const { case: caseId = '', question = '' } = Object.fromEntries(
        new URLSearchParams(href.replaceAll('&amp;', '&')),
      );
      const step = STEPS.find((it) => QUESTIONS[it].inList && question.includes(`/${it}/`));
      const link = withQuery(list, { case: caseId, question });
      const caseNumber = [...this.#ids].find(([, id]) => id === caseId)?.[0];
      if (step === undefined || caseNumber === undefined || this.#seen.has(link)) continue;
      this.#seen.add(link);
      this.#planStep(caseNumber, step, mailbox, link, day);
    }
  }

  /** The office approves the figures of a year some days after it is asked to. */
  #planApproval({ day }: Letter, link: string): void {
    if (this.#seen.has(link)) return;
    this.#seen.add(link);
    this.#plan(daysAfter(day, 5), {
      caseNumber: 'report',
      name: `report ${day.slice(0, 'YYYY'.length)}`,
      do: async () => resultOf(await this.#people.post(link, signed({}))),
    });
  }

  async #sweep(day: string): Promise<void> {
    const { FunctionError, Payload } = await this.#lambda.send(
      new InvokeCommand({
        FunctionName: await this.#sweepName,
        Payload: JSON.stringify({ scheduledTime: `${day}T05:30:00Z` }),
      }),
    );
    const swept = Payload && Buffer.from(Payload).toString();
    if (FunctionError !== undefined) throw new Error(`sweep on ${day}: ${swept}`);
    const { begun = 0, woken = 0 } = JSON.parse(swept ?? '{}');
    if (begun + woken === 0) return;
    for (const id of this.#ids.values()) await untilQuiet(this.#store, id, 0);
  }

  async #story(last: string): Promise<Story> {
    const cases: CaseFacts[] = [];
    for (const id of this.#ids.values()) cases.push(await untilQuiet(this.#store, id, 0));
    const planned = [...this.#plans].flatMap(([day, plans]) => (day > last ? plans : []));
    const names = new Set(planned.map(({ name }) => name.split(' ').slice(0, 2).join(' ')));
    const forgotten = cases.flatMap(({ head, questions }) =>
      questions
        .filter(({ status, restsUntil = '' }) => status === 'open' && restsUntil <= last)
        .map(({ round }) => `${head.number} ${round.step}`)
        .filter((name) => !names.has(name)),
    );
    const deeds = [...this.#deeds].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
    return { deeds, letters: this.#letters, cases, forgotten };
  }
}

/** Whose page a mail leads to; nominators have mailboxes of their own. */
const READERS: Readonly<Record<string, CaseReader>> = {
  'sob-forvaltningen@example.se': 'sobOffice',
  'projektagare@example.se': 'projectOwner',
  'projektledare@example.se': 'projectManager',
  'programagare@example.se': 'programmeOwner',
};

const nameOf = ({ day, what }: Deed): string => `${day} ${what}`;

/** Questions by how they ask, the longest first: one may begin as another does. */
const STEPS = (Object.keys(QUESTIONS) as Step[]).sort(
  (a, b) => QUESTIONS[b].asks.sv.length - QUESTIONS[a].asks.sv.length,
);

/** A page that takes what was sent goes on to its receipt; one that shows the receipt says that it came too late. */
const resultOf = ({ status }: Response): Deed['result'] => {
  if (status === 303) return 'done';
  return status === 422 ? 'refused' : 'tooLate';
};
