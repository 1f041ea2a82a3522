import middy from '@middy/core';
import { messagePage, pageHeaders, questionPage, receiptPage, startPage } from '../../shared/pages/pages.ts';
import { readPosted } from '../../shared/pages/posted.ts';
import { listBodies } from '../../shared/records/bodies.ts';
import { readFacts, readTexts } from '../../shared/records/cases.ts';
import { readLink, recordAnswer } from '../../shared/records/questions.ts';
import { openStore } from '../../shared/records/store.ts';
import type { Language, Words } from '../../shared/routine/words.ts';
import { minutesAfter, now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { bodyText, type HttpEvent, type HttpResult, served } from '../../shared/runtime/http.ts';
import { type AnswerDeps, giveAnswer, type Opened, openLink, wholeForm } from './answer.ts';
import { questionView, receiptView } from './view.ts';

const { TABLE_NAME, PATIENCE_MINUTES } = config('TABLE_NAME', 'PATIENCE_MINUTES');
const store = openStore(TABLE_NAME);

const deps: AnswerDeps = {
  record: {
    link: (digest) => readLink(store, digest),
    facts: (caseId) => readFacts(store, caseId),
    texts: (caseId) => readTexts(store, caseId),
    bodies: () => listBodies(store),
    record: (facts, given) =>
      recordAnswer(store, facts, {
        ...given,
        wake: crypto.randomUUID(),
        lookAgainAt: minutesAfter(now(), PATIENCE_MINUTES),
      }),
  },
  now,
};

const language = (event: HttpEvent): Language => (event.queryStringParameters?.lang === 'en' ? 'en' : 'sv');
const secretOf = (event: HttpEvent): string => event.pathParameters?.secret ?? '';

const page = (statusCode: number, body: string): HttpResult => ({ statusCode, headers: pageHeaders, body });

const message = (statusCode: number, event: HttpEvent, title: Words, text: Words): HttpResult =>
  page(statusCode, messagePage({ lang: language(event), title, text }));

const unknownLink = (event: HttpEvent): HttpResult =>
  message(
    404,
    event,
    { sv: 'Länken går inte att öppna', en: 'The link cannot be opened' },
    {
      sv: 'Kontrollera att du har med hela länken från mejlet. Om den ändå inte fungerar, kontakta regionala SoB-förvaltningen.',
      en: 'Check that you have the whole link from the email. If it still does not work, contact the regional SoB office.',
    },
  );

const start = async (event: HttpEvent): Promise<HttpResult> => page(200, startPage(language(event)));

const show = async (event: HttpEvent): Promise<HttpResult> => {
  const opened = await openLink(deps, secretOf(event));
  if (opened === undefined) return unknownLink(event);
  const texts = await deps.record.texts(opened.facts.head.id);
  const html =
    opened.asked.status === 'answered'
      ? receiptPage(receiptView(opened, texts, language(event)))
      : questionPage(questionView(opened, texts, language(event)));
  return page(200, html);
};

/** After an answer the reader is sent to the same address, which from then on shows the receipt. */
const toReceipt = (event: HttpEvent): HttpResult => ({
  statusCode: 303,
  headers: { ...pageHeaders, location: `${secretOf(event)}${language(event) === 'en' ? '?lang=en' : ''}` },
});

const take = async (event: HttpEvent): Promise<HttpResult> => {
  const opened = await openLink(deps, secretOf(event));
  if (opened === undefined) return unknownLink(event);
  if (opened.asked.status === 'answered') return toReceipt(event);
  const body = bodyText(event);
  if (body === undefined) return tooLarge(event);
  const { posted, raw } = readPosted(wholeForm(opened.question), body, opened.known);
  const given = await giveAnswer(deps, secretOf(event), opened, raw);
  return given.kind === 'given'
    ? toReceipt(event)
    : again(event, opened, { posted, problems: given.problems });
};

const again = async (
  event: HttpEvent,
  opened: Opened,
  typed: Parameters<typeof questionView>[3],
): Promise<HttpResult> => {
  const texts = await deps.record.texts(opened.facts.head.id);
  return page(422, questionPage(questionView(opened, texts, language(event), typed)));
};

const tooLarge = (event: HttpEvent): HttpResult =>
  message(
    413,
    event,
    { sv: 'Svaret är för långt', en: 'The answer is too long' },
    {
      sv: 'Svaret får vara högst 64 kB. Gå tillbaka i webbläsaren, korta texten och skicka igen.',
      en: 'The answer may be at most 64 KB. Go back in your browser, shorten the text and send it again.',
    },
  );

const fault = (event: HttpEvent): HttpResult =>
  message(
    500,
    event,
    { sv: 'Något gick fel hos oss', en: 'Something went wrong on our side' },
    {
      sv: 'Ditt svar är inte sparat. Gå tillbaka i webbläsaren och skicka igen. Om felet kvarstår, kontakta regionala SoB-förvaltningen.',
      en: 'Your answer was not saved. Go back in your browser and send it again. If the fault remains, contact the regional SoB office.',
    },
  );

const routes: Readonly<Record<string, (event: HttpEvent) => Promise<HttpResult>>> = {
  'GET /': start,
  'HEAD /': start,
  'GET /a/{secret}': show,
  'HEAD /a/{secret}': show,
  'POST /a/{secret}': take,
};

/** People's pages, by the route that the HTTP API found. `GET` and `HEAD` only read. */
export const handler = middy<HttpEvent, HttpResult>()
  .use(served(fault))
  .handler(async (event) => routes[event.routeKey]?.(event) ?? unknownLink(event));
