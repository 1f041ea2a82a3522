import type { ComponentChildren, JSX } from 'preact';
import type { Language, Words } from '../routine/words.ts';
import { LOG_OUT } from './desk-bar.tsx';
import { html, Page } from './layout.tsx';
import { inLanguage } from './links.ts';
import { Carried, TypedText } from './typed.tsx';
import type { Frame, Typed } from './views.ts';

/** Where the desk lets nobody in. Whatever was typed is there to copy, and to send again where that can help. */

/**
 * Why: `loggedOut` (401) a form came from somebody who is not logged in any more; the others are 403: it came from
 * somebody else's page, whoever is logged in has no role here or not the one that it takes, or may only read.
 */
export type DeskRefusal = 'loggedOut' | 'foreign' | 'forbidden' | 'readsOnly';

export interface DeskRefusedView extends Frame {
  readonly why: DeskRefusal;
  /** From the page to the desk, without a slash at the end. */
  readonly deskHref: string;
  /** Where one logs in, with the way back. */
  readonly loginHref: string;
  /** Who is logged in, where somebody is. */
  readonly name?: string;
  /** What the identity provider calls them: whoever lacks a role is added by it. */
  readonly subject?: string;
  /** What was sent, where it can be read; never what came from somebody else's page. */
  readonly typed?: Typed | undefined;
  /** What else must be sent with it again, by its name. */
  readonly alongside?: Readonly<Record<string, string>>;
  /** The page came of a form: it is gone when it is asked for again. */
  readonly isAnswer?: boolean;
}

export function deskRefusedPage(view: DeskRefusedView): string {
  const { lang, why, name, deskHref, loginHref, isAnswer } = view;
  const typed = why === 'foreign' ? undefined : view.typed;
  const mayTryAgain = typed !== undefined && why === 'loggedOut';
  const { title, text } = REFUSED[why];
  return html(
    <Page
      frame={{ ...view, home: `${deskHref}/../` }}
      title={title[lang]}
      otherLanguage={isAnswer || typed ? 'none' : 'link'}
    >
      <h1 class="govuk-heading-l">{title[lang]}</h1>
      {name !== undefined && <p class="govuk-body">{`${LOGGED_IN_AS[lang]} ${name}.`}</p>}
      <p class="govuk-body">{(mayTryAgain ? LOG_IN_BESIDE : text)[lang]}</p>
      {why === 'forbidden' && view.subject !== undefined && (
        <p class="govuk-body nom-text">
          {`${USER_ID[lang]} `}
          <strong>{view.subject}</strong>
        </p>
      )}
      {typed && !mayTryAgain && <p class="govuk-body">{BELOW[lang]}</p>}
      {why === 'loggedOut' && (
        <ToLogin href={loginHref} lang={lang} beside={mayTryAgain}>
          {LOG_IN[lang]}
        </ToLogin>
      )}
      {typed && mayTryAgain && <SendAgain typed={typed} alongside={view.alongside} lang={lang} />}
      {why === 'forbidden' && view.desk === undefined && <LogOut deskHref={deskHref} lang={lang} />}
      {why === 'foreign' && (
        <p class="govuk-body">
          <a class="govuk-link" href={inLanguage(deskHref, lang)}>
            {TO_THE_DESK[lang]}
          </a>
        </p>
      )}
      {typed && <TypedText typed={typed} lang={lang} />}
    </Page>,
  );
}

interface SendAgainProps {
  readonly typed: Typed;
  readonly alongside?: DeskRefusedView['alongside'] | undefined;
  readonly lang: Language;
}

/** All that was typed, to be sent as it is. */
const SendAgain = ({ typed, alongside = {}, lang }: SendAgainProps): JSX.Element => (
  <Carried sheet={typed.sheet} posted={typed.posted}>
    {Object.entries(alongside).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <button type="submit" class="govuk-button">
      {SEND_AGAIN[lang]}
    </button>
  </Carried>
);

interface LoginView {
  readonly lang: Language;
  readonly loginHref: string;
}

interface LoggedOutView extends LoginView {
  /** Where one logs out of the identity provider as well, which may let its user in again without a question. */
  readonly providerHref?: string;
}

/** Whoever pressed "Logga ut" is out. */
export const loggedOutPage = ({ lang, loginHref, providerHref }: LoggedOutView): string =>
  html(
    <Page frame={{ lang }} title={OUT.title[lang]} otherLanguage="link">
      <h1 class="govuk-heading-l">{OUT.title[lang]}</h1>
      <p class="govuk-body">{(providerHref === undefined ? OUT.close : OUT.text)[lang]}</p>
      {providerHref !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={providerHref}>
            {OUT.provider[lang]}
          </a>
        </p>
      )}
      <ToLogin href={loginHref} lang={lang}>
        {LOG_IN_AGAIN[lang]}
      </ToLogin>
    </Page>,
  );

/**
 * Why nobody was logged in: the identity provider says that its user `declined`, the login took `tooLong` or was begun
 * in another browser, or the provider `failed` to answer as it should.
 */
export type LoginFault = 'declined' | 'tooLong' | 'failed';

export const loginFailedPage = ({ lang, loginHref, why }: LoginView & { readonly why: LoginFault }): string =>
  html(
    <Page frame={{ lang }} title={LOGIN_FAILED[lang]} otherLanguage="none">
      <h1 class="govuk-heading-l">{LOGIN_FAILED[lang]}</h1>
      <p class="govuk-body">{FAULT[why][lang]}</p>
      <ToLogin href={loginHref} lang={lang}>
        {LOG_IN_AGAIN[lang]}
      </ToLogin>
    </Page>,
  );

interface ToLoginProps {
  readonly href: string;
  readonly lang: Language;
  /** In a tab of its own, so that the page with what was typed stays. */
  readonly beside?: boolean;
  readonly children: ComponentChildren;
}

const ToLogin = ({ href, lang, beside, children }: ToLoginProps): JSX.Element => (
  <p class="govuk-body">
    <a class="govuk-link" href={inLanguage(href, lang)} {...(beside && { target: '_blank' })}>
      {children}
      {beside && ` ${NEW_TAB[lang]}`}
    </a>
  </p>
);

/** Who cannot go on may want to be somebody else. */
const LogOut = ({ deskHref, lang }: { readonly deskHref: string; readonly lang: Language }): JSX.Element => (
  <form method="post" action={inLanguage(`${deskHref}/logout`, lang)}>
    <button type="submit" class="govuk-button">
      {LOG_OUT[lang]}
    </button>
  </form>
);

const REFUSED: Readonly<Record<DeskRefusal, { readonly title: Words; readonly text: Words }>> = {
  loggedOut: {
    title: { sv: 'Du är inte inloggad längre', en: 'You are no longer logged in' },
    text: {
      sv: 'Det du skickade är inte sparat. Logga in och gör om det. Det du skrev kan finnas kvar om du går tillbaka i webbläsaren.',
      en: 'What you sent is not saved. Log in and do it again. What you wrote may still be there if you go back in your browser.',
    },
  },
  foreign: {
    title: { sv: 'Formuläret kom inte från våra sidor', en: 'The form did not come from our pages' },
    text: {
      sv: 'Inget är sparat. En annan webbplats försökte skicka något i ditt namn, eller så säger din webbläsare inte varifrån formulär skickas. Öppna sidan härifrån och gör om det där.',
      en: 'Nothing is saved. Another site tried to send something in your name, or your browser does not say where forms are sent from. Open the page from here and do it again there.',
    },
  },
  forbidden: {
    title: { sv: 'Du har inte behörighet hit', en: 'You are not allowed here' },
    text: {
      sv: 'Sidan är för SoB-förvaltningens handläggare. Behöver du komma in? Be en handläggare att lägga till dig under Personer. Har du flera konton kan du logga ut och välja ett annat.',
      en: 'The page is for the officers of the SoB office. Do you need to get in? Ask an officer to add you under People. If you have several accounts, you can log out and choose another one.',
    },
  },
  readsOnly: {
    title: { sv: 'Du kan läsa men inte ändra', en: 'You can read but not change' },
    text: {
      sv: 'Inget är sparat. Din roll här är läsare. Be en handläggare att göra ändringen, eller att ändra din roll under Personer.',
      en: 'Nothing is saved. Your role here is reader. Ask an officer to make the change, or to change your role under People.',
    },
  },
};
const USER_ID: Words = { sv: 'Ditt användar-id är:', en: 'Your user id is:' };
const LOGGED_IN_AS: Words = { sv: 'Du är inloggad som', en: 'You are logged in as' };
const LOG_IN_BESIDE: Words = {
  sv: 'Det du skickade är inte sparat än, men allt du skrev finns kvar här. Logga in i en ny flik, kom tillbaka till den här sidan och skicka igen.',
  en: 'What you sent is not saved yet, but all that you wrote is still here. Log in in a new tab, come back to this page and send again.',
};
const BELOW: Words = {
  sv: 'Allt du skrev står här nedanför, så att du kan kopiera det.',
  en: 'All that you wrote is below, so that you can copy it.',
};
const LOG_IN: Words = { sv: 'Logga in', en: 'Log in' };
const LOG_IN_AGAIN: Words = { sv: 'Logga in igen', en: 'Log in again' };
const NEW_TAB: Words = { sv: '(öppnas i en ny flik)', en: '(opens in a new tab)' };
const SEND_AGAIN: Words = { sv: 'Skicka igen', en: 'Send again' };
const TO_THE_DESK: Words = { sv: 'Till ärendena', en: 'Go to the cases' };
const OUT = {
  title: { sv: 'Du är utloggad', en: 'You are logged out' },
  text: {
    sv: 'Delar du dator med andra? Logga också ut från inloggningstjänsten, eller stäng webbläsaren.',
    en: 'Do you share the computer with others? Log out of the login service too, or close the browser.',
  },
  close: {
    sv: 'Delar du dator med andra? Stäng också webbläsaren.',
    en: 'Do you share the computer with others? Close the browser too.',
  },
  provider: { sv: 'Logga ut från inloggningstjänsten', en: 'Log out of the login service' },
};
const LOGIN_FAILED: Words = { sv: 'Du blev inte inloggad', en: 'You were not logged in' };
const FAULT: Readonly<Record<LoginFault, Words>> = {
  declined: {
    sv: 'Inloggningen avbröts, eller så har ditt konto inte tillgång till Nominera. Försök igen, eller välj ett annat konto.',
    en: 'The login was cancelled, or your account has no access to Nominera. Try again, or choose another account.',
  },
  tooLong: {
    sv: 'Det tog för lång tid, eller så började du logga in i en annan webbläsare. Börja om härifrån.',
    en: 'It took too long, or you began to log in in another browser. Start again from here.',
  },
  failed: {
    sv: 'Inloggningstjänsten svarar inte som den ska. Försök igen om en stund. Om felet kvarstår, kontakta dem som sköter inloggningen.',
    en: 'The login service does not respond as it should. Try again in a while. If the fault remains, contact those who run the login.',
  },
};
