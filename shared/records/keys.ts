/**
 * The table's keys and what they are for.
 *
 * | Access pattern | Keys |
 * |---|---|
 * | What a case needs to go on (head, questions, tokens, mailings, related cases, programme) | `case#{id}`, sort key begins with `p#` |
 * | What people wrote in a case (nomination versions, answers, acts) | `case#{id}`, sort key begins with `t#` |
 * | The acts of a case, in order | `case#{id}`, sort key begins with `x#act#` |
 * | Who else wants what a case is about | `case#{id}`, sort key begins with `x#interest#`; how many, `x#interestCounter` |
 * | Who has wanted something since a moment, in any case | `interests`, sort key = `{at}#{case id}#{digest}` |
 * | The question or page behind a link | `link#{sha256 of its secret}` |
 * | The cases that wait for a body | index `lookAgain`: `watch` = `body#{id}`, `lookAgainAt` = opened at |
 * | How long decided cases took, the latest first | `decided`, sort key = `{decided at}#{case id}` |
 * | Somebody's session at the desk | `session#{sha256 of its cookie's secret}` |
 * | The case that an idempotency key made | `idempotency#{digest of client and key}` |
 * | The next case number of a year | `counter#{year}` |
 * | All bodies, or one | `bodies`, sort key = the body's id |
 * | All programmes | `programmes`, sort key = `{source}#{id}` |
 * | What cases are about, all of them | `cases`, sort key = the case number |
 * | The mails of a day's morning, and those before it | `mornings`, sort key begins with the date |
 * | Whether the office has had its account of a week | `mornings`, sort key `week#{ISO week}` |
 * | What is counted in a year and those before it | `reports`, sort key between `counts#` and `counts#{year}#~` |
 * | The versions of a year's report | `reports`, sort key begins with `version#{year}#` |
 * | Programmes whose yearly follow-up is due | index `lookAgain`: `watch` = `review`, `lookAgainAt` up to a date |
 * | Cases that somebody should look at again | index `lookAgain`: `watch` = `case`, `lookAgainAt` up to now |
 */

export const LOOK_AGAIN_INDEX = 'lookAgain';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export const PROCESS = 'p#';
export const TEXT = 't#';

export const INTEREST = 'x#interest#';

export const PROGRAMMES = 'programmes';
export const CASES = 'cases';
export const MORNINGS = 'mornings';
export const REPORTS = 'reports';
export const INTERESTS = 'interests';

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
  caseProgramme: (caseId: string): Key => ({ pk: casePk(caseId), sk: 'p#programme' }),
  related: (caseId: string, number: string): Key => ({ pk: casePk(caseId), sk: `p#related#${number}` }),
  decided: (at: string, caseId: string): Key => ({ pk: 'decided', sk: `${at}#${caseId}` }),
  act: (caseId: string, seq: number): Key => ({
    pk: casePk(caseId),
    sk: `x#act#${String(seq).padStart(6, '0')}`,
  }),
  interest: (caseId: string, digest: string): Key => ({
    pk: casePk(caseId),
    sk: `${INTEREST}${digest}`,
  }),
  interestCounter: (caseId: string): Key => ({ pk: casePk(caseId), sk: 'x#interestCounter' }),
  interestAt: (at: string, caseId: string, digest: string): Key => ({
    pk: INTERESTS,
    sk: `${at}#${caseId}#${digest}`,
  }),
  link: (digest: string): Key => ({ pk: `link#${digest}`, sk: 'link' }),
  session: (digest: string): Key => ({ pk: `session#${digest}`, sk: 'session' }),
  idempotency: (digest: string): Key => ({ pk: `idempotency#${digest}`, sk: 'idempotency' }),
  caseCounter: (year: string): Key => ({ pk: `counter#${year}`, sk: 'caseNumber' }),
  morning: (id: string): Key => ({ pk: MORNINGS, sk: id }),
  toldWeek: (week: string): Key => ({ pk: MORNINGS, sk: `week#${week}` }),
  counts: (year: string, shard: number): Key => ({ pk: REPORTS, sk: `counts#${year}#${shard}` }),
  reportVersion: (year: number, version: number): Key => ({
    pk: REPORTS,
    sk: `version#${four(year)}#${four(version)}`,
  }),
  body: (id: string): Key => ({ pk: 'bodies', sk: id }),
  programme: (source: string, id: string): Key => ({ pk: PROGRAMMES, sk: `${source}#${id}` }),
  caseSummary: (number: string): Key => ({ pk: CASES, sk: number }),
};
