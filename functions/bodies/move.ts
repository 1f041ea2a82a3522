import type { Consequence } from '../../shared/case/consequence.ts';
import type { BodyId, CaseFacts } from '../../shared/case/facts.ts';
import { unlinkedReaders } from '../../shared/case/opening.ts';
import { openQuestions, SOB_OFFICE } from '../../shared/case/rounds.ts';
import { moveToSuccessor } from '../../shared/case/successor.ts';
import type { BodyChange, StoredBody } from '../../shared/records/bodies.ts';

export interface MoveRecord {
  /** The cases that somebody may be asked in, and those of the programmes that a body is responsible for. */
  caseIds(body: BodyId): Promise<readonly string[]>;
  facts(caseId: string): Promise<CaseFacts | undefined>;
  actingBody(id: BodyId): Promise<StoredBody | undefined>;
  /** `false` when it was ended before. */
  endLink(caseId: string, questionId: string, movedAt: string): Promise<boolean>;
  /** Ends the office's link to the page of a case; `false` when it was ended before. */
  endOfficeLink(caseId: string, movedAt: string): Promise<boolean>;
  wake(caseId: string): Promise<unknown>;
  /** `false` when the case has moved since the facts were read. */
  recordMove(facts: CaseFacts, consequence: Consequence, moved: Moved): Promise<boolean>;
}

/** Which body's questions went to which, and who wanted it. */
export interface Moved {
  readonly from: BodyId;
  readonly to: BodyId;
  readonly by: BodyChange['by'];
}

export interface Move {
  readonly record: MoveRecord;
  readonly now: () => Date;
}

/**
 * Brings every case in line with how a body is now, and gives how many questions were moved: to its successor, or
 * to its new mailbox by a new link. What was moved before is left alone, so that a run that was cut off can be repeated.
 */
export const moveQuestions = async (move: Move, body: StoredBody, by: Moved['by']): Promise<number> => {
  if (body.successor === undefined && body.movedAt === undefined) return 0;
  const acting = body.successor === undefined ? body : await move.record.actingBody(body.id);
  if (acting === undefined) throw new Error(`${body.id} has no body to act for it`);
  let moved = 0;
  for (const caseId of await move.record.caseIds(body.id)) {
    moved +=
      acting.id === body.id
        ? await toMailbox(move, caseId, body)
        : await toSuccessor(move, caseId, { from: body.id, to: acting.id, by });
  }
  return moved;
};

/** The case is woken last, and as long as a link is wanted: a run can be cut off between the two. */
const toMailbox = async (
  { record }: Move,
  caseId: string,
  { id, movedAt = '' }: StoredBody,
): Promise<number> => {
  const facts = await record.facts(caseId);
  if (facts === undefined) return 0;
  const questions = openQuestions(facts).filter(({ body }) => body === id);
  let ended = 0;
  for (const question of questions) if (await record.endLink(caseId, question.id, movedAt)) ended += 1;
  const isOffice = id === SOB_OFFICE;
  const pageEnded = isOffice && (await record.endOfficeLink(caseId, movedAt));
  const isWanted =
    questions.some(({ linked, linkVersion }) => linked < linkVersion) ||
    (isOffice && unlinkedReaders(facts.head).includes('sobOffice'));
  if (ended > 0 || pageEnded || isWanted) await record.wake(caseId);
  return ended;
};

/** Times that a case is tried in which people act meanwhile. */
const MOST_TRIES = 8;

/**
 * Has one body asked in another's place in one case; gives how many questions went over.
 * @throws when people act in the case each time it is tried
 */
export const toSuccessor = async ({ record, now }: Move, caseId: string, moved: Moved): Promise<number> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const facts = await record.facts(caseId);
    const consequence = facts && moveToSuccessor(facts, moved.from, moved.to, now());
    if (facts === undefined || consequence === undefined) return 0;
    if (await record.recordMove(facts, consequence, moved))
      return openQuestions(facts).filter(({ body }) => body === moved.from).length;
  }
  throw new Error(`The case ${caseId} changed each time it was to be moved`);
};
