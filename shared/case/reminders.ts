import type { Step } from '../routine/question.ts';
import { QUESTIONS } from '../routine/routine.ts';
import { type CaseFacts, type QuestionFact, waitOf } from './facts.ts';
import { isWorkedOn, newestRound, questionsOf } from './rounds.ts';
import { dateInSweden } from './sweden.ts';
import { daysAfter, daysBetween, isWorkingDay, workingDayFrom } from './working-days.ts';

/** What the rules need to know of whom they remind; of someone whom the nomination names nothing is known. */
export interface Reminded {
  readonly deputy?: string;
  readonly absences?: readonly { readonly from: string; readonly to: string }[];
  /** The same days each year, `MM-DD`, first and last. */
  readonly summerPause?: { readonly from: string; readonly to: string };
}

/** What is due for a question on a morning. Each is due until it is marked as done, however many mornings pass. */
export interface Due {
  /**
   * A question that is not mailed by itself came before today, and stands in one list with others (ROUTINE.md section 0
   * no. 10). Those of one morning come one after the other, while that morning's mails are written.
   */
  readonly list: boolean;
  readonly reminder: boolean;
  /** The body's deputy is asked too. */
  readonly deputy: boolean;
  /** Someone above the mailbox is told: its escalation contact where the deputy was asked in vain, or the office. */
  readonly escalation: boolean;
}

const FORTNIGHT = 14;
const MONTH = 30;

/** Reminders by days from the target: a week before, on the day, then every second week (ROUTINE.md section 0 no. 8). */
const BY_TARGET: readonly number[] = [-7, 0];

/**
 * Where the routine states no time, the first reminder comes this many days after the question, as a service goal of
 * the office's own (ROUTINE.md section 6). PPR is not reminded: it has no time, and what waits is on its agenda. Nor is
 * a project's manager of production and test, which take months and have a plan of their own.
 */
const SERVICE_DAYS: Readonly<Partial<Record<Step, number>>> = {
  screening: FORTNIGHT,
  decision: FORTNIGHT,
  anchoring: FORTNIGHT,
  supplement: FORTNIGHT,
  councilChange: FORTNIGHT,
  projectAssignment: MONTH,
  assignmentApproval: FORTNIGHT,
  deviationApproval: FORTNIGHT,
  contentReview: MONTH,
  introduction: FORTNIGHT,
  figures: FORTNIGHT,
  followUp: MONTH,
  inactivation: FORTNIGHT,
  unpublishing: FORTNIGHT,
};

/**
 * Whether a question is owed an answer: who is only told that the idea is anchored with them may stay silent
 * (ROUTINE.md section 0 no. 3).
 */
export const isOwed =
  ({ head }: Pick<CaseFacts, 'head'>) =>
  ({ round }: QuestionFact): boolean =>
    round.step !== 'anchoring' || head.anchoring === 'asked';

/** The questions of a case that whoever is asked may be reminded of, each as from when it can be answered. */
export const remindable = (facts: CaseFacts): readonly QuestionFact[] =>
  facts.questions.filter(isOwed(facts)).flatMap((question) => onceProduced(question, facts));

/** R-g2: there is something to review (h) once the production (g) is answered; a manager who stands in knows when. */
const onceProduced = (question: QuestionFact, facts: CaseFacts): readonly QuestionFact[] => {
  if (question.round.step !== 'contentReview' || question.status !== 'open') return [question];
  const production = newestRound(facts, 'productionChecklist');
  const [answeredAt] =
    production === undefined ? [] : questionsOf(facts, production).flatMap((it) => it.answeredAt ?? []);
  if (question.body !== 'independentReviewer' || !isWorkedOn(facts) || answeredAt === undefined) return [];
  const doneOn = dateInSweden(new Date(answeredAt));
  return [{ ...question, receivedOn: later(question.receivedOn, doneOn) }];
};

const NOTHING: Due = { list: false, reminder: false, deputy: false, escalation: false };

/**
 * What is due for a question today, by ROUTINE.md section 0 no. 8: nothing on a day that is no Swedish working day,
 * while it rests, waits for a supplement or is to be taken up at a meeting, and nothing to a body that is away.
 * Silence puts off and drops nothing: a week of missed mornings gives one reminder. Nothing here decides anything.
 * @param today a date, `YYYY-MM-DD`
 */
export const reminderDue = (question: QuestionFact, body: Reminded, today: string): Due => {
  if (!canBeReminded(question) || isSilent(question, today) || !isWorkingDay(today)) return NOTHING;
  if (isAway(body, today)) return { ...NOTHING, deputy: deputyStandsIn(question, body, today) };
  if (QUESTIONS[question.round.step].inList && question.remindedOn === undefined)
    return { ...NOTHING, list: hadSince(question) < today };
  const late = lateDays(question, today);
  return {
    list: false,
    reminder: scheduledDays(question, today).some((day) => day > (question.remindedOn ?? '')),
    deputy: body.deputy !== undefined && question.deputyAskedOn === undefined && late.length > 0,
    escalation: question.escalatedOn === undefined && late.some(escalatesOn(question, body)),
  };
};

/** Without a deputy at the first reminder after the target; otherwise at the second, if the deputy was asked before. */
const escalatesOn =
  ({ targetOn = '', deputyAskedOn }: QuestionFact, { deputy }: Reminded) =>
  (day: string): boolean =>
    deputy === undefined ||
    (deputyAskedOn !== undefined && day > deputyAskedOn && day >= daysAfter(targetOn, 2 * FORTNIGHT));

/** A question whose link is not made, or has been ended by a newer one, is about to be mailed anyway. */
const canBeReminded = ({ status, linked, linkVersion }: QuestionFact): boolean =>
  status === 'open' && linked === linkVersion;

const isSilent = (question: QuestionFact, today: string): boolean => {
  const { restsUntil = '', meetingOn = '' } = question;
  return restsUntil > today || meetingOn >= today || waitOf(question) !== undefined;
};

/** Whether nobody reads the body's mailbox on a day. */
export const isAway = ({ absences = [], summerPause }: Reminded, day: string): boolean =>
  absences.some(({ from, to }) => isWithin(day, from, to)) ||
  (summerPause !== undefined && isWithin(day.slice('YYYY-'.length), summerPause.from, summerPause.to));

const isWithin = (day: string, from: string, to: string): boolean => from <= day && day <= to;

/** The deputy of a body that is absent when its target passes is asked then; in a summer pause all are away. */
const deputyStandsIn = (
  { targetOn, deputyAskedOn }: QuestionFact,
  { deputy, absences = [] }: Reminded,
  today: string,
): boolean =>
  deputy !== undefined &&
  deputyAskedOn === undefined &&
  targetOn !== undefined &&
  targetOn < today &&
  absences.some(({ from, to }) => isWithin(targetOn, from, to) && isWithin(today, from, to));

/** The days, as working days, that reminders were to be sent on so far. */
const scheduledDays = (question: QuestionFact, today: string): readonly string[] => {
  const { targetOn, receivedOn, restsUntil = '', round } = question;
  if (targetOn !== undefined) {
    const around = BY_TARGET.map((days) => daysAfter(targetOn, days));
    return workingDays(question, [...around, ...fortnightsAfter(targetOn, today)], today);
  }
  const days = SERVICE_DAYS[round.step];
  if (days === undefined) return [];
  const first = daysAfter(later(restsUntil, receivedOn), days);
  return workingDays(question, [first, ...fortnightsAfter(first, today)], today);
};

/** Those of the scheduled days that lie after the target. */
const lateDays = (question: QuestionFact, today: string): readonly string[] =>
  question.targetOn === undefined
    ? []
    : workingDays(question, fortnightsAfter(question.targetOn, today), today);

/** Each second week after a date, up to today. */
const fortnightsAfter = (date: string, today: string): readonly string[] =>
  Array.from({ length: Math.max(0, Math.floor(daysBetween(date, today) / FORTNIGHT)) }, (_, n) =>
    daysAfter(date, (n + 1) * FORTNIGHT),
  );

/** Days moved to working days, without those that have not come and those before the body had the question. */
const workingDays = (question: QuestionFact, days: readonly string[], today: string): readonly string[] =>
  days.map(workingDayFrom).filter((day) => hadSince(question) < day && day <= today);

/** The day since when the body has had the question, without waiting for anybody else. */
const hadSince = ({ openedAt, receivedOn, restsUntil = '', waits = [] }: QuestionFact): string => {
  const moments = [openedAt, ...waits.flatMap(({ to }) => to ?? [])];
  return moments.map((at) => dateInSweden(new Date(at))).reduce(later, later(restsUntil, receivedOn));
};

const later = (a: string, b: string): string => (a > b ? a : b);
