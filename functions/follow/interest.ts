import { homeFrom } from '../../shared/pages/links.ts';
import {
  interestClosedPage,
  interestDonePage,
  interestPage,
  tooLongPage,
  unknownProgrammePage,
} from '../../shared/pages/pages.ts';
import { readPosted } from '../../shared/pages/posted.ts';
import { answerer } from '../../shared/routine/answerer.ts';
import { checkAnswers, type Known } from '../../shared/routine/check.ts';
import { expressionOfInterest } from '../../shared/routine/expression-of-interest.ts';
import type { Answers } from '../../shared/routine/form.ts';
import { bodyText, type HttpEvent, type HttpResult } from '../../shared/runtime/http.ts';
import { language, page, seeOther } from '../../shared/web/request.ts';
import { isOpen, type OpenedByNumber, openByNumber, titleOf } from './opened.ts';
import type { FollowDeps } from './record.ts';
import { idOf } from './request.ts';

const FORM = { ...expressionOfInterest.form, ...answerer };

const KNOWN: Known = { today: '', facts: {}, registers: {} };

/** The form of "vi vill också"; after it was sent, that it was. */
export const showInterest = async (deps: FollowDeps, event: HttpEvent): Promise<HttpResult> => {
  const lang = language(event);
  const opened = await openByNumber(deps, idOf(event));
  if (opened === undefined) return page(404, unknownProgrammePage(lang, homeFrom(event.routeKey)));
  const isDone = event.queryStringParameters?.done !== undefined;
  if (isDone) return page(200, interestDonePage({ ...about(event, opened), query: 'done=1' }));
  return isOpen(opened.facts)
    ? page(200, interestPage(about(event, opened)))
    : page(410, interestClosedPage(lang, homeFrom(event.routeKey)));
};

/** Takes what was sent. Nothing is mailed: the address that was given may be anybody's. */
export const takeInterest = async (deps: FollowDeps, event: HttpEvent): Promise<HttpResult> => {
  const lang = language(event);
  const opened = await openByNumber(deps, idOf(event));
  if (opened === undefined) return page(404, unknownProgrammePage(lang, homeFrom(event.routeKey)));
  const body = bodyText(event);
  if (body === undefined) return page(413, tooLongPage({ lang, routeKey: event.routeKey }));
  const reading = readPosted(FORM, body, KNOWN);
  const checked = checkAnswers(FORM, reading.raw, KNOWN);
  const again = { ...about(event, opened), posted: reading.posted };
  if (reading.intent === 'edit') return page(200, interestPage(again));
  if (!checked.ok) return page(422, interestPage({ ...again, problems: checked.problems }));
  const taken = isOpen(opened.facts) && (await put(deps, opened, checked.answers));
  return taken === 'new' || taken === 'known'
    ? toReceipt(event)
    : page(
        409,
        interestClosedPage(lang, homeFrom(event.routeKey), { sheet: expressionOfInterest, ...reading }),
      );
};

const put = (
  { record, now }: FollowDeps,
  { facts }: OpenedByNumber,
  { answeredByName, answeredByRole, ...given }: Answers<typeof FORM>,
) =>
  record.putInterest(facts.head, {
    ...given,
    name: answeredByName,
    role: answeredByRole,
    at: now().toISOString(),
  });

const about = (event: HttpEvent, opened: OpenedByNumber) => ({
  lang: language(event),
  caseNumber: opened.summary.number,
  title: titleOf(opened),
});

const toReceipt = (event: HttpEvent): HttpResult =>
  seeOther(`interest?done=1${language(event) === 'en' ? '&lang=en' : ''}`);
