import type { JSX } from 'preact';
import { type Language, timeInWords, type Words } from '../routine/words.ts';
import type { CallShown, CallsView } from './draft-views.ts';
import { html, Page } from './layout.tsx';
import { inLanguage } from './links.ts';
import { Written } from './programme-facts.tsx';
import { Row } from './summary.tsx';

/** Those who asked to be called, to fill in the nomination together on the phone. */
export function deskCallsPage(view: CallsView): string {
  const { lang, calls } = view;
  const waiting = calls.filter(({ dealtWith }) => dealtWith === undefined);
  const done = calls.filter(({ dealtWith }) => dealtWith !== undefined);
  return html(
    <Page frame={view} title={TITLE[lang]}>
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <p class="govuk-body">{(waiting.length === 0 ? NONE : LEAD)[lang]}</p>
      <Calls {...view} title={WAITING} calls={waiting} />
      <Calls {...view} title={DONE} calls={done} />
    </Page>,
  );
}

const Calls = ({ title, calls, desk, lang }: CallsView & { readonly title: Words }): JSX.Element | null =>
  calls.length === 0 ? null : (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{title[lang]}</h2>{' '}
      <ul class="govuk-list nom-list nom-ruled">
        {calls.map((call) => (
          <li key={call.draftId}>
            <OneCall call={call} lang={lang} />
            <p class="govuk-body nom-screen">
              <a class="govuk-link" href={inLanguage(`${desk?.deskHref}/drafts/${call.draftId}`, lang)}>
                {(desk?.readsOnly ? READ : FILL_IN)[lang]}
                <span class="govuk-visually-hidden">{`: ${call.name}`}</span>
              </a>
            </p>
            {call.dealtWith === undefined && !desk?.readsOnly && (
              <form method="post">
                <button
                  type="submit"
                  class="govuk-button govuk-button--secondary"
                  name="done"
                  value={call.draftId}
                >
                  {IS_DONE[lang]}
                  <span class="govuk-visually-hidden">{`: ${call.name}`}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );

const OneCall = ({ call, lang }: { readonly call: CallShown; readonly lang: Language }): JSX.Element => {
  const { name, unit, phone, email, about, askedAt, dealtWith } = call;
  return (
    <>
      <h3 class="govuk-heading-s nom-text">
        <Written lang={lang}>{`${name}, ${unit}`}</Written>
      </h3>
      <dl class="govuk-summary-list">
        <Row label={PHONE[lang]}>
          <a class="govuk-link" href={`tel:${phone.replaceAll(/[^+\d]/gu, '')}`}>
            {phone}
          </a>
        </Row>
        {email !== undefined && (
          <Row label={EMAIL[lang]}>
            <span class="nom-text">{email}</span>
          </Row>
        )}
        <Row label={ABOUT[lang]}>
          <span class="nom-text">
            <Written lang={lang}>{about}</Written>
          </span>
        </Row>
        <Row label={ASKED[lang]}>{timeInWords(askedAt, lang)}</Row>
        {dealtWith && <Row label={BY[lang]}>{`${dealtWith.by}, ${timeInWords(dealtWith.at, lang)}`}</Row>}
      </dl>
    </>
  );
};

const TITLE: Words = { sv: 'Ring mig', en: 'Call me' };
const LEAD: Words = {
  sv: 'De här har bett er ringa. Öppna formuläret och fyll i det tillsammans medan ni talas vid.',
  en: 'These have asked you to call. Open the form and fill it in together while you talk.',
};
const NONE: Words = {
  sv: 'Ingen väntar på att bli uppringd. Den som väljer ”Be oss ringa upp” på sidorna för nominering visas här.',
  en: 'Nobody waits to be called. Whoever chooses “Ask us to call you” on the pages for nominating is shown here.',
};
const WAITING: Words = { sv: 'Väntar på samtal', en: 'Waiting for a call' };
const DONE: Words = { sv: 'Klara', en: 'Done' };
const PHONE: Words = { sv: 'Telefon', en: 'Phone' };
const EMAIL: Words = { sv: 'E-post', en: 'E-mail' };
const ABOUT: Words = { sv: 'Gäller', en: 'Concerns' };
const ASKED: Words = { sv: 'Bad om samtal', en: 'Asked for a call' };
const BY: Words = { sv: 'Klart genom', en: 'Done by' };
const FILL_IN: Words = { sv: 'Fyll i nomineringen tillsammans', en: 'Fill in the nomination together' };
const READ: Words = { sv: 'Läs nomineringen', en: 'Read the nomination' };
const IS_DONE: Words = { sv: 'Klar', en: 'Done' };
