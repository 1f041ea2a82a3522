import type { MachineStep, Step } from '../routine/question.ts';
import { type Expiry, routineExpiry } from './expiry.ts';
import { type Asked, type CaseFacts, type CaseHead, type QuestionFact, waitOf } from './facts.ts';
import { isOwed } from './reminders.ts';
import { SOB_OFFICE } from './rounds.ts';
import { dateInSweden } from './sweden.ts';
import { daysAfter, daysBetween } from './working-days.ts';

interface OfCase {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly step: Step;
}

/** A question that somebody has yet to answer. */
export interface Open extends OfCase {
  readonly body: Asked;
  readonly since: string;
  /** Days since the nomination was submitted. */
  readonly caseDays: number;
  readonly targetOn?: string;
  readonly meetingOn?: string;
  readonly waitsForSupplement: boolean;
  readonly deputyAskedOn?: string;
}

/** A step that was put off, or a decision that is to be looked at again, and the day for it. */
export interface Review extends OfCase {
  readonly on: string;
}

/** Units that have said since the account before that they want what a case is about as well. */
export interface Wanted {
  readonly caseNumber: string;
  readonly units: number;
  /** Absent where nothing is under way in the case. */
  readonly caseId?: string;
}

/** The office's account of all cases, once a week (ROUTINE.md section 0 no. 8). */
export interface Week {
  /** What others have yet to answer, the oldest first. */
  readonly waiting: readonly Open[];
  /** What the office has yet to answer, the oldest first. */
  readonly owed: readonly Open[];
  /** Days for a review that have come, or come within a fortnight. */
  readonly reviews: readonly Review[];
  readonly wanted: readonly Wanted[];
  /** */
  readonly expiry?: Expiry;
}

const AHEAD_DAYS = 14;
const WEEK_DAYS = 7;

/** @param interests units that want it too, by case number */
export const weekAccount = (
  cases: readonly CaseFacts[],
  today: string,
  interests: Readonly<Record<string, number>> = {},
): Week => {
  const open = cases
    .flatMap((facts) => openIn(facts, today))
    .sort((a, b) => a.since.localeCompare(b.since) || a.caseNumber.localeCompare(b.caseNumber));
  const expiry = routineExpiry(today);
  return {
    waiting: open.filter(({ body }) => body !== SOB_OFFICE),
    owed: open.filter(({ body }) => body === SOB_OFFICE),
    reviews: cases
      .flatMap((facts) => reviewsIn(facts, today))
      .filter(({ on }) => on <= daysAfter(today, AHEAD_DAYS))
      .sort((a, b) => a.on.localeCompare(b.on)),
    wanted: Object.entries(interests)
      .map(([caseNumber, units]) => wantedIn(cases, caseNumber, units))
      .sort((a, b) => a.caseNumber.localeCompare(b.caseNumber)),
    ...(expiry !== undefined && { expiry }),
  };
};

const wantedIn = (cases: readonly CaseFacts[], caseNumber: string, units: number): Wanted => {
  const caseId = cases.find(({ head }) => head.number === caseNumber)?.head.id;
  return { caseNumber, units, ...(caseId !== undefined && { caseId }) };
};

const isWaitedFor = ({ status, restsUntil = '' }: QuestionFact, today: string): boolean =>
  status === 'open' && restsUntil <= today;

const openIn = ({ head, questions }: CaseFacts, today: string): readonly Open[] =>
  questions
    .filter(isOwed({ head }))
    .filter((question) => isWaitedFor(question, today))
    .map((question) => {
      const { round, body, receivedOn, targetOn, meetingOn = '', deputyAskedOn } = question;
      return {
        caseId: head.id,
        caseNumber: head.number,
        step: round.step,
        body,
        since: receivedOn,
        caseDays: daysBetween(dateInSweden(new Date(head.submittedAt)), today),
        waitsForSupplement: waitOf(question) !== undefined,
        ...(targetOn !== undefined && { targetOn }),
        ...(meetingOn >= today && { meetingOn }),
        ...(deputyAskedOn !== undefined && { deputyAskedOn }),
      };
    });

/**
 * A step that is being asked again is not to be reviewed any more: somebody is waited for. What nobody took up is told of
 * for a week. The yearly follow-ups are the councils' own.
 */
const reviewsIn = ({ head, questions }: CaseFacts, today: string): readonly Review[] =>
  (Object.entries(head.reviewOn ?? {}) as [MachineStep, string][])
    .filter(([step, on]) => step !== 'followUp' && on >= daysAfter(today, -WEEK_DAYS))
    .filter(([step]) => !questions.some((it) => it.round.step === step && isWaitedFor(it, today)))
    .map(([step, on]) => ({ caseId: head.id, caseNumber: head.number, step, on }));

/** A decision that is to be looked at again stays in the account until a Monday has told of its day. */
export const isToBeReviewed = ({ reviewOn }: Pick<CaseHead, 'reviewOn'>, now: Date): boolean =>
  reviewOn?.decision !== undefined && dateInSweden(now) <= daysAfter(reviewOn.decision, WEEK_DAYS);
