import { bodyId, bodySchema } from '../../shared/api/body.ts';
import type { Language } from '../../shared/routine/words.ts';
import type { HttpResult } from '../../shared/runtime/http.ts';
import { json, parseJson } from '../../shared/runtime/json-api.ts';
import { asSent, type Bodies, changeBody, etagOf } from './change.ts';
import { notRight, refused } from './problems.ts';

/** A request to put a body; `body` is `undefined` when it was too large to read. */
export interface PutRequest {
  readonly id: string;
  readonly client: string;
  readonly body: string | undefined;
  readonly ifMatch: string | undefined;
  readonly language: Language;
}

export const listed = async ({ record }: Bodies): Promise<HttpResult> =>
  json(200, { bodies: (await record.list()).map(asSent) });

export const found = async ({ record }: Bodies, id: string, language: Language): Promise<HttpResult> => {
  const body = await record.body(id);
  return body === undefined ? refused('unknown', language) : json(200, asSent(body), { etag: etagOf(body) });
};

/** Puts a body as it was sent: see {@link changeBody}. */
export const put = async (bodies: Bodies, request: PutRequest): Promise<HttpResult> => {
  const { id, client, ifMatch, language } = request;
  if (!bodyId.safeParse(id).success) return refused('badId', language);
  if (request.body === undefined) return refused('tooLarge', language);
  const raw = parseJson(request.body);
  if (raw === undefined) return refused('notJson', language);
  const parsed = bodySchema(id).safeParse(raw);
  if (!parsed.success) return notRight(parsed.error, language);
  const changed = await changeBody(bodies, { body: { id, ...parsed.data }, ifMatch, by: { client } });
  if (typeof changed === 'string') return refused(changed, language);
  const { body, isNew, movedQuestions } = changed;
  return json(isNew ? 201 : 200, { body: asSent(body), movedQuestions }, { etag: etagOf(body) });
};
