import { MACHINE_STEPS, type MachineStep } from '../routine/question.ts';
import { type CaseFacts, type QuestionFact, roundId } from './facts.ts';
import { inUseSince, type ProgrammeFact, type User } from './programme.ts';
import { answerThatCounts } from './rounds.ts';
import { dateInSweden } from './sweden.ts';
import { daysAfter, daysBetween } from './working-days.ts';

/**
 * What one case adds to the yearly figures: whole numbers by `{year}/{count name}`. A year's figures are the sums over
 * all cases, and those on its last day the sums of all years up to it, so each can be kept by adding differences.
 */
export type Tally = Readonly<Record<string, number>>;

/** What a case adds (R-u1, C1–C11). Years and days are those in Sweden. */
export const tallyOf = (facts: CaseFacts): Tally => {
  const tally: Record<string, number> = {};
  for (const { on, name } of [...ofCase(facts), ...ofAnswers(facts), ...ofProgramme(facts)]) {
    const key = `${on.slice(0, 'YYYY'.length)}/${name}`;
    tally[key] = (tally[key] ?? 0) + 1;
  }
  return tally;
};

/** What a change of a case adds to the figures, and takes from them; nothing where it changes none. */
export const tallyChange = (before: CaseFacts | undefined, after: CaseFacts): Tally => {
  const was: Tally = before === undefined ? {} : tallyOf(before);
  const is = tallyOf(after);
  const changes = [...new Set([...Object.keys(was), ...Object.keys(is)])].map(
    (key) => [key, (is[key] ?? 0) - (was[key] ?? 0)] as const,
  );
  return Object.fromEntries(changes.filter(([, change]) => change !== 0));
};

/** One thing that counts, by the day on which it does. */
interface Counted {
  readonly on: string;
  readonly name: string;
}

const at = (moment: string): string => dateInSweden(new Date(moment));

/** The last step waits for its day, which says nothing of how long anything takes. */
const TIMED_STEPS: ReadonlySet<string> = new Set(MACHINE_STEPS.filter((step) => step !== 'unpublishing'));

/** C5, C7: each case once, by the answer that stands; one that is being asked again has none. */
const ofCase = (facts: CaseFacts): readonly Counted[] => {
  const standing = (step: MachineStep, name: string): readonly Counted[] => {
    const answer = answerThatCounts(facts, step);
    const stands = answer && !facts.head.askedAgain?.includes(roundId(answer.round));
    return stands ? [{ on: at(String(answer.answeredAt)), name: `${name}/${answer.told?.outcome}` }] : [];
  };
  const [firstReferral] = facts.questions
    .filter(({ round, told }) => round.step === 'position' && told?.outcome === 'referToPpr')
    .map(({ answeredAt }) => String(answeredAt))
    .sort();
  return [
    { on: at(facts.head.submittedAt), name: 'nominated' },
    ...standing('screening', 'screened'),
    ...standing('decision', 'decided'),
    ...(firstReferral === undefined ? [] : [{ on: at(firstReferral), name: 'referred' }]),
  ];
};

/**
 * C6, and the time that each step takes: every answer that was given. What nobody was asked before it was recorded took
 * no time that is known, unless it says so itself.
 */
const ofAnswers = ({ questions }: CaseFacts): readonly Counted[] =>
  questions
    .filter(({ status, round }) => status === 'answered' && TIMED_STEPS.has(round.step))
    .flatMap((question) => {
      const { round, receivedOn, targetOn, answeredAt, linked } = question;
      const on = at(String(answeredAt));
      const days = Math.max(0, daysBetween(receivedOn, on));
      const taken = { on, name: `stepDays/${round.step}/${days}` };
      if (round.step !== 'position') return linked > 0 || days > 0 ? [taken] : [];
      const waited = waitedDays(question, on);
      const isWithin = (day: string): boolean => targetOn !== undefined && day <= targetOn;
      return [
        taken,
        { on, name: `netDays/${days - waited}` },
        ...(isWithin(on) ? [{ on, name: 'withinMonth' }] : []),
        ...(isWithin(daysAfter(on, -waited)) ? [{ on, name: 'withinMonthNet' }] : []),
      ];
    });

/** The days until its answer on which a question waited for a supplement, each once; the first day of a wait is none. */
const waitedDays = ({ receivedOn, waits = [] }: QuestionFact, answeredOn: string): number => {
  const days = waits.flatMap(({ from, to }) => {
    const first = later(at(from), receivedOn);
    const last = to === undefined ? answeredOn : earlier(at(to), answeredOn);
    return Array.from({ length: Math.max(0, daysBetween(first, last)) }, (_, i) => daysAfter(first, i + 1));
  });
  return new Set(days).size;
};

const later = (one: string, other: string): string => (one > other ? one : other);
const earlier = (one: string, other: string): string => (one < other ? one : other);

/** C1–C4, C8–C11. */
const ofProgramme = ({ programme }: CaseFacts): readonly Counted[] => {
  if (programme === undefined) return [];
  const { publishedOn, inactivatedOn, kind, origin, users } = programme;
  const began = inUseSince(programme);
  return [
    ...(origin === 'create' ? [{ on: publishedOn, name: `developed/${kind}` }] : []),
    ...(origin === 'collaborate' ? [{ on: publishedOn, name: `joint/${kind}` }] : []),
    ...(began !== undefined && (origin === 'purchase' || origin === 'useExisting')
      ? [{ on: began, name: `putInUse/${origin}` }]
      : []),
    ...(inactivatedOn === undefined ? [] : [{ on: inactivatedOn, name: 'inactivated' }]),
    ...span('use', { from: began, to: inactivatedOn }),
    ...users.flatMap((user) => span('units', unitSpan(user, programme))),
    ...followedUp(programme, began),
  ];
};

interface Span {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** A beginning and an end as two counts: how many there are on a day is the sum of the one less that of the other. */
const span = (name: string, { from, to }: Span): readonly Counted[] => {
  if (from === undefined || (to !== undefined && to <= from)) return [];
  return [
    { on: from, name: `${name}Began` },
    ...(to === undefined ? [] : [{ on: to, name: `${name}Ended` }]),
  ];
};

/** A unit uses a programme until it ends that itself, or the programme is inactivated. */
const unitSpan = ({ kind, startedOn, endedOn }: User, { inactivatedOn }: ProgrammeFact): Span => {
  const ends = [endedOn, inactivatedOn].filter((it) => it !== undefined).sort();
  return { from: kind === 'unit' ? startedOn : undefined, to: ends[0] };
};

/** C11: the years at whose end the programme is in use and for which it was followed up. */
const followedUp = (
  { followUps, inactivatedOn }: ProgrammeFact,
  began: string | undefined,
): readonly Counted[] =>
  [...new Set(followUps.map(({ year }) => `${year}-12-31`))]
    .filter(
      (day) => began !== undefined && began <= day && !(inactivatedOn !== undefined && inactivatedOn <= day),
    )
    .map((on) => ({ on, name: 'followedUp' }));
