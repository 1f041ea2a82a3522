import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { acceptedLanguage, json } from '../../shared/runtime/json-api.ts';
import { doneByClient } from './acting.ts';
import { notWithdrawn, refusedNomination } from './nomination-problems.ts';
import type { FollowDeps } from './record.ts';

/**
 * The client that sent a nomination in may withdraw it, for as long as the nominator might.
 * @throws when the case keeps moving under every try
 */
export const withdrawNomination = async (deps: FollowDeps, event: HttpEvent): Promise<HttpResult> => {
  const language = acceptedLanguage(event);
  const done = await doneByClient(deps, 'withdraw', event, {
    by: 'nominator',
    refuses: async ({ head }, client) => {
      const [submitted] = await deps.record.acts(head.id);
      return submitted?.by.client === client ? undefined : 'notYours';
    },
  });
  if (typeof done === 'string') return refusedNomination(done, language);
  if ('problems' in done) return notWithdrawn(done.status, done.problems, language);
  const { id, number } = done.facts.head;
  return json(200, { id, caseNumber: number, milestone: 'withdrawn', withdrawnAt: done.at });
};
