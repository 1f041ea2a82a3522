import { Temporal } from 'temporal-polyfill';
import { targetDate } from '../../shared/case/target.ts';
import type { Entry } from './life.ts';

/**
 * What became of a case, told from what people did and wrote and from nothing else: neither the facts that the rules keep
 * nor the counts that follow from them.
 */

type Answered = Extract<Entry, { kind: 'answered' }>;
type Done = Extract<Entry, { kind: 'act' }>;
type Fields = Readonly<Record<string, unknown>>;

export interface AnswerTold {
  readonly step: string;
  readonly year: number;
  readonly days: number;
  /** Of a council: the days without those of waiting, and whether the month was kept. */
  readonly council?: { readonly netDays: number; readonly inTime: boolean; readonly inNetTime: boolean };
}

/** Days, `YYYY-MM-DD`. */
export interface UseTold {
  readonly unit: string;
  from?: string;
  to?: string;
}

export interface ProgrammeTold {
  origin: string;
  kind: string;
  publishedOn: string;
  readonly uses: UseTold[];
  inactivatedOn?: string;
  readonly followedUpIn: number[];
}

interface Ruled {
  readonly year: number;
  readonly outcome: string;
}

export class Story {
  readonly nominatedIn: number;
  screening: Ruled | undefined;
  decision: Ruled | undefined;
  programme: ProgrammeTold | undefined;
  readonly answers: readonly AnswerTold[];
  readonly #referrals = new Map<string, number>();
  #kind = '';

  constructor(log: readonly Entry[]) {
    this.nominatedIn = yearOf(String(log[0]?.at));
    this.answers = log.flatMap((entry) => (entry.kind === 'answered' ? answerTold(entry, log) : []));
    for (const entry of log) {
      if (entry.kind === 'answered') this.#answered(entry);
      if (entry.kind === 'act') this.#done(entry);
    }
  }

  get referredIn(): number | undefined {
    const years = [...this.#referrals.values()];
    return years.length === 0 ? undefined : Math.min(...years);
  }

  #answered({ step, id, at, answers }: Answered): void {
    const told = (name: string): string => String(answers[name]);
    const year = yearOf(at);
    this.#kind = kindIn(answers) ?? this.#kind;
    if (step === 'screening') this.screening = { year, outcome: told('screeningOutcome') };
    if (step === 'position' && refers(answers)) this.#referrals.set(id, year);
    if (step === 'decision' && answers.decision !== 'defer')
      this.decision = { year, outcome: told('decision') };
    if (answers.projectOutcome === 'notFeasible') this.decision = undefined;
    if (step === 'introduction') this.#introduced(answers);
    if (step === 'followUp') this.programme?.followedUpIn.push(year);
    if (step === 'inactivation' && this.programme) this.programme.inactivatedOn = told('inactivatedOn');
  }

  /** Opening a step again has the decision made again as well. */
  #done({ act, on, answers }: Done): void {
    if (act === 'reopen') this.decision = undefined;
    if (act === 'reopen' && answers.reopenStep === 'screening') this.screening = undefined;
    if (act === 'withdrawReferral') this.#referrals.delete(String(on));
    if (act === 'addUnit') this.#uses(answers);
    const { programme } = this;
    if (act === 'endUse') {
      const use = programme?.uses.find(({ unit, to }) => unit === answers.user && to === undefined);
      if (use) use.to = String(answers.endedOn);
    }
    if (act === 'correctProgramme' && programme) {
      programme.publishedOn = String(answers.publishedOn);
      programme.kind = String(answers.programmeKind);
    }
  }

  /** Only the first publication counts; later ones are new versions. */
  #introduced(answers: Fields): void {
    this.programme ??= {
      origin: String(this.decision?.outcome),
      kind: this.#kind,
      publishedOn: String(answers.publishedOn),
      uses: [],
      followedUpIn: [],
    };
    for (const unit of (answers.units ?? []) as readonly Fields[]) this.#uses(unit);
  }

  #uses({ unit, startedOn }: Fields): void {
    const uses = this.programme?.uses ?? [];
    const known = uses.find((it) => it.unit === unit && it.to === undefined);
    const use: UseTold = known ?? { unit: String(unit) };
    if (known === undefined) uses.push(use);
    if (startedOn !== undefined) use.from = String(startedOn);
  }
}

const inSweden = (at: string): Temporal.PlainDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Stockholm').toPlainDate();

const yearOf = (at: string): number => inSweden(at).year;

const kindIn = ({ programmeKind, programmeKindByCouncil }: Fields): string | undefined =>
  (programmeKindByCouncil as { value?: string } | undefined)?.value ??
  (programmeKind === undefined ? undefined : String(programmeKind));

const refers = (answers: Fields): boolean =>
  (answers.organisationalConsequences as { value: boolean }).value ||
  (answers.economicConsequences as { value: boolean }).value ||
  answers.manageableWithinUnits === false ||
  answers.referToPpr === true;

/** Asked beside the machines, or on a day that was set before: their time is in no figures. */
const UNTIMED: readonly string[] = [
  'unpublishing',
  'anchoring',
  'supplement',
  'councilChange',
  'assignmentApproval',
  'figures',
];

const answerTold = ({ step, id, at, answers }: Answered, log: readonly Entry[]): readonly AnswerTold[] => {
  if (UNTIMED.includes(step)) return [];
  const asked = log.find((entry) => entry.kind === 'asked' && entry.id === id);
  const stated = answers.receivedByCouncilOn ?? answers.receivedByPprOn;
  const received =
    stated === undefined
      ? latest(inSweden(String(asked?.at)), listDay(step, String(asked?.at)) ?? putOffTo(step, at, log))
      : Temporal.PlainDate.from(String(stated));
  const day = inSweden(at);
  const days = Math.max(0, received.until(day).days);
  const told = { step, year: day.year, days };
  if (step !== 'position') return [told];
  const target = targetDate(received.toString(), 1);
  const waits = waitsOf(id, at, log);
  const waited = Array.from({ length: days }, (_, n) => received.add({ days: n + 1 })).filter((it) =>
    waits.some(([from, to]) => isAfter(it, from) && !isAfter(it, to)),
  ).length;
  return [
    {
      ...told,
      council: {
        netDays: days - waited,
        inTime: day.toString() <= target,
        inNetTime: day.subtract({ days: waited }).toString() <= target,
      },
    },
  ];
};

/** A follow-up that begins in September is for the list of 1 October. */
const listDay = (step: string, askedAt: string): Temporal.PlainDate | undefined => {
  const { year, month } = inSweden(askedAt);
  return step === 'followUp' && month === 9
    ? Temporal.PlainDate.from({ year, month: 10, day: 1 })
    : undefined;
};

/** The day that a step was put off to, where the answer before this one did that. */
const putOffTo = (step: string, before: string, log: readonly Entry[]): Temporal.PlainDate | undefined => {
  const answers = log.findLast(
    (entry): entry is Answered => entry.kind === 'answered' && entry.step === step && entry.at < before,
  )?.answers;
  const isPutOff = [answers?.decision, answers?.pprPosition, answers?.projectOutcome].some((it) =>
    ['defer', 'deferred', 'putOff'].includes(String(it)),
  );
  return isPutOff ? Temporal.PlainDate.from(String(answers?.reviewOn)) : undefined;
};

const latest = (one: Temporal.PlainDate, other = one): Temporal.PlainDate =>
  isAfter(other, one) ? other : one;

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0;

type Wait = readonly [from: Temporal.PlainDate, to: Temporal.PlainDate];

/** From each request of the council to the supplement that came next; at most until the council answered. */
const waitsOf = (id: string, answeredAt: string, log: readonly Entry[]): readonly Wait[] =>
  log.flatMap((entry, index): readonly Wait[] => {
    if (entry.kind !== 'act' || entry.act !== 'requestSupplement' || entry.on !== id) return [];
    const came = log.slice(index).find((it) => it.kind === 'answered' && it.step === 'supplement');
    return [[inSweden(entry.at), inSweden(came?.at ?? answeredAt)]];
  });
