import { BAD_CURSOR, readQuery } from '../../shared/api/nominations-query.ts';
import type { QuestionFact } from '../../shared/case/facts.ts';
import { openQuestions } from '../../shared/case/rounds.ts';
import { type CaseRow, rowOf } from '../../shared/case/row.ts';
import { isOverdue } from '../../shared/case/row-filter.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { acceptedLanguage, json } from '../../shared/runtime/json-api.ts';
import { badQuery, refusedNomination } from './nomination-problems.ts';
import type { FollowDeps } from './record.ts';
import { idOf } from './request.ts';

/** Nominations for other programs: no personal data, and nothing that somebody wrote but titles and units. */

/** Nominations by what is asked for, a page at a time; with `q=` those that have all its words. */
export const listNominations = async ({ record, now }: FollowDeps, event: HttpEvent): Promise<HttpResult> => {
  const language = acceptedLanguage(event);
  const query = readQuery(event.queryStringParameters ?? {});
  if ('problems' in query) return badQuery(query.problems, language);
  const today = dateInSweden(now());
  const { q, filter, ...paging } = query;
  const page =
    q === undefined
      ? await record.rows(filter, { ...paging, today })
      : await record.search(q, { filter, ...paging, today });
  if (page === 'badCursor') return badQuery([BAD_CURSOR], language);
  const { rows, cursor } = page;
  return json(200, { nominations: rows.map((row) => shown(row, today)), cursor });
};

/** One nomination as it stands, with what is asked of whom. */
export const getNomination = async ({ record, now }: FollowDeps, event: HttpEvent): Promise<HttpResult> => {
  const facts = await record.facts(idOf(event));
  const summary = facts && (await record.summary(facts.head.number));
  if (facts === undefined || summary === undefined)
    return refusedNomination('unknown', acceptedLanguage(event));
  const { phase, phaseWanted, relatedCases = [], mergedInto } = facts.head;
  return json(200, {
    ...shown(rowOf(facts, summary), dateInSweden(now())),
    ...(phaseWanted && { phase }),
    asked: openQuestions(facts).map(askedOf),
    relatedCases,
    mergedInto,
  });
};

/** What people and the clock have done in a nomination, in order: when, what, and on whose behalf. */
export const listEvents = async ({ record }: FollowDeps, event: HttpEvent): Promise<HttpResult> => {
  const acts = await record.acts(idOf(event));
  if (acts.length === 0) return refusedNomination('unknown', acceptedLanguage(event));
  return json(200, {
    events: acts.map(({ at, kind, by, what }) => ({
      at,
      kind,
      ...(by.body !== undefined && by.body !== '' && { body: by.body }),
      ...(what.question !== undefined && { step: String(what.question).split('/')[1] }),
    })),
  });
};

const shown = ({ number, unit, isOpen, ...row }: CaseRow, today: string) => {
  const { id, title, ...told } = row;
  return {
    ...{ id, caseNumber: number, title, nominatingUnit: unit, ...told, isOpen },
    isOverdue: isOverdue(row, today),
  };
};

const askedOf = ({ round, body, receivedOn, targetOn, meetingOn, restsUntil }: QuestionFact) => ({
  ...{ step: round.step, body, receivedOn, targetOn, meetingOn, restsUntil },
});
