import qs from 'qs';
import { doAct, openAct } from '../../functions/answer/do.ts';
import { giveAnswer } from '../../functions/answer/give.ts';
import {
  earlyQuestions,
  type Opened,
  type OpenedCase,
  openAgain,
  questionIn,
} from '../../functions/answer/opened.ts';
import { type Ask, askCase, askRound } from '../../functions/ask/ask.ts';
import { moveQuestions } from '../../functions/bodies/move.ts';
import { type Drive, driveCase } from '../../functions/drive/drive.ts';
import { sweep } from '../../functions/sweep/sweep.ts';
import {
  type CaseFacts,
  type MailFact,
  type QuestionFact,
  type Recipient,
  unsent,
} from '../../shared/case/facts.ts';
import { actingBody } from '../../shared/case/morning.ts';
import { isWaiting, nextMoves } from '../../shared/case/moves.ts';
import { minutesForAttempt } from '../../shared/case/patience.ts';
import { type Nomination, newCase } from '../../shared/case/submit.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { type Reading, readPosted } from '../../shared/pages/posted.ts';
import type { Body, StoredBody } from '../../shared/records/bodies.ts';
import { newClaim } from '../../shared/records/mailings.ts';
import { wholeForm } from '../../shared/routine/answerer.ts';
import type { AskCaseMessage, AskMessage } from '../../shared/routine/payload.ts';
import type { Sheet } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { minutesAfter } from '../../shared/runtime/clock.ts';
import { noFiles } from '../builders/files.ts';
import type { Chance } from './chance.ts';
import type { Deed, Mishap, PersonsDeed } from './deeds.ts';
import { type Definitions, MemoryMachines } from './machine.ts';
import { MemoryRecord } from './memory-record.ts';
import type { Posting } from './setting.ts';

/** One case with everything around it, in memory: the real functions on a record, a queue and machines of ours. */

const PATIENCE_MINUTES = 15;

/** Seconds that a sender's claim of a mailing holds. */
const CLAIM_SECONDS = 180;

/** As often as a case may be looked at again before it has to have come to rest. */
const MOST_LOOKS = 12;

export interface Surroundings {
  readonly definitions: Definitions;
  readonly bodies: readonly Body[];
  readonly otherCase: string;
  readonly chance: Chance;
  readonly startsAt: Date;
  /** The morning of a list comes before its day: the clock is another's. */
  readonly clockStands?: boolean;
  readonly id?: string;
  readonly number?: string;
}

/** What became of something that somebody sent in. */
export type Taken = 'given' | 'wrong' | 'late' | 'notTheirs';

type Message = AskMessage | AskCaseMessage;

export class World {
  readonly record: MemoryRecord;
  readonly machines: MemoryMachines;
  /** How often each mail was sent. */
  readonly delivered = new Map<string, number>();
  /** How often somebody died, who may have sent mails that another then sent again. */
  kills = 0;
  readonly clockStands: boolean;
  readonly #chance: Chance;
  readonly #queue: Message[] = [];
  readonly #sent: Message[] = [];
  readonly #ask: Ask;
  readonly #drive: Drive;
  #now: Date;
  #loses = 0;
  #copies = 1;
  #callsLeft = Number.POSITIVE_INFINITY;
  #isDead = false;
  /** Something was lost since the case was at rest. */
  #isHurt = false;
  #isWokenAgain = false;

  constructor(nomination: Nomination, given: Surroundings) {
    const { definitions, bodies, otherCase, chance, startsAt } = given;
    const { id = 'case', number = 'N-2026-0001', clockStands = false } = given;
    this.clockStands = clockStands;
    this.#now = startsAt;
    this.#chance = chance;
    const now = () => this.#now;
    const filed = {
      id,
      number,
      at: startsAt,
      wake: 'wake-0',
      lookAgainAt: minutesAfter(startsAt, PATIENCE_MINUTES),
      // As for whoever sends one in without saying otherwise.
      language: 'sv',
    } as const;
    const around = { bodies, otherCases: [otherCase], now };
    this.record = new MemoryRecord(newCase(nomination, filed), nomination, around);
    this.machines = new MemoryMachines(definitions, (message) => this.#send(message), now);
    this.#ask = {
      record: this.#mortal(this.record.forAsk()),
      linkKeyId: async () => 'k1',
      newClaim: () => newClaim(minutesAfter(this.#now, CLAIM_SECONDS / 60)),
      deliver: async (facts, mail) => this.#deliverMail(facts, mail),
      now,
    };
    this.#drive = {
      record: this.#mortal(this.record.forDrive()),
      machines: this.#mortal({
        start: this.machines.start,
        running: this.machines.running,
        stop: this.machines.stop,
        resume: this.machines.resume,
      }),
      requestAsking: async (caseId) => this.#send({ schema: 1, kind: 'askCase', caseId }),
      now,
      patienceMinutes: PATIENCE_MINUTES,
      executionDays: 240,
    };
  }

  get facts(): CaseFacts {
    return this.record.facts;
  }

  get bodies(): readonly Body[] {
    return this.record.bodies;
  }

  get now(): Date {
    return this.#now;
  }

  set now(at: Date) {
    this.#now = at;
  }

  /** A moment passes: what machines do is done before the next act, and after the last. */
  pass(): void {
    if (!this.clockStands) this.#now = new Date(this.#now.getTime() + 1);
  }

  get today(): string {
    return dateInSweden(this.#now);
  }

  /** A person sends in a form. */
  async do(deed: PersonsDeed): Promise<Taken> {
    const deps = { record: this.record.forPeople(), files: noFiles, now: () => this.#now };
    const opened = await this.#open(deed.by);
    if (deed.kind === 'answer') {
      const question = questionOf(opened, deed.question, this.#now);
      if (question === undefined) return 'notTheirs';
      const { kind } = await giveAnswer(deps, question, this.#read(question.question, deed.posting, opened));
      return takenAs(kind);
    }
    const on = this.facts.questions.find(({ id }) => id === deed.on);
    const act = openAct(deps, opened, deed.act, on);
    if (act === undefined) return 'notTheirs';
    return takenAs((await doAct(deps, act, this.#read(act.act, deed.posting, opened))).kind);
  }

  /** Questions that the office can answer before they are asked. */
  async early(): Promise<readonly QuestionFact[]> {
    return earlyQuestions(await this.#open('sobOffice'), this.#now);
  }

  async #open(by: PersonsDeed['by']): Promise<OpenedCase> {
    const deps = { record: this.record.forPeople(), files: noFiles, now: () => this.#now };
    const opened = { facts: this.facts, bodies: this.bodies } as OpenedCase;
    return openAgain(deps, by === 'link' ? opened : { ...opened, reader: by });
  }

  #read(sheet: Sheet, posting: Posting, { known }: OpenedCase): Reading {
    return readPosted(wholeForm(sheet), postedAs(posting), known);
  }

  async suffer(mishap: Mishap): Promise<void> {
    const { head } = this.facts;
    switch (mishap.kind) {
      case 'redelivery': {
        const message = this.#sent[mishap.which % this.#sent.length];
        if (message !== undefined) this.#queue.push(message);
        return;
      }
      case 'drivenAgain':
        this.record.setHead({ wake: this.record.newWake() });
        return;
      case 'stopped':
        this.#stop();
        return;
      case 'lost':
        this.#loses = 1;
        return;
      case 'repeated':
        this.#copies = mishap.times;
        return;
      case 'killed':
        this.#callsLeft = mishap.after;
        return;
      case 'days':
        this.#now = new Date(this.#now.getTime() + mishap.days * 24 * 3_600_000);
        if (head.lookAgainAt !== undefined) this.#look();
        return this.#morning(this.today);
      case 'listDay':
        if (!this.clockStands) this.#now = new Date(Math.max(this.#now.getTime(), morningOf(mishap.on)));
        if (!this.clockStands && head.lookAgainAt !== undefined) this.#look();
        return this.#morning(mishap.on);
      case 'succeeded':
        return this.#succeed(mishap.from, mishap.to);
    }
  }

  async #morning(today: string): Promise<void> {
    await sweep({ record: this.record.forSweep(), deliver: async () => true, measure: () => {} }, today);
  }

  async #succeed(from: string, successor: string): Promise<void> {
    const bodies = this.bodies.map((body) => (body.id === from ? { ...body, successor } : body));
    this.record.bodies = bodies;
    const given = bodies.find(({ id }) => id === from) as StoredBody;
    await moveQuestions({ record: this.record.forMove(), now: () => this.#now }, given, { client: 'client' });
  }

  /** What `mend` does when Step Functions tells that an execution was aborted. */
  #stop(): void {
    const { head } = this.facts;
    const { startedAttempt } = head;
    const execution = this.machines.executions.find(({ message }) => message.attempt === startedAttempt);
    if (execution?.status !== 'RUNNING') return;
    execution.status = 'ABORTED';
    delete execution.token;
    this.record.restartPhase(
      startedAttempt,
      minutesForAttempt(startedAttempt, this.facts.head, PATIENCE_MINUTES),
    );
  }

  /** Lets machines work until there is nothing left to do; `mend` comes when it is time. */
  async rest(): Promise<void> {
    for (let looks = 0; looks <= MOST_LOOKS; looks += 1) {
      await this.#work();
      if (this.#isQuiet) {
        this.#isHurt = false;
        return;
      }
      if (!this.#isHurt)
        throw new Error(`Nothing was lost, and yet the case waits for mend: ${this.#whatIsLeft()}`);
      const { lookAgainAt } = this.facts.head;
      if (lookAgainAt === undefined) throw new Error('Nobody will ever look at the case again');
      this.#now = new Date(Math.max(this.#now.getTime(), Date.parse(lookAgainAt)));
      this.#look();
    }
    throw new Error('The case does not come to rest');
  }

  get #isQuiet(): boolean {
    const { wake, phaseWanted } = this.facts.head;
    const isStill = wake === undefined && nextMoves(this.facts, this.#now).length === 0;
    return isStill && (isWaiting(this.facts) || !phaseWanted);
  }

  #whatIsLeft(): string {
    const moves = nextMoves(this.facts, this.#now).map(({ kind }) => kind);
    const mails = this.facts.mailings.filter((it) => unsent(it).length > 0).map(({ id }) => id);
    return JSON.stringify({ moves, mails, isWaiting: isWaiting(this.facts) });
  }

  #look(): void {
    this.record.wakeToLook(minutesAfter(this.#now, PATIENCE_MINUTES));
  }

  async #work(): Promise<void> {
    for (let turns = 0; turns < 200; turns += 1) {
      const isWoken = this.record.isStreamed || this.#isWokenAgain;
      if (!isWoken && this.#queue.length === 0) return;
      const drives = isWoken && (this.#queue.length === 0 || this.#chance.oneIn(2));
      await this.#atOnce(drives);
    }
    throw new Error('Machines keep each other busy');
  }

  /** Several messages are carried out side by side, and beside them the stream tells of the case. */
  async #atOnce(drives: boolean): Promise<void> {
    const messages = Array.from({ length: (drives ? 0 : 1) + this.#chance.below(3) }, () =>
      this.#queue.splice(this.#chance.below(this.#queue.length), 1),
    ).flat();
    const done = await Promise.allSettled([
      ...(drives ? [this.#driven()] : []),
      ...messages.map((message) =>
        message.kind === 'ask' ? askRound(this.#ask, message) : askCase(this.#ask, message.caseId),
      ),
    ]);
    const failed = done.find((it) => it.status === 'rejected');
    if (failed !== undefined && !this.#isDead) throw failed.reason;
    if (this.#isDead) this.#queue.push(...messages);
    if (this.#isDead && drives) this.record.isStreamed = true;
    this.#isDead = false;
  }

  /** The stream tells of every change of a head that is marked: also of those that `drive` itself makes. */
  async #driven(): Promise<void> {
    this.record.isStreamed = false;
    this.#isWokenAgain = !this.#isWokenAgain && this.#chance.oneIn(2);
    await driveCase(this.#drive, this.facts.head.id);
  }

  #send(message: Message): void {
    this.#sent.push(message);
    // What is lost after a case's end has its execution stopped by mend (test/unit/functions/drive.test.ts), which ends it in no state.
    if (this.#loses > 0 && this.facts.head.phaseWanted) {
      this.#loses -= 1;
      this.#isHurt = true;
      return;
    }
    for (let copy = 0; copy < this.#copies; copy += 1) this.#queue.push(message);
    this.#copies = 1;
  }

  #deliverMail(facts: CaseFacts, { id, to }: MailFact): string {
    if (this.#addressOf(facts, to) === undefined)
      throw new Error(`A mail has nobody to go to: ${JSON.stringify(to)}`);
    this.delivered.set(id, (this.delivered.get(id) ?? 0) + 1);
    return 'message';
  }

  #addressOf({ head, related, programme }: CaseFacts, to: Recipient): string | undefined {
    if ('body' in to) return actingBody(this.bodies, to.body)?.mailbox;
    if ('merged' in to) return related.find(({ number }) => number === to.merged)?.nominator;
    if ('user' in to) return programme?.users.find(({ id }) => id === to.user)?.mailbox;
    return 'former' in to ? head.replaced?.[to.former] : head.contacts[to.contact];
  }

  /** The same dependencies, which take their time, and now and then die right after a call; whoever is dead calls nothing more. */
  #mortal<T extends object>(deps: T): T {
    const entries = Object.entries(deps).map(([name, call]) => [
      name,
      async (...args: unknown[]) => {
        for (let turns = this.#chance.below(4); turns > 0; turns -= 1) await Promise.resolve();
        if (this.#isDead) throw new Error('killed');
        const result = await call(...args);
        this.#callsLeft -= 1;
        if (this.#callsLeft > 0) return result;
        this.#callsLeft = Number.POSITIVE_INFINITY;
        this.#isDead = true;
        this.#isHurt = true;
        this.kills += 1;
        throw new Error('killed');
      },
    ]);
    return Object.fromEntries(entries);
  }
}

const questionOf = (opened: OpenedCase, id: string, now: Date): Opened | undefined => {
  if (opened.reader !== undefined) return questionIn(opened, id, now);
  const asked = opened.facts.questions.find((it) => it.id === id);
  return asked && { ...opened, asked, question: QUESTIONS[asked.round.step] };
};

/** When the mails of a day go out. */
const morningOf = (day: string): number => Date.parse(`${day}T06:00:00Z`);

const takenAs = (kind: string): Taken => {
  if (kind === 'given' || kind === 'wrong' || kind === 'late') return kind;
  throw new Error(`A confirmed form was taken as ${kind}`);
};

/** A form's body as a browser sends it. */
export const postedAs = (posting: Posting): string => qs.stringify(posting, { allowDots: true });

export const isPersons = (deed: Deed): deed is PersonsDeed => deed.kind === 'answer' || deed.kind === 'act';
