import {
  endLink,
  endOfficeLink,
  listBodies,
  readActingBody,
  readBody,
  replaceBody,
} from '../../shared/records/bodies.ts';
import { readFacts } from '../../shared/records/cases.ts';
import { wakeCase } from '../../shared/records/heads.ts';
import { openCaseIds } from '../../shared/records/open-cases.ts';
import { recordAct } from '../../shared/records/record-act.ts';
import { casesOfCouncil } from '../../shared/records/register.ts';
import type { Store } from '../../shared/records/store.ts';
import { minutesAfter } from '../../shared/runtime/clock.ts';
import type { BodiesRecord } from './change.ts';

/** The register in the table. Somebody looks after `patienceMinutes` at what was moved, whatever came of it. */
export const bodiesRecord = (store: Store, now: () => Date, patienceMinutes: number): BodiesRecord => ({
  list: () => listBodies(store),
  body: (id) => readBody(store, id),
  replace: (body, change, newSuccessor) => replaceBody(store, body, change, newSuccessor),
  actingBody: (id) => readActingBody(store, id),
  caseIds: async (body) => [
    ...new Set([...(await openCaseIds(store)), ...(await casesOfCouncil(store, body))]),
  ],
  facts: (caseId) => readFacts(store, caseId),
  endLink: (caseId, questionId, movedAt) => endLink(store, caseId, questionId, movedAt),
  endOfficeLink: (caseId, movedAt) => endOfficeLink(store, caseId, movedAt),
  wake: (caseId) => wakeCase(store, caseId, crypto.randomUUID()),
  recordMove: (facts, consequence, { from, to, by }) => {
    const at = now();
    return recordAct(store, facts, {
      kind: 'bodyMoved',
      at: at.toISOString(),
      by: 'client' in by ? { client: by.client } : { subject: by.subject },
      answers: { from, to },
      consequence,
      wake: crypto.randomUUID(),
      lookAgainAt: minutesAfter(at, patienceMinutes),
    });
  },
});
