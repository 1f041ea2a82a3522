/**
 * The table's keys and what they are for.
 *
 * | Access pattern | Keys |
 * |---|---|
 * | What a case needs to go on (head, questions, tokens, mailings, related cases) | `case#{id}`, sort key begins with `p#` |
 * | What people wrote in a case (nomination versions, answers, acts) | `case#{id}`, sort key begins with `t#` |
 * | The acts of a case, in order | `case#{id}`, sort key begins with `x#act#` |
 * | The question or page behind a link | `link#{sha256 of its secret}` |
 * | The cases that wait for a body | index `lookAgain`: `watch` = `body#{id}`, `lookAgainAt` = opened at |
 * | How long decided cases took, the latest first | `decided`, sort key = `{decided at}#{case id}` |
 * | The case that an idempotency key made | `idempotency#{digest of client and key}` |
 * | The next case number of a year | `counter#{year}` |
 * | All bodies, or one | `bodies`, sort key = the body's id |
 * | All programmes | `programmes`, sort key = `{source}#{id}` |
 * | What cases are about, all of them | `cases`, sort key = the case number |
 * | The mails of a day's morning, and those before it | `mornings`, sort key begins with the date |
 * | Whether the office has had its account of a week | `mornings`, sort key `week#{ISO week}` |
 * | Cases that somebody should look at again | index `lookAgain`: `watch` = `case`, `lookAgainAt` up to now |
 */

export const LOOK_AGAIN_INDEX = 'lookAgain';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export const PROCESS = 'p#';
export const TEXT = 't#';

export const PROGRAMMES = 'programmes';
export const CASES = 'cases';
export const MORNINGS = 'mornings';

export const casePk = (caseId: string): string => `case#${caseId}`;
const four = (n: number): string => String(n).padStart(4, '0');

export const keys = {
  head: (caseId: string): Key => ({ pk: casePk(caseId), sk: 'p#head' }),
  question: (caseId: string, questionId: string): Key => ({
    pk: casePk(caseId),
    sk: `p#question#${questionId}`,
  }),
  token: (caseId: string, tokenId: string): Key => ({ pk: casePk(caseId), sk: `p#token#${tokenId}` }),
  mailing: (caseId: string, mailingId: string): Key => ({ pk: casePk(caseId), sk: `p#mailing#${mailingId}` }),
  nomination: (caseId: string, version: number): Key => ({
    pk: casePk(caseId),
    sk: `t#nomination#${four(version)}`,
  }),
  answer: (caseId: string, questionId: string): Key => ({
    pk: casePk(caseId),
    sk: `t#answer#${questionId}`,
  }),
  actText: (caseId: string, seq: number): Key => ({
    pk: casePk(caseId),
    sk: `t#act#${String(seq).padStart(6, '0')}`,
  }),
  related: (caseId: string, number: string): Key => ({ pk: casePk(caseId), sk: `p#related#${number}` }),
  decided: (at: string, caseId: string): Key => ({ pk: 'decided', sk: `${at}#${caseId}` }),
  act: (caseId: string, seq: number): Key => ({
    pk: casePk(caseId),
    sk: `x#act#${String(seq).padStart(6, '0')}`,
  }),
  link: (digest: string): Key => ({ pk: `link#${digest}`, sk: 'link' }),
  idempotency: (digest: string): Key => ({ pk: `idempotency#${digest}`, sk: 'idempotency' }),
  caseCounter: (year: string): Key => ({ pk: `counter#${year}`, sk: 'caseNumber' }),
  morning: (id: string): Key => ({ pk: MORNINGS, sk: id }),
  toldWeek: (week: string): Key => ({ pk: MORNINGS, sk: `week#${week}` }),
  body: (id: string): Key => ({ pk: 'bodies', sk: id }),
  programme: (source: string, id: string): Key => ({ pk: PROGRAMMES, sk: `${source}#${id}` }),
  caseSummary: (number: string): Key => ({ pk: CASES, sk: number }),
};
