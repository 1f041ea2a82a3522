import { actDonePage, actPage, casePage, reviewPage, tooLongPage } from '../../shared/pages/pages.ts';
import { type Reading, readPosted } from '../../shared/pages/posted.ts';
import { wholeForm } from '../../shared/routine/answerer.ts';
import type { FieldProblem } from '../../shared/routine/check.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { language, page, sentForm } from '../../shared/web/request.ts';
import { caseView } from './case-view.ts';
import { actNamed, doAct, type OpenedAct } from './do.ts';
import { bodyName } from './names.ts';
import type { OpenedCase } from './opened.ts';
import { prefilled } from './prefilled.ts';
import type { AnswerDeps } from './record.ts';
import { askingOf, toPage, unknownLink } from './request.ts';
import { lengthProblems } from './sent.ts';
import { frameOf, reviewView, whoActs } from './view.ts';

/** The page of the whole case; after an act, what was done. */
export const showCase = async (
  deps: AnswerDeps,
  event: HttpEvent,
  opened: OpenedCase,
): Promise<HttpResult> => {
  const { reader } = opened;
  if (reader === undefined) return unknownLink(event);
  return page(200, casePage(await caseView(deps, { ...opened, reader }, askingOf(event))));
};

/** The form of an act. */
export const showAct = (deps: AnswerDeps, event: HttpEvent, opened: OpenedAct): Promise<HttpResult> =>
  form(200, deps, event, opened);

/** Does the act that was sent in. */
export const takeAct = async (deps: AnswerDeps, event: HttpEvent, opened: OpenedAct): Promise<HttpResult> => {
  const body = sentForm(event);
  if (body === undefined) return page(413, tooLongPage({ lang: language(event), routeKey: event.routeKey }));
  const reading = readPosted(wholeForm(opened.act), body, opened.known);
  const tooLong = lengthProblems(body);
  if (tooLong.length > 0) return form(413, deps, event, opened, reading, tooLong);
  const done = await doAct(deps, opened, reading);
  switch (done.kind) {
    case 'given':
      return toPage(event, { ...placeOf(event), done: opened.act.id });
    case 'editing':
      return form(200, deps, event, opened, reading);
    case 'wrong':
      return form(422, deps, event, opened, reading, done.problems);
    case 'review':
      return page(
        200,
        reviewPage(reviewView(opened.act, opened, whoActs(opened), { ...reading, ...done }, askingOf(event))),
      );
  }
};

/** Where an act was done: also by a link that it has ended. */
type DoneIn = Pick<OpenedAct, 'facts' | 'bodies' | 'reader' | 'on' | 'desk'> &
  Partial<Pick<OpenedAct, 'known'>>;

/** What was done, for whoever was sent on from doing it; `undefined` where nothing was. */
export const showDone = (event: HttpEvent, { facts, ...opened }: DoneIn): HttpResult | undefined => {
  const act = actNamed(event.queryStringParameters?.done);
  if (act === undefined) return undefined;
  return page(
    200,
    actDonePage({
      ...askingOf(event),
      ...(opened.known && frameOf({ ...opened, known: opened.known })),
      act,
      caseNumber: facts.head.number,
      bodyName: whoActs(opened),
      backHref: backTo(event),
    }),
  );
};

const placeOf = (event: HttpEvent): Readonly<Record<string, string | undefined>> => ({
  case: event.queryStringParameters?.case,
  question: event.queryStringParameters?.question,
});

/** The page that an act was begun on. */
export const backTo = (event: HttpEvent): string => {
  const given = Object.entries(placeOf(event)).filter((it): it is [string, string] => it[1] !== undefined);
  return `?${new URLSearchParams(given).toString()}`;
};

const form = async (
  status: number,
  deps: AnswerDeps,
  event: HttpEvent,
  opened: OpenedAct,
  { posted }: Partial<Reading> = {},
  problems: readonly FieldProblem[] = [],
): Promise<HttpResult> => {
  const { facts, act, on, bodies, known, removes } = opened;
  const texts = await deps.record.texts(facts.head.id);
  const shown = posted ?? prefilled(act, opened, texts);
  return page(
    status,
    actPage({
      ...askingOf(event),
      ...frameOf(opened),
      act,
      caseNumber: facts.head.number,
      bodyName: whoActs(opened),
      workingTitle: String(texts.nomination.workingTitle ?? ''),
      ...(on && { on: { question: QUESTIONS[on.round.step], bodyName: bodyName(bodies, on) } }),
      backHref: backTo(event),
      known,
      ...(removes && { removes }),
      ...(shown !== undefined && { posted: shown }),
      problems,
    }),
  );
};
