import { calendarOf } from '../../shared/case/calendar.ts';
import { pageHeaders } from '../../shared/pages/pages.ts';
import type { Body } from '../../shared/records/bodies.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { language } from '../../shared/web/request.ts';
import { bodyName } from './names.ts';
import { type Opened, waitingFor } from './opened.ts';
import type { AnswerDeps } from './record.ts';

/** The days of meetings and the target dates of what waits for a body. */
export const sendAgendaCalendar = async (
  deps: AnswerDeps,
  event: HttpEvent,
  body: Body,
  agendaUrl: string,
): Promise<HttpResult> =>
  calendar(deps, event, await waitingFor(deps, body), body.name[language(event)], agendaUrl);

/** Those of one question; none once it needs no answer. */
export const sendQuestionCalendar = (
  deps: AnswerDeps,
  event: HttpEvent,
  opened: Opened,
  answerUrl: string,
): HttpResult => {
  const { asked, bodies } = opened;
  const waiting = asked.status === 'open' ? [opened] : [];
  return calendar(deps, event, waiting, bodyName(bodies, asked)[language(event)], answerUrl);
};

const calendar = (
  { now }: AnswerDeps,
  event: HttpEvent,
  waiting: readonly Opened[],
  name: string,
  url: string,
): HttpResult => {
  const lang = language(event);
  const dated = waiting.map(({ facts: { head }, asked, question: { asks } }) => ({
    caseId: head.id,
    caseNumber: head.number,
    questionId: asked.id,
    asks,
    // Each act in the case raises it, and a day changes only by an act.
    sequence: head.version,
    meetingOn: asked.meetingOn,
    targetOn: asked.targetOn,
  }));
  return {
    statusCode: 200,
    headers: {
      ...pageHeaders,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="nominera.ics"',
    },
    body: calendarOf(dated, {
      lang,
      name: `Nominera: ${name}`,
      url: lang === 'sv' ? url : `${url}?lang=${lang}`,
      now: now(),
    }),
  };
};
