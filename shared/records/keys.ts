/**
 * The table's keys and what they are for.
 *
 * | Access pattern | Keys |
 * |---|---|
 * | What a case needs to go on (head, questions, tokens, mailings, related cases, programme) | `case#{id}`, sort key begins with `p#` |
 * | What people wrote in a case (nomination versions, answers, acts) | `case#{id}`, sort key begins with `t#` |
 * | The acts of a case, in order | `case#{id}`, sort key begins with `x#act#` |
 * | The files of a case | `case#{id}`, sort key = `x#file#{who added it}#{sha256 of its content}` |
 * | Who else wants what a case is about | `case#{id}`, sort key begins with `x#interest#`; how many, `x#interestCounter` |
 * | Who has wanted something since a moment, in any case | `interests`, sort key = `{at}#{case id}#{digest}` |
 * | The copies of a case that somebody was given | `case#{id}`, sort key begins with `x#disclosure#` |
 * | All copies that were given away, the latest first | `disclosures`, sort key = `{at}#{id}` |
 * | The question, page, draft or report behind a link | `link#{sha256 of its secret}` |
 * | The cases that wait for a body | index `lookAgain`: `watch` = `body#{id}`, `lookAgainAt` = opened at |
 * | How long decided cases took, the latest first | `decided`, sort key = `{decided at}#{case id}` |
 * | A nomination that is being written, and the mails that it wants | `draft#{id}`, sort key = `draft`, or `mail#{id}` |
 * | Those who want to be called, the latest first | `calls`, sort key = `{at}#{draft id}` |
 * | How often something was asked for within an hour | `tries#{hour}`, sort key = what, and a digest of for whom |
 * | Somebody's session at the desk | `session#{sha256 of its cookie's secret}` |
 * | A login that has begun at the desk | `login#{sha256 of its state}` |
 * | The people of the desk | `people`, sort key = `subject#{subject}` or `email#{address}`; how many changes, `version` |
 * | Who changed the people of the desk, and when | `peopleLog`, sort key = `{at}#{number of the change}` |
 * | The cases of a list, by a day: all, of a milestone, of a council by submission; open ones, those that wait for somebody by target | `rows#{list}`, sort key = `{day}#{case number}` |
 * | The cases with a word that begins so, the latest first | `word#{two letters}`, sort key = `{word}#{day, counted down}#{case number}` |
 * | The words that a case is found by | `case#{id}`, sort key `x#words` |
 * | The case that an idempotency key made | `idempotency#{digest of client and key}` |
 * | The next case number of a year | `counter#{year}` |
 * | All bodies, or one | `bodies`, sort key = the body's id |
 * | Who changed a body, and what came of it | `bodyChanges#{id}`, sort key = the version, in four figures |
 * | All programmes | `programmes`, sort key = `{source}#{id}` |
 * | What cases are about, all of them | `cases`, sort key = the case number |
 * | The mails of a day's morning, and those before it | `mornings`, sort key begins with the date |
 * | Whether the office has had its account of a week | `mornings`, sort key `week#{ISO week}` |
 * | What is counted in a year and those before it | `reports`, sort key between `counts#` and `counts#{year}#~` |
 * | The versions of a year's report | `reports`, sort key begins with `version#{year}#` |
 * | Programmes whose yearly follow-up is due | index `lookAgain`: `watch` = `review`, `lookAgainAt` up to a date |
 * | What operators have done, the latest first | `operations`, sort key = `{at}#{id}` |
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
export const FILE = 'x#file#';
export const DISCLOSED = 'x#disclosure#';

export const PROGRAMMES = 'programmes';
export const CASES = 'cases';
export const MORNINGS = 'mornings';
export const REPORTS = 'reports';
export const INTERESTS = 'interests';
export const DISCLOSURES = 'disclosures';
export const CALLS = 'calls';
export const PEOPLE = 'people';
export const PEOPLE_LOG = 'peopleLog';
export const OPERATIONS = 'operations';

export const casePk = (caseId: string): string => `case#${caseId}`;
const four = (n: number): string => String(n).padStart(4, '0');

/** The part of the index where a word stands, and those that begin as it does. */
export const words = (word: string): Pick<Key, 'pk'> => ({ pk: `word#${[...word].slice(0, 2).join('')}` });

/** A day as a number that becomes less from day to day, and back. */
export const countedDown = (day: string): string => String(99_999_999 - Number(day.replaceAll('-', '')));
export const countedUp = (down: string): string =>
  countedDown(down).replace(/^(\d{4})(\d{2})(\d{2})$/u, '$1-$2-$3');

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
  file: (caseId: string, addedBy: string, id: string): Key => ({
    pk: casePk(caseId),
    sk: `${FILE}${addedBy}#${id}`,
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
  disclosed: (caseId: string, id: string): Key => ({ pk: casePk(caseId), sk: `${DISCLOSED}${id}` }),
  disclosure: (at: string, id: string): Key => ({ pk: DISCLOSURES, sk: `${at}#${id}` }),
  link: (digest: string): Key => ({ pk: `link#${digest}`, sk: 'link' }),
  draft: (id: string): Key => ({ pk: `draft#${id}`, sk: 'draft' }),
  draftMail: (id: string, mailId: string): Key => ({ pk: `draft#${id}`, sk: `mail#${mailId}` }),
  call: (at: string, draftId: string): Key => ({ pk: CALLS, sk: `${at}#${draftId}` }),
  tries: (hour: string, what: string): Key => ({ pk: `tries#${hour}`, sk: what }),
  session: (digest: string): Key => ({ pk: `session#${digest}`, sk: 'session' }),
  login: (digest: string): Key => ({ pk: `login#${digest}`, sk: 'login' }),
  person: (id: string): Key => ({ pk: PEOPLE, sk: id }),
  peopleVersion: (): Key => ({ pk: PEOPLE, sk: 'version' }),
  peopleLog: (at: string, nth: number): Key => ({ pk: PEOPLE_LOG, sk: `${at}#${four(nth)}` }),
  row: (list: string, day: string, number: string): Key => ({
    pk: `rows#${list}`,
    sk: `${day}#${number}`,
  }),
  word: (word: string, day: string, number: string): Key => ({
    ...words(word),
    sk: `${word}#${countedDown(day)}#${number}`,
  }),
  caseWords: (caseId: string): Key => ({ pk: casePk(caseId), sk: 'x#words' }),
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
  bodyChange: (id: string, version: number): Key => ({ pk: `bodyChanges#${id}`, sk: four(version) }),
  operation: (at: string, id: string): Key => ({ pk: OPERATIONS, sk: `${at}#${id}` }),
  programme: (source: string, id: string): Key => ({ pk: PROGRAMMES, sk: `${source}#${id}` }),
  caseSummary: (number: string): Key => ({ pk: CASES, sk: number }),
};
