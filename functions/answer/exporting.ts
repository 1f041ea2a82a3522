import { pageHeaders } from '../../shared/pages/pages.ts';
import { type Exported, exportText } from '../../shared/records/case-export.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import type { OpenedCase } from './opened.ts';
import type { AnswerDeps } from './record.ts';
import { type Written, writtenIn } from './redacting.ts';

/** Everything that is kept of a case, but for what opens its pages and machines. */
export const exportedOf = async (
  { record }: AnswerDeps,
  { facts, files }: OpenedCase,
  { versions, answers, acts, interests }: Written,
): Promise<Exported> => {
  const { head, questions, mailings, related, programme } = facts;
  const { wake: _w, lookAgainAt: _l, lookDeeper: _d, caseLinks: _c, ...kept } = withoutKeys(head);
  return {
    case: kept,
    ...(programme && { programme }),
    nominations: versions.map(withoutKeys),
    questions: questions.map(withoutKeys),
    answers: answers.map(withoutKeys),
    acts: acts.map(withoutKeys),
    chain: (await record.acts(head.id)).map(withoutKeys),
    mailings: mailings.map(withoutKeys),
    related: related.map(withoutKeys),
    files,
    interests,
    disclosures: await record.disclosures(head.id),
  };
};

/** An item without what the table finds it by. */
const withoutKeys = <T extends object>(item: T) => {
  const { pk: _p, sk: _s, watch: _w, ...rest } = item as T & Partial<Record<'pk' | 'sk' | 'watch', unknown>>;
  return rest;
};

/** `/desk/cases/{number}/export.json`: all of it, with the manifest that it is checked by (docs/verifying.md). */
export const sendExport = async (
  deps: AnswerDeps,
  _event: HttpEvent,
  opened: OpenedCase,
): Promise<HttpResult> => ({
  statusCode: 200,
  headers: {
    ...pageHeaders,
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${opened.facts.head.number}.json"`,
  },
  body: exportText(await exportedOf(deps, opened, await writtenIn(deps, opened.facts))),
});
