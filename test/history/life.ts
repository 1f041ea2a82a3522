import qs from 'qs';
import { Temporal } from 'temporal-polyfill';
import { doAct, openAct } from '../../functions/answer/do.ts';
import { giveAnswer } from '../../functions/answer/give.ts';
import { type OpenedCase, openAgain } from '../../functions/answer/opened.ts';
import type { AnswerDeps, AnswerRecord } from '../../functions/answer/record.ts';
import { applied } from '../../shared/case/apply.ts';
import type { Consequence } from '../../shared/case/consequence.ts';
import type { CaseFacts, QuestionFact } from '../../shared/case/facts.ts';
import { beginReview } from '../../shared/case/review.ts';
import { type Nomination, newCase } from '../../shared/case/submit.ts';
import { readPosted, toPosted } from '../../shared/pages/posted.ts';
import type { Body } from '../../shared/records/bodies.ts';
import type { CaseTexts } from '../../shared/records/cases.ts';
import { wholeForm } from '../../shared/routine/answerer.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import type { ActName, CaseReader, Sheet, Step } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { answersOn, CONFIRMED, MAILBOX, SIGNED } from '../builders/answers.ts';
import { atRest } from '../builders/course.ts';
import { noFiles } from '../builders/files.ts';
import { noDesk } from '../builders/no-desk.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What is known of a case without asking the rules: when somebody was asked, and what people then did and wrote. */
export type Entry =
  | { readonly kind: 'submitted'; readonly at: string }
  | { readonly kind: 'asked'; readonly at: string; readonly id: string }
  | {
      readonly kind: 'answered';
      readonly at: string;
      readonly id: string;
      readonly step: Step;
      readonly answers: Fields;
    }
  | {
      readonly kind: 'act';
      readonly at: string;
      readonly act: ActName;
      readonly on: string | undefined;
      readonly answers: Fields;
    };

const body = (id: string, role: Body['role'], mailbox: string): Body => ({
  ...{ id, role, mailbox, language: 'sv' },
  name: { sv: id, en: id },
});

const { office, ppr, ...councils } = MAILBOX;

export const COUNCILS = Object.keys(councils) as readonly (keyof typeof councils)[];

const BODIES: readonly Body[] = [
  body('sobOffice', 'sobOffice', office),
  body('ppr', 'ppr', ppr),
  ...Object.entries(councils).map(([id, mailbox]) => body(id, 'coordinationCouncil', mailbox)),
];

export const OTHER_CASE = 'N-2020-0001';

/**
 * One case through the years: people fill in the real forms, the real rules say what follows, and the machines as they
 * are deployed say who is asked next.
 */
export class Life {
  facts: CaseFacts;
  now: Date;
  readonly log: Entry[] = [];
  /** The case before and after each write, the first of which has nothing before it. */
  readonly writes: { readonly before: CaseFacts | undefined; readonly after: CaseFacts }[] = [];
  #texts: CaseTexts;

  constructor(nomination: Nomination, number: string, submittedAt: Date) {
    this.now = submittedAt;
    const filed = { id: number, number, at: submittedAt, wake: '', lookAgainAt: '' };
    const { head, questions, mailings } = newCase(nomination, filed);
    this.#texts = { nomination, versions: [], answers: [], acts: [] };
    this.facts = { head: { ...head, version: 1, chain: '' }, questions, mailings, tokens: [], related: [] };
    this.writes.push({ before: undefined, after: this.facts });
    this.log.push({ kind: 'submitted', at: submittedAt.toISOString() });
    this.#rest(this.facts, new Set());
  }

  get today(): string {
    return this.#instant.toZonedDateTimeISO('Europe/Stockholm').toPlainDate().toString();
  }

  get #instant(): Temporal.Instant {
    return Temporal.Instant.from(this.now.toISOString());
  }

  /** The day so many days ago. */
  ago(days: number): string {
    return Temporal.PlainDate.from(this.today).subtract({ days }).toString();
  }

  wait(days: number, hours = 0): void {
    this.now = new Date(this.now.getTime() + (days * 24 + hours) * 3_600_000);
  }

  open(step: Step): QuestionFact | undefined {
    return this.facts.questions.find((it) => it.round.step === step && it.status === 'open');
  }

  /** Whoever is asked this step answers it; `with` differs from an answer that goes through. */
  async answer(step: Step, fields: Fields = {}, asked = this.open(step)): Promise<void> {
    if (asked === undefined) throw new Error(`${this.#name}: nobody is asked ${step}`);
    const { phase, step: _, nth } = asked.round;
    const byDefault: Fields = step === 'supplement' ? toPosted(nominationForm, this.#texts.nomination) : {};
    const typed = { ...byDefault, ...answersOn(this.today)[step], ...fields, ...CONFIRMED };
    const opened = await this.#opened();
    const question = { ...opened, asked, question: QUESTIONS[step] };
    const taken = await giveAnswer(this.#deps, question, this.#read(QUESTIONS[step], typed, opened));
    this.#expectGiven(`${phase}/${step}/${nth}`, taken);
  }

  /** Somebody does something beside answering. */
  async act(name: ActName, by: CaseReader | 'link', fields: Fields, on?: QuestionFact): Promise<void> {
    const opened = await this.#opened(by);
    const it = openAct(this.#deps, opened, name, on);
    if (it === undefined) throw new Error(`${this.#name}: ${name} cannot be done by ${by}`);
    const typed = { ...SIGNED, ...fields, ...CONFIRMED };
    this.#expectGiven(name, await doAct(this.#deps, it, this.#read(it.act, typed, opened)));
  }

  /** The morning comes on which the programme is in the council's list. */
  review(): boolean {
    const consequence = beginReview(this.facts, this.now);
    if (consequence !== undefined) this.#take(consequence);
    return consequence !== undefined;
  }

  get #name(): string {
    return `${this.facts.head.number} on ${this.today}`;
  }

  #expectGiven(what: string, taken: { readonly kind: string }): void {
    if (taken.kind !== 'given')
      throw new Error(`${this.#name}: ${what} was taken as ${JSON.stringify(taken)}`);
  }

  #read(sheet: Sheet, typed: Fields, { known }: OpenedCase) {
    return readPosted(wholeForm(sheet), qs.stringify(typed, { allowDots: true }), known);
  }

  async #opened(by: CaseReader | 'link' = 'link'): Promise<OpenedCase> {
    const opened = { facts: this.facts, bodies: BODIES } as unknown as OpenedCase;
    return openAgain(this.#deps, by === 'link' ? opened : { ...opened, reader: by });
  }

  get #deps(): AnswerDeps {
    return { record: this.#record, files: noFiles, now: () => this.now };
  }

  readonly #record: AnswerRecord = {
    ...noDesk,
    link: async () => undefined,
    facts: async (caseId) =>
      caseId === this.facts.head.id
        ? this.facts
        : { ...this.facts, head: { ...this.facts.head, nominationType: 'createNew', phaseWanted: true } },
    texts: async () => this.#texts,
    bodies: async () => BODIES,
    record: async (_facts, { kind, at, question, answers, consequence }) => {
      const asked = this.facts.questions.find(({ id }) => id === question);
      if (kind === 'answered' && asked !== undefined)
        this.log.push({ kind, at, id: asked.id, step: asked.round.step, answers });
      else
        this.log.push({
          kind: 'act',
          at,
          act: kind as ActName,
          on: question,
          answers: this.#asRead(answers),
        });
      const { nomination } = consequence;
      if (nomination !== undefined) this.#texts = { ...this.#texts, nomination };
      this.#take(consequence);
      return true;
    },
    resend: async () => undefined,
    caseByNumber: async () => OTHER_CASE,
    candidates: async () => [],
    programmes: async () => [],
    interests: async () => [],
    files: async () => [],
    attach: async () => false,
    waitingFor: async () => [],
    minutesToDecision: async () => [],
  };

  /** What was chosen from a list of the programme's users, in the words that stood there. */
  #asRead(answers: Fields): Fields {
    const chosen = this.facts.programme?.users.find(({ id }) => id === answers.user);
    return chosen === undefined ? answers : { ...answers, user: chosen.name };
  }

  #take(consequence: Consequence): void {
    const there = new Set(this.facts.questions.map(({ id }) => id));
    const after = applied(this.facts, consequence);
    this.writes.push({ before: this.facts, after });
    this.#rest(after, there);
  }

  #rest(facts: CaseFacts, there: ReadonlySet<string>): void {
    this.facts = atRest(facts, this.now);
    for (const { id, openedAt } of this.facts.questions)
      if (!there.has(id)) this.log.push({ kind: 'asked', at: openedAt, id });
  }
}
