import { setTimeout as sleep } from 'node:timers/promises';
import { type Mail, mailsIn } from '../../local/mailbox.ts';
import { errorsIn, type Fields, type People, peopleOf } from '../../local/people.ts';
import type { System } from '../../local/system.ts';
import type { Step } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { type SampleNumber, sample } from '../builders/samples.ts';
import { plainAnswer } from '../simulation/people.ts';

/** People who go on trying: they send again what they were not told was taken, as the page asks them to. */

interface Sent {
  readonly caseNumber: string;
  readonly step: Step;
}

/** An answer that somebody has sent in, once or many times. */
export interface Given extends Sent {
  /** Who signed it: nobody signs two. */
  readonly by: string;
  /** Whether they were told that it is there. */
  readonly told: boolean;
  /** How often it was sent. */
  readonly times: number;
}

/** Longer than the local AWS is away while it is started again, on a machine with much to do. */
const PATIENT_FOR_MS = 300_000;
const AGAIN_AFTER_MS = 250;

const STEPS = [
  'anchoring',
  'screening',
  'position',
  'pprPosition',
  'decision',
] as const satisfies readonly Step[];

const CASE_NUMBER = /N-\d{4}-\d{4,}/u;
const LINK = /https?:\/\/\S+\/a\/[\w-]+/u;

interface Asked {
  readonly caseNumber: string;
  readonly step: (typeof STEPS)[number];
  readonly link: string;
}

export class Nominators {
  /** Cases by number. */
  readonly ids = new Map<string, string>();
  readonly given: Given[] = [];
  /** Answers of which people were told that the question is not asked any more: a case goes on without its manager. */
  readonly tooLate: Sent[] = [];
  /** What the product refused though it should not have. */
  readonly refused: string[] = [];
  readonly #people: People;
  readonly #mailboxUrl: string;
  readonly #answered = new Set<string>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #today: string;

  constructor(system: System, today: string) {
    this.#people = peopleOf(system);
    this.#mailboxUrl = system.mailboxUrl;
    this.#today = today;
  }

  async nominate(n: number): Promise<void> {
    const { nomination } = sample(((n % 5) + 1) as SampleNumber);
    const named = { ...nomination, workingTitle: `${nomination.workingTitle} ${n}`, desiredStart: undefined };
    const key = { 'idempotency-key': crypto.randomUUID() };
    for (const until = Date.now() + PATIENT_FOR_MS; Date.now() < until; ) {
      const response = await this.#people.submit(named, key).catch(() => undefined);
      if (response?.status === 201 || response?.status === 200) {
        const { id, caseNumber } = (await response.json()) as { id: string; caseNumber: string };
        this.ids.set(caseNumber, id);
        return;
      }
      if (response !== undefined && response.status < 500 && response.status !== 429) {
        this.refused.push(`Nomination ${n} was refused: ${await response.text()}`);
        return;
      }
      await sleep(AGAIN_AFTER_MS);
    }
    this.refused.push(`Nomination ${n} was never taken`);
  }

  /** Whether somebody is answering. */
  get busy(): boolean {
    return this.#underWay.size > 0;
  }

  /** Reads what has come, and begins to answer each question of the nomination once. Gives how many were new. */
  async readMail(): Promise<number> {
    const asked = (await mailsIn(this.#mailboxUrl)).flatMap((mail) => this.#askedIn(mail));
    for (const it of asked) {
      if (this.#answered.has(it.link)) continue;
      this.#answered.add(it.link);
      const work = this.#answer(it).finally(() => this.#underWay.delete(work));
      this.#underWay.add(work);
    }
    return asked.length;
  }

  #askedIn({ subject, text }: Mail): readonly Asked[] {
    const [caseNumber = ''] = CASE_NUMBER.exec(subject) ?? [];
    const [link = ''] = LINK.exec(text) ?? [];
    const step = STEPS.find((it) => subject.includes(QUESTIONS[it].asks.sv));
    const isNew = link !== '' && !this.#answered.has(link);
    return isNew && step !== undefined && this.ids.has(caseNumber) ? [{ caseNumber, step, link }] : [];
  }

  async #answer({ caseNumber, step, link }: Asked): Promise<void> {
    const by = `Exempel Person ${this.#answered.size}`;
    const fields: Fields = {
      ...plainAnswer(step, this.#today),
      ...(step === 'position' && { manageableWithinUnits: 'false' }),
      answeredByName: by,
    };
    let told = false;
    let times = 0;
    let status: number | undefined;
    for (const until = Date.now() + PATIENT_FOR_MS; !told && Date.now() < until; times += 1) {
      const response = await this.#people.post(link, fields).catch(() => undefined);
      status = response?.status;
      if (status === 409) {
        this.tooLate.push({ caseNumber, step });
        return;
      }
      if (response?.status === 422) {
        this.refused.push(`${caseNumber}: ${step} was refused: ${errorsIn(await response.text())}`);
        break;
      }
      told = response !== undefined && response.status < 400;
      if (!told) await sleep(AGAIN_AFTER_MS);
    }
    if (!told) this.refused.push(`${caseNumber}: nobody could answer ${step}; the last status was ${status}`);
    this.given.push({ caseNumber, step, by, told, times });
  }
}
