import { draftSchema } from '../../shared/api/draft.ts';
import { type Candidate, likelySimilar, reasonInWords, soughtIn } from '../../shared/case/similar.ts';
import type { Language } from '../../shared/routine/words.ts';
import type { HttpResult } from '../../shared/runtime/http.ts';
import { json, parseJson } from '../../shared/runtime/json-api.ts';
import { refused } from './problems.ts';

/**
 * What a nomination that is being written is likely similar to, and why, so that its writers find what exists before
 * they send it in (R-a9, R-b4). Takes as much of it as there is; nothing is stored.
 */
export const similarTo = async (
  candidates: () => Promise<readonly Candidate[]>,
  body: string | undefined,
  language: Language,
): Promise<HttpResult> => {
  if (body === undefined) return refused('tooLarge', language);
  const draft = draftSchema.safeParse(parseJson(body)).data;
  if (draft === undefined) return refused('notJson', language);
  const found = likelySimilar({ ...soughtIn(draft), number: '' }, await candidates());
  return json(200, {
    similar: found.map((similar) => {
      const { kind, id, title, from, url } = similar.candidate;
      return { kind, id, title, from, url, reason: reasonInWords(similar)[language] };
    }),
  });
};
