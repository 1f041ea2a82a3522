import { dateInSweden } from '../../shared/case/sweden.ts';
import { agendaPage, CHOSEN, CHOSEN_FIELD, packPage, tooLongPage } from '../../shared/pages/pages.ts';
import { type Reading, readPosted } from '../../shared/pages/posted.ts';
import type { Body } from '../../shared/records/bodies.ts';
import { setMeeting } from '../../shared/routine/acts/dates.ts';
import { wholeForm } from '../../shared/routine/answerer.ts';
import { checkAnswers, type FieldProblem, type Known } from '../../shared/routine/check.ts';
import type { Words } from '../../shared/routine/words.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { language, page, sentForm } from '../../shared/web/request.ts';
import { agendaView, keyOf, packView } from './agenda-view.ts';
import { doAct, openAct } from './do.ts';
import { type Opened, waitingFor } from './opened.ts';
import type { AnswerDeps } from './record.ts';
import { toPage } from './request.ts';
import { lengthProblems } from './sent.ts';

/** The list of what waits for a body, the pack of a meeting, and what comes of setting the day of one. */
export const serveAgenda = async (deps: AnswerDeps, event: HttpEvent, body: Body): Promise<HttpResult> => {
  if (event.requestContext.http.method === 'POST') return takeMeeting(deps, event, body);
  const pack = event.queryStringParameters?.pack;
  return pack === undefined ? showAgenda(200, deps, event, body) : showPack(deps, event, body, pack);
};

interface Meeting {
  readonly posted: Reading['posted'];
  readonly chosen: readonly string[];
  readonly problems: readonly FieldProblem[];
}

const showAgenda = async (
  status: number,
  deps: AnswerDeps,
  event: HttpEvent,
  body: Body,
  meeting?: Meeting,
): Promise<HttpResult> => {
  const known = knownOf(deps);
  const waiting = await waitingFor(deps, body);
  const takenUpOn = event.queryStringParameters?.meeting;
  const view = await agendaView(deps, body, waiting, { lang: language(event), query: '' });
  return page(
    status,
    agendaPage({
      ...view,
      known,
      calendarHref: '?calendar',
      ...(meeting !== undefined && { meeting }),
      ...(takenUpOn !== undefined && meeting === undefined && { takenUpOn }),
      ...(event.queryStringParameters?.missed !== undefined && { missed: true }),
    }),
  );
};

/** @param pack the day of a meeting, or anything else for all that waits */
const showPack = async (
  deps: AnswerDeps,
  event: HttpEvent,
  body: Body,
  pack: string,
): Promise<HttpResult> => {
  const meetingOn = /^\d{4}-\d{2}-\d{2}$/u.test(pack) ? pack : undefined;
  const asking = { lang: language(event), query: `pack=${meetingOn ?? 'all'}` };
  const waiting = await waitingFor(deps, body);
  return page(200, packPage(await packView(deps, body, waiting, asking, meetingOn)));
};

const knownOf = ({ now }: AnswerDeps): Known => ({ today: dateInSweden(now()), facts: {}, registers: {} });

/** Sets the day of a meeting in each of the cases that were chosen; those that could not be set are said. */
const takeMeeting = async (deps: AnswerDeps, event: HttpEvent, body: Body): Promise<HttpResult> => {
  const form = sentForm(event);
  if (form === undefined) return page(413, tooLongPage({ lang: language(event), routeKey: event.routeKey }));
  const known = knownOf(deps);
  const reading = readPosted(wholeForm(setMeeting), form, known);
  const chosen = new URLSearchParams(form).getAll(CHOSEN);
  const again = (status: number, problems: readonly FieldProblem[]): Promise<HttpResult> =>
    showAgenda(status, deps, event, body, { posted: reading.posted, chosen, problems });

  const tooLong = lengthProblems(form);
  if (tooLong.length > 0) return again(413, tooLong);
  if (reading.intent === 'edit') return again(200, []);
  const checked = checkAnswers(wholeForm(setMeeting), reading.raw, known);
  const missing = [
    ...(chosen.length === 0 ? [{ field: CHOSEN_FIELD, message: NOTHING_CHOSEN }] : []),
    ...(checked.ok ? [] : checked.problems),
  ];
  if (missing.length > 0) return again(422, missing);
  const done = await setInEach(deps, await waitingFor(deps, body), chosen, reading);
  return done.problems.length > 0
    ? again(422, done.problems)
    : toPage(event, { meeting: String(reading.raw.meetingOn), ...(done.missed && { missed: '1' }) });
};

/** Whether a case was `missed` because it waits no more; and what is wrong with the day, which is then wrong for all. */
const setInEach = async (
  deps: AnswerDeps,
  waiting: readonly Opened[],
  chosen: readonly string[],
  reading: Reading,
): Promise<{ readonly missed: boolean; readonly problems: readonly FieldProblem[] }> => {
  const acts = chosen.map((key) => {
    const opened = waiting.find((it) => keyOf(it) === key);
    return opened && openAct(deps, opened, 'setMeeting', opened.asked);
  });
  const done = await Promise.all(acts.map((act) => act && doAct(deps, act, reading)));
  return {
    missed: acts.includes(undefined),
    problems: done.find((it) => it?.kind === 'wrong')?.problems ?? [],
  };
};

const NOTHING_CHOSEN: Words = {
  sv: 'Kryssa för minst ett ärende i listan.',
  en: 'Tick at least one case in the list.',
};
