import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { acceptedLanguage, json } from '../../shared/runtime/json-api.ts';
import { doneByClient } from './acting.ts';
import { notTaken, refused } from './problems.ts';
import type { FollowDeps } from './record.ts';

/**
 * R-k4: whoever holds a token may propose that a programme be inactivated, by the form of that act, whenever the office
 * might do so.
 * @throws when the case keeps moving under every try
 */
export const proposeInactivation = async (deps: FollowDeps, event: HttpEvent): Promise<HttpResult> => {
  const language = acceptedLanguage(event);
  const done = await doneByClient(deps, 'proposeInactivation', event, {
    by: 'sobOffice',
    refuses: async ({ programme }) => (programme === undefined ? 'unknown' : undefined),
  });
  if (typeof done === 'string') return refused(done, language);
  if ('problems' in done) return notTaken(done.status, done.problems, language);
  const { id, number } = done.facts.head;
  return json(201, { id, caseNumber: number, proposedAt: done.at });
};
