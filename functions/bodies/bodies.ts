import { isDeepStrictEqual } from 'node:util';
import type { Body, StoredBody } from '../../shared/records/bodies.ts';
import type { Language } from '../../shared/routine/words.ts';
import { minutesAfter } from '../../shared/runtime/clock.ts';
import type { HttpResult } from '../../shared/runtime/http.ts';
import { json, parseJson } from '../../shared/runtime/json-api.ts';
import { type Move, type MoveRecord, moveQuestions } from './move.ts';
import { notRight, refused } from './problems.ts';
import { bodyId, bodySchema } from './schema.ts';

export interface BodiesRecord extends MoveRecord {
  list(): Promise<readonly StoredBody[]>;
  body(id: string): Promise<StoredBody | undefined>;
  /** `false` when the body, or its new successor, has changed meanwhile. */
  replace(body: StoredBody, newSuccessor?: string): Promise<boolean>;
}

export interface Bodies extends Move {
  readonly record: BodiesRecord;
}

/** No function runs longer, so who read a body before its change opens no question for its old mailbox after this. */
const READERS_MINUTES = 1;

/** A request to put a body; `body` is `undefined` when it was too large to read. */
export interface PutRequest {
  readonly id: string;
  readonly client: string;
  readonly body: string | undefined;
  readonly ifMatch: string | undefined;
  readonly language: Language;
}

export const listed = async ({ record }: Bodies): Promise<HttpResult> =>
  json(200, { bodies: (await record.list()).map(shown) });

export const found = async ({ record }: Bodies, id: string, language: Language): Promise<HttpResult> => {
  const body = await record.body(id);
  return body === undefined ? refused('unknown', language) : json(200, shown(body), { etag: etagOf(body) });
};

/**
 * Puts a body in the register, or in the place of itself, and moves its open questions to its new mailbox or to its
 * successor (ROUTINE.md section 0 no. 12). The same request again changes nothing, and finishes a move that was cut off.
 */
export const put = async (bodies: Bodies, request: PutRequest): Promise<HttpResult> => {
  const { id, language } = request;
  if (!bodyId.safeParse(id).success) return refused('badId', language);
  if (request.body === undefined) return refused('tooLarge', language);
  const raw = parseJson(request.body);
  if (raw === undefined) return refused('notJson', language);
  const parsed = bodySchema(id).safeParse(raw);
  if (!parsed.success) return notRight(parsed.error, language);
  return store(bodies, request, { id, ...parsed.data });
};

const store = async (bodies: Bodies, request: PutRequest, wanted: Body): Promise<HttpResult> => {
  const { record, now } = bodies;
  const before = await record.body(wanted.id);
  if (before !== undefined && isDeepStrictEqual(shown(before), wanted))
    return done(bodies, 200, before, request);
  const precondition = preconditionProblem(request, before);
  if (precondition !== undefined) return refused(precondition, request.language);
  const newSuccessor = wanted.successor === before?.successor ? undefined : wanted.successor;
  const successor = newSuccessor === undefined ? undefined : await record.body(newSuccessor);
  if (newSuccessor !== undefined && !mayTakeOver(wanted, successor))
    return refused('successor', request.language);
  const hasMoved = before !== undefined && before.mailbox !== wanted.mailbox;
  const movedAt = hasMoved ? minutesAfter(now(), READERS_MINUTES) : before?.movedAt;
  const after: StoredBody = {
    ...wanted,
    version: (before?.version ?? 0) + 1,
    ...(movedAt !== undefined && { movedAt }),
  };
  if (!(await record.replace(after, newSuccessor))) return refused('changed', request.language);
  return done(bodies, before === undefined ? 201 : 200, after, request);
};

const done = async (
  bodies: Bodies,
  status: number,
  body: StoredBody,
  { client }: PutRequest,
): Promise<HttpResult> => {
  const movedQuestions = await moveQuestions(bodies, body, client);
  return json(status, { body: shown(body), movedQuestions }, { etag: etagOf(body) });
};

/** A change must name the version that it changes, so that nobody's change is lost unseen (RFC 9110 section 13). */
const preconditionProblem = ({ ifMatch }: PutRequest, before: StoredBody | undefined) => {
  if (before === undefined) return ifMatch === undefined ? undefined : 'changed';
  if (ifMatch === undefined) return 'noVersion';
  return ifMatch === etagOf(before) ? undefined : 'changed';
};

/** One that has a successor itself can take nothing over, so that no two ever wait for each other. */
const mayTakeOver = (body: Body, successor: Body | undefined): boolean =>
  successor !== undefined && successor.role === body.role && successor.successor === undefined;

const etagOf = ({ version }: StoredBody): string => `"${version}"`;

const shown = ({ version: _version, movedAt: _movedAt, ...body }: StoredBody): Body => body;
