import type { Milestone } from '../routine/question.ts';
import type { Asked, BodyId, CaseFacts, CaseHead, QuestionFact } from './facts.ts';
import { isOwed } from './reminders.ts';
import { openQuestions } from './rounds.ts';
import { dateInSweden } from './sweden.ts';

/** What lists tell of a case (decision 8). Dates are `YYYY-MM-DD` in Stockholm. */
export interface CaseRow {
  readonly id: string;
  readonly number: string;
  /** What the programme is called, or else the nomination; cut where it is long. */
  readonly title: string;
  /** Who nominated it; cut where it is long. */
  readonly unit: string;
  readonly kind: CaseHead['programmeKind'];
  readonly type: CaseHead['nominationType'];
  readonly milestone: Milestone;
  /** Those that the nomination is with; the one that answers for the programme comes first, once there is one. */
  readonly councils: readonly BodyId[];
  readonly submittedOn: string;
  /** Something is still to be done in the case: its machine goes on, or somebody is asked. */
  readonly isOpen: boolean;
  /** Whoever is asked something, each once: bodies, and those whom the case names. Where all of it rests, whoever will be. */
  readonly waitingFor: readonly Asked[];
  /** Since when the one has been asked who was asked first. */
  readonly waitingSince?: string;
  /** The earliest day that an answer is wished for. */
  readonly targetOn?: string;
  /** The day that something is taken up, where nobody is asked anything before it. */
  readonly restsUntil?: string;
  readonly registrationNumber?: string;
}

/** What was nominated, by whom. */
export interface Nominated {
  readonly workingTitle: string;
  readonly nominatingUnit: string;
}

/** Letters of a title and of a unit: a row is to stay some 300 bytes, for 50 of them are read at once. */
const MOST_OF_TITLE = 80;
const MOST_OF_UNIT = 50;

const cut = (text: string, most: number): string => {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};

const first = (days: readonly string[]): string | undefined => days.toSorted()[0];

/** A question that was put off to a day which has not come: `ask` has not made its link. */
const rests = ({ restsUntil, linked, linkVersion }: QuestionFact): boolean =>
  restsUntil !== undefined && linked < linkVersion;

export const rowOf = (facts: CaseFacts, { workingTitle, nominatingUnit }: Nominated): CaseRow => {
  const { head, programme } = facts;
  const open = openQuestions(facts).filter(isOwed(facts));
  const asked = open.filter((question) => !rests(question));
  const waits = asked.length > 0 ? asked : open;
  const waitingSince = first(asked.map(({ receivedOn }) => receivedOn));
  const targetOn = first(asked.flatMap((it) => it.targetOn ?? []));
  const restsUntil = first(waits.filter(rests).flatMap((it) => it.restsUntil ?? []));
  return {
    id: head.id,
    number: head.number,
    title: cut(programme?.name ?? workingTitle, MOST_OF_TITLE),
    unit: cut(nominatingUnit, MOST_OF_UNIT),
    kind: head.programmeKind,
    type: head.nominationType,
    milestone: head.milestone,
    councils: [...new Set([...(programme === undefined ? [] : [programme.council]), ...head.councils])],
    submittedOn: dateInSweden(new Date(head.submittedAt)),
    isOpen: head.phaseWanted || open.length > 0,
    waitingFor: [...new Set(waits.map(({ body }) => body))],
    ...(waitingSince !== undefined && { waitingSince }),
    ...(targetOn !== undefined && { targetOn }),
    ...(restsUntil !== undefined && { restsUntil }),
    ...(head.registrationNumber !== undefined && { registrationNumber: head.registrationNumber }),
  };
};
