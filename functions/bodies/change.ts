import { isDeepStrictEqual } from 'node:util';
import type { Body, BodyChange, StoredBody } from '../../shared/records/bodies.ts';
import { minutesAfter } from '../../shared/runtime/clock.ts';
import { type Move, type MoveRecord, moveQuestions } from './move.ts';

export interface BodiesRecord extends MoveRecord {
  list(): Promise<readonly StoredBody[]>;
  body(id: string): Promise<StoredBody | undefined>;
  /** `false` when the body, or its new successor, has changed meanwhile. */
  replace(body: StoredBody, change: BodyChange, newSuccessor?: string): Promise<boolean>;
}

export interface Bodies extends Move {
  readonly record: BodiesRecord;
}

/** A body as somebody wants it. */
export interface Wanted {
  readonly body: Body;
  /** The etag of the version that they saw. */
  readonly ifMatch: string | undefined;
  /** Who they are. */
  readonly by: BodyChange['by'];
}

/** What came of it, or why it was refused. */
export type Changed =
  | { readonly body: StoredBody; readonly isNew: boolean; readonly movedQuestions: number }
  | 'noVersion'
  | 'changed'
  | 'successor';

/** No function runs longer, so who read a body before its change opens no question for its old mailbox after this. */
const READERS_MINUTES = 1;

/**
 * Puts a body in the register, or in the place of itself, and moves its open questions to its new mailbox or to its
 * successor (ROUTINE.md section 0 no. 12). The same again changes nothing, and finishes a move that was cut off.
 */
export const changeBody = async (bodies: Bodies, wanted: Wanted): Promise<Changed> => {
  const { record, now } = bodies;
  const { body, by } = wanted;
  const before = await record.body(body.id);
  const done = async (stored: StoredBody, isNew: boolean): Promise<Changed> => ({
    body: stored,
    isNew,
    movedQuestions: await moveQuestions(bodies, stored, by),
  });
  if (before !== undefined && isDeepStrictEqual(asSent(before), body)) return done(before, false);
  const precondition = preconditionProblem(wanted, before);
  if (precondition !== undefined) return precondition;
  const newSuccessor = body.successor === before?.successor ? undefined : body.successor;
  const successor = newSuccessor === undefined ? undefined : await record.body(newSuccessor);
  if (newSuccessor !== undefined && !mayTakeOver(body, successor)) return 'successor';
  const hasMoved = before !== undefined && before.mailbox !== body.mailbox;
  const movedAt = hasMoved ? minutesAfter(now(), READERS_MINUTES) : before?.movedAt;
  const after: StoredBody = {
    ...body,
    version: (before?.version ?? 0) + 1,
    ...(movedAt !== undefined && { movedAt }),
  };
  const change = {
    ...{ at: now().toISOString(), by, after: body },
    ...(before !== undefined && { before: asSent(before) }),
  };
  if (!(await record.replace(after, change, newSuccessor))) return 'changed';
  return done(after, before === undefined);
};

/** A change must name the version that it changes, so that nobody's change is lost unseen (RFC 9110 section 13). */
const preconditionProblem = ({ ifMatch }: Wanted, before: StoredBody | undefined) => {
  if (before === undefined) return ifMatch === undefined ? undefined : 'changed';
  if (ifMatch === undefined) return 'noVersion';
  return ifMatch === etagOf(before) ? undefined : 'changed';
};

/** One that has a successor itself can take nothing over, so that no two ever wait for each other. */
export const mayTakeOver = (body: Pick<Body, 'role'>, successor: Body | undefined): boolean =>
  successor !== undefined && successor.role === body.role && successor.successor === undefined;

export const etagOf = ({ version }: Pick<StoredBody, 'version'>): string => `"${version}"`;

/** A body without what only the record needs. */
export const asSent = ({ version: _version, movedAt: _movedAt, ...body }: StoredBody): Body => body;
