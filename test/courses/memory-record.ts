import type { AnswerRecord } from '../../functions/answer/record.ts';
import type { AskRecord } from '../../functions/ask/ask.ts';
import type { MoveRecord } from '../../functions/bodies/move.ts';
import type { DriveRecord } from '../../functions/drive/drive.ts';
import type { SweepRecord } from '../../functions/sweep/sweep.ts';
import { applied } from '../../shared/case/apply.ts';
import type { CaseFacts, CaseHead, Mailing, QuestionFact } from '../../shared/case/facts.ts';
import { actingBody } from '../../shared/case/morning.ts';
import { leftWake } from '../../shared/case/moves.ts';
import { caseLinkOf } from '../../shared/case/opening.ts';
import { reviewBeginsOn } from '../../shared/case/review.ts';
import { type CaseRow, rowOf } from '../../shared/case/row.ts';
import type { NewCase } from '../../shared/case/submit.ts';
import { tallyChange } from '../../shared/case/tally.ts';
import { CHAIN_START, chainAct, digestOf } from '../../shared/records/acts.ts';
import type { Body, StoredBody } from '../../shared/records/bodies.ts';
import type { CaseTexts } from '../../shared/records/cases.ts';
import { type Key, keys } from '../../shared/records/keys.ts';
import type { StoredMorning } from '../../shared/records/mornings.ts';
import { chained, type GivenAct, textItem } from '../../shared/records/record-act.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import type { ActName } from '../../shared/routine/question.ts';
import { minutesAfter } from '../../shared/runtime/clock.ts';
import { noDesk } from '../builders/no-desk.ts';

/** An item of the table. */
type Item = Key & Readonly<Record<string, unknown>>;

type Written = Readonly<Record<string, unknown>>;
type Given = Omit<GivenAct, 'wake' | 'lookAgainAt'>;

/** What a morning's mail leaves on the questions in it. */
const MARKS = {
  ...{ list: 'remindedOn', reminder: 'remindedOn' },
  ...{ deputy: 'deputyAskedOn', escalation: 'escalatedOn' },
} as const;

/**
 * The record of one case in memory. Every write has the conditions of the real one (`shared/records`), and fails where
 * a transaction would be refused.
 */
export class MemoryRecord {
  facts: CaseFacts;
  texts: CaseTexts;
  readonly acts: ReturnType<typeof chainAct>['item'][] = [];
  /** What was written with each act but the first, as it is stored. */
  readonly written: ReturnType<typeof textItem>[] = [];
  /** As the yearly counters have it. */
  readonly counted: Record<string, number> = {};
  bodies: readonly Body[];
  #mornings: readonly StoredMorning[] = [];
  readonly #now: () => Date;
  readonly #otherCases: readonly string[];
  /** What lists tell of the case. */
  row: CaseRow | undefined;
  #wakes = 0;
  /** The stream has something to tell `drive`: that a mark was set, whoever takes it away before. */
  isStreamed = true;

  constructor(
    { head, questions, mailings }: NewCase,
    nomination: Written,
    given: {
      readonly bodies: readonly Body[];
      readonly otherCases: readonly string[];
      readonly now: () => Date;
    },
  ) {
    this.bodies = given.bodies;
    this.#otherCases = given.otherCases;
    this.#now = given.now;
    const act = chainAct(
      head.id,
      { version: 0, chain: CHAIN_START },
      {
        kind: 'submitted',
        at: head.submittedAt,
        by: {},
        what: { nomination: 1, digest: digestOf(nomination) },
      },
    );
    this.acts.push(act.item);
    const { version, chain } = act;
    this.facts = { head: { ...head, version, chain }, questions, mailings, tokens: [], related: [] };
    this.#count(undefined, this.facts);
    this.texts = {
      nomination,
      versions: [{ answers: nomination, submittedAt: head.submittedAt }],
      answers: [],
      acts: [],
    };
  }

  /** The items of the table that hold this. */
  items(): readonly Item[] {
    const { head, questions, tokens, programme } = this.facts;
    return [
      { ...keys.head(head.id), ...head },
      ...questions.map((it) => ({ ...keys.question(head.id, it.id), ...it })),
      ...tokens.map((it) => ({ ...keys.token(head.id, it.id), ...it })),
      ...(programme === undefined ? [] : [{ ...keys.caseProgramme(head.id), ...programme }]),
      ...this.texts.versions.map((it, n) => ({ ...keys.nomination(head.id, n + 1), ...it })),
      ...this.written,
      ...this.acts,
    ];
  }

  newWake(): string {
    this.#wakes += 1;
    this.isStreamed = true;
    return `wake-${this.#wakes}`;
  }

  setHead(change: Partial<CaseHead>): true {
    this.facts = { ...this.facts, head: { ...this.facts.head, ...change } };
    return true;
  }

  #unsetHead(...names: readonly (keyof CaseHead)[]): true {
    const head = Object.fromEntries(
      Object.entries(this.facts.head).filter(([name]) => !names.includes(name as keyof CaseHead)),
    );
    this.facts = { ...this.facts, head: head as unknown as CaseHead };
    return true;
  }

  /** What `mend` does to a case that is due, and that an operator may do. */
  wakeToLook(lookAgainAt: string): void {
    this.setHead({ wake: this.newWake(), lookDeeper: true, lookAgainAt });
  }

  restartPhase(attempt: number, minutes: number): boolean {
    const { head } = this.facts;
    if (head.attempt !== attempt || head.startedAttempt !== attempt || !head.phaseWanted) return false;
    const lookAgainAt = minutesAfter(this.#now(), minutes);
    return this.setHead({ attempt: attempt + 1, wake: this.newWake(), lookAgainAt });
  }

  forDrive(): DriveRecord {
    return {
      facts: async () => this.facts,
      markDriven: async (_case, tokenId) => {
        const driven = ({ taskToken: _spent, ...token }: CaseFacts['tokens'][number]) => ({
          ...token,
          drivenAt: this.#now().toISOString(),
        });
        const tokens = this.facts.tokens.map((it) => (it.id === tokenId && !it.drivenAt ? driven(it) : it));
        this.facts = { ...this.facts, tokens };
      },
      markStarted: async (read) => {
        if (this.facts.head.startedAttempt >= read.attempt) return false;
        this.setHead({ startedAttempt: read.attempt, startedAt: this.#now().toISOString() });
        return this.#settleLeftWake(read);
      },
      restartPhase: async (_case, attempt, minutes) => this.restartPhase(attempt, minutes),
      lookAgainAfter: async (head, minutes) => this.#lookAgainAfter(head, minutes),
      lookNoMore: async () => !this.facts.head.phaseWanted && this.#unsetHead('lookAgainAt'),
      settleWake: async (_case, wake) => this.#settleWake(wake),
      refreshRow: async (read) => this.#refreshRow(read),
    };
  }

  #settleWake(wake: string): boolean {
    return this.facts.head.wake === wake && this.#unsetHead('wake', 'lookDeeper');
  }

  #settleLeftWake(read: CaseHead): boolean {
    const wake = leftWake(read);
    return wake !== undefined && this.facts.head.wake === wake && this.#unsetHead('wake');
  }

  #lookAgainAfter({ version }: CaseHead, minutes: number): boolean {
    return (
      this.facts.head.version === version && this.setHead({ lookAgainAt: minutesAfter(this.#now(), minutes) })
    );
  }

  forAsk(): AskRecord {
    return {
      facts: async () => this.facts,
      keepToken: async (_case, token) => {
        const isThere = this.facts.tokens.some(({ id }) => id === token.taskToken);
        if (!isThere)
          this.facts = { ...this.facts, tokens: [...this.facts.tokens, { id: token.taskToken, ...token }] };
      },
      openQuestions: async (head, asking) => this.#openQuestions(head, asking),
      linkCase: async (read, reader, keyId) => {
        const { caseLinks } = this.facts.head;
        const { version } = caseLinkOf(read, reader);
        if (caseLinks[reader]?.version !== version) return;
        this.setHead({ caseLinks: { ...caseLinks, [reader]: { version, linked: version, keyId } } });
      },
      wake: async () => this.setHead({ wake: this.newWake() }),
      settleWake: async (_case, wake) => this.#settleWake(wake),
      claimMailing: async (_case, mailing, claim) => this.#claim(mailing, claim),
      markMailsSent: async (_case, mailingId, more) =>
        this.#changeMailing(mailingId, ({ sent }) => ({ sent: { ...sent, ...more } })),
      refreshRow: async (read) => this.#refreshRow(read),
      lookAgainAfter: async (head, minutes) => this.#lookAgainAfter(head, minutes),
    };
  }

  /** What was read before somebody acted tells of nothing that came later. */
  #refreshRow(read: CaseFacts): void {
    const { version, opened } = this.facts.head;
    if (read.head.version + read.head.opened >= version + opened) this.row = this.rowOf(read);
  }

  rowOf(facts: CaseFacts): CaseRow {
    const { workingTitle, nominatingUnit } = this.texts.versions[0]?.answers ?? {};
    return rowOf(facts, { workingTitle: String(workingTitle), nominatingUnit: String(nominatingUnit) });
  }

  #openQuestions(
    read: CaseHead,
    { fresh, linked, mailing }: Parameters<AskRecord['openQuestions']>[1],
  ): boolean {
    const { head } = this.facts;
    const wake = leftWake(read);
    if (head.version !== read.version || head.opened !== read.opened) return false;
    if (wake !== undefined && head.wake !== wake) return false;
    const now = new Map(this.facts.questions.map((question) => [question.id, question]));
    const wantsLink = (it: QuestionFact): boolean => {
      const question = now.get(it.id);
      const { status, linkVersion, linked: made = 0 } = question ?? {};
      return status === 'open' && linkVersion === it.linkVersion && made < it.linked;
    };
    const old = linked.filter(({ id }) => !fresh.some((it) => it.id === id));
    const isTaken = this.facts.mailings.some(({ id }) => id === mailing?.id);
    if (isTaken || fresh.some(({ id }) => now.has(id)) || !old.every(wantsLink)) return false;
    const relinked = new Map(old.map(({ id, linked: made, linkKeyId }) => [id, { linked: made, linkKeyId }]));
    const change = ({ restsUntil, ...question }: QuestionFact): QuestionFact => {
      const link = relinked.get(question.id);
      if (link === undefined) return { ...question, ...(restsUntil !== undefined && { restsUntil }) };
      return { ...question, linked: link.linked, ...(link.linkKeyId && { linkKeyId: link.linkKeyId }) };
    };
    this.facts = {
      ...this.facts,
      head: { ...head, opened: read.opened + 1 },
      questions: [...this.facts.questions.map(change), ...fresh],
      mailings: [...this.facts.mailings, ...(mailing === undefined ? [] : [mailing])],
    };
    this.#settleLeftWake(read);
    return true;
  }

  #claim({ id, sent }: Mailing, claim: string): boolean {
    const mailing = this.facts.mailings.find((it) => it.id === id);
    const now = this.#now().toISOString();
    if (mailing === undefined || Object.keys(mailing.sent).length !== Object.keys(sent).length) return false;
    const { claimedUntil = '' } = mailing;
    if (claimedUntil >= now && claimedUntil !== claim) return false;
    this.#changeMailing(id, () => ({ claimedUntil: claim }));
    return true;
  }

  #changeMailing(id: string, change: (mailing: Mailing) => Partial<Mailing>): void {
    const mailings = this.facts.mailings.map((it) => (it.id === id ? { ...it, ...change(it) } : it));
    this.facts = { ...this.facts, mailings };
  }

  forPeople(): AnswerRecord {
    return {
      ...noDesk,
      link: async () => undefined,
      facts: async (caseId) => (caseId === this.facts.head.id ? this.facts : this.#anotherCase()),
      texts: async () => this.texts,
      bodies: async () => this.bodies,
      record: async (facts, given) => this.#record(facts, given),
      resend: async () => undefined,
      caseByNumber: async (number) => this.#otherCases.find((it) => it === number),
      candidates: async () => [],
      programmes: async () => [],
      interests: async () => [],
      files: async () => [],
      attach: async () => false,
      waitingFor: async () => [],
      minutesToDecision: async () => [],
    };
  }

  /** Whether the case is one that `sweep` and a body's successor look at. */
  get #isFound(): boolean {
    return this.facts.head.lookAgainAt !== undefined;
  }

  forSweep(): SweepRecord {
    const caseId = this.facts.head.id;
    const change = (id: string, it: Partial<StoredMorning>): boolean => {
      this.#mornings = this.#mornings.map((mail) => (mail.id === id ? { ...mail, ...it } : mail));
      return true;
    };
    return {
      toReview: async (today) => {
        const { nextReviewOn } = this.facts.programme ?? {};
        return nextReviewOn !== undefined && reviewBeginsOn(nextReviewOn) <= today ? [caseId] : [];
      },
      beginReview: async (facts, consequence, at) =>
        this.#record(facts, {
          ...{ kind: 'reviewBegun', at: at.toISOString(), by: { clock: 'sweep' } },
          ...{ answers: {}, consequence },
        }),
      openCaseIds: async () => (this.#isFound ? [caseId] : []),
      facts: async () => this.facts,
      bodies: async () => this.bodies,
      mornings: async (date) => this.#mornings.filter((it) => it.date === date),
      putMorning: async (mail, date) => {
        const id = `${date}#${mail.mailbox.toLowerCase()}`;
        if (this.#mornings.some((it) => it.id === id)) return false;
        this.#mornings = [...this.#mornings, { ...mail, id, date }];
        for (const { questionId, reason } of mail.matters) this.#mark(questionId, MARKS[reason], date);
        return true;
      },
      claim: async () => async () => undefined,
      markSent: async (id) => change(id, { sentAt: this.#now().toISOString() }),
      wake: async () => this.setHead({ wake: this.newWake() }),
    };
  }

  #mark(id: string, mark: (typeof MARKS)[keyof typeof MARKS], date: string): void {
    const questions = this.facts.questions.map((it) => (it.id === id ? { ...it, [mark]: date } : it));
    this.facts = { ...this.facts, questions };
  }

  forMove(): MoveRecord {
    const caseId = this.facts.head.id;
    return {
      caseIds: async (body) => (this.#isFound || this.facts.programme?.council === body ? [caseId] : []),
      facts: async () => this.facts,
      actingBody: async (id) => actingBody(this.bodies, id) as StoredBody | undefined,
      endLink: async () => false,
      endOfficeLink: async () => false,
      wake: async () => this.setHead({ wake: this.newWake() }),
      recordMove: async (facts, consequence, { from, to, by }) =>
        this.#record(facts, {
          ...{ kind: 'bodyMoved', at: this.#now().toISOString(), by: { ...by } },
          ...{ answers: { from, to }, consequence },
        }),
    };
  }

  #count(before: CaseFacts | undefined, after: CaseFacts): void {
    for (const [key, by] of Object.entries(tallyChange(before, after)))
      this.counted[key] = (this.counted[key] ?? 0) + by;
  }

  /** Another case under way, which anything can be linked to or a new programme merged into. */
  #anotherCase(): CaseFacts {
    const head = { ...this.facts.head, nominationType: 'createNew', phaseWanted: true } as const;
    return { ...this.facts, head };
  }

  #record(read: CaseFacts, given: Given): boolean {
    const { head } = read;
    const { consequence, at } = given;
    const now = this.facts;
    const demanded = ['version', 'opened', ...(consequence.head.attempt === undefined ? [] : ['attempt'])];
    const isSame = (demanded as ('version' | 'opened' | 'attempt')[]).every(
      (name) => now.head[name] === head[name],
    );
    if (!isSame) return false;
    const there = new Set(now.questions.map(({ id }) => id));
    expectNew('question', there, consequence.asks);
    expectNew('mailing', new Set(now.mailings.map(({ id }) => id)), consequence.mailings);
    const unknown = Object.keys(consequence.questions).filter((id) => !there.has(id));
    if (unknown.length > 0) throw new Error(`An act changes questions that are not there: ${unknown}`);
    const act = chained(head, given);
    this.acts.push(act.item);
    this.written.push(textItem(head.id, act.version, given));
    this.#count(read, applied(read, consequence));
    const after = applied(now, consequence);
    const ended = after.questions.map((it) => {
      const { status } = consequence.questions[it.id] ?? {};
      return status === 'released' || status === 'closed' ? { ...it, endedAt: at } : it;
    });
    this.facts = { ...after, questions: ended };
    this.setHead({ version: act.version, chain: act.chain, wake: this.newWake() });
    this.setHead({ lookAgainAt: minutesAfter(this.#now(), 15) });
    this.#keepTexts(given);
    return true;
  }

  #keepTexts({ kind, question: questionId, answers, at, by, signedBy, consequence }: Given): void {
    const { nomination } = consequence;
    const { versions, answers: answered, acts } = this.texts;
    const isAnswer = kind === 'answered' && questionId !== undefined;
    const act = {
      ...{ seq: this.facts.head.version, act: kind as ActName, answers, at, by: by.body ?? '' },
      ...(questionId !== undefined && { questionId }),
      ...(signedBy !== undefined && { signedBy }),
    };
    this.texts = {
      nomination: nomination ?? this.texts.nomination,
      versions: nomination === undefined ? versions : [...versions, { answers: nomination, submittedAt: at }],
      answers: isAnswer ? [...answered, { questionId, answers, answeredAt: at }] : answered,
      acts: kind in ACTS ? [...acts, act] : acts,
    };
  }
}

const expectNew = (
  what: string,
  there: ReadonlySet<string>,
  items: readonly { readonly id: string }[],
): void => {
  const ids = items.map(({ id }) => id);
  if (ids.some((id) => there.has(id)) || new Set(ids).size < ids.length)
    throw new Error(`An act makes a ${what} that is there already: ${ids}`);
};
