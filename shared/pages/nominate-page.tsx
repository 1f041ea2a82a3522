import type { JSX } from 'preact';
import { callMe } from '../routine/call-me.ts';
import { mailboxForm } from '../routine/draft-mailbox.ts';
import type { Form } from '../routine/form.ts';
import { nominationForm, nominationSections } from '../routine/nomination.ts';
import { nominationSheet } from '../routine/nomination-sheet.ts';
import type { Language, Words } from '../routine/words.ts';
import { NOT_SENT } from './draft-frame.tsx';
import { CARRIED } from './draft-names.ts';
import { RESEND, RESENT } from './draft-overview-page.tsx';
import type { CallMeView, MailedView, NominateView } from './draft-views.ts';
import { Fields } from './fields.tsx';
import { Back, FORM_ID, html, Page, RESULT_ID } from './layout.tsx';
import { inLanguage } from './links.ts';
import { RatherTalk } from './rather-talk.tsx';
import { Problems, titled } from './sheet-form.tsx';
import type { Frame } from './views.ts';
import { SAY } from './words.ts';

/** Where anyone reads what is asked, and begins a nomination. */
export function nominatePage(view: NominateView): string {
  const { lang, problems = [], first } = view;
  const form = { ...first.form, ...mailboxForm };
  return html(
    <Page frame={{ ...view, home: '' }} title={titled(TITLE[lang], problems, lang)} otherLanguage="edit">
      <Problems problems={problems} sheet={{ ...nominationSheet, form }} lang={lang} />
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <p class="govuk-body">{nominationSheet.lead[lang]}</p>
      <p class="govuk-body nom-screen">
        <a class="govuk-link" href="#form">
          {SAY.toTheForm[lang]}
        </a>
      </p>
      <h2 class="govuk-heading-m">{EXPECT[lang]}</h2>
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        {EXPECTATIONS.map((it) => (
          <li key={it.sv}>{it[lang]}</li>
        ))}
      </ul>
      <p class="govuk-body">
        {`${EXISTS[lang]} `}
        <a class="govuk-link" href={inLanguage('programmes', lang)}>
          {PROGRAMMES[lang]}
        </a>
      </p>
      <RatherTalk lang={lang} nominateHref="nominate" />
      <AllQuestions lang={lang} />
      <section class="nom-part" id="form">
        <h2 class="govuk-heading-m">{BEGIN[lang]}</h2>
        <p class="govuk-body">{BEGIN_HOW[lang]}</p>
        <StartForm view={view} />
      </section>
    </Page>,
  );
}

const StartForm = ({ view }: { readonly view: NominateView }): JSX.Element => {
  const { lang, known, first, posted = {}, problems = [] } = view;
  const place = { lang, known, problems, posted, path: '' };
  return (
    <form method="post" action={`#${RESULT_ID}`} id={FORM_ID} novalidate>
      <input type="hidden" name={CARRIED.key} value={view.key} />
      <h3 class="govuk-heading-m">{`${first.id}. ${first.title[lang]}`}</h3>
      <Fields place={{ ...place, forms: [first.form] }} />
      <h3 class="govuk-heading-m">{WHERE_TO[lang]}</h3>
      <Fields place={{ ...place, forms: [mailboxForm] }} />
      <p class="govuk-body">{NOT_SENT[lang]}</p>
      <button type="submit" class="govuk-button">
        {SAVE[lang]}
      </button>
    </form>
  );
};

/** All that is asked, folded part by part. */
const AllQuestions = ({ lang }: { readonly lang: Language }): JSX.Element => (
  <section class="nom-part">
    <h2 class="govuk-heading-m">{ALL[lang]}</h2>
    <p class="govuk-body">{ALL_HOW[lang]}</p>
    {nominationSections.map(({ id, title, fields }) => (
      <details key={id} class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{`${id}. ${title[lang]}`}</span>
        </summary>
        <div class="govuk-details__text">
          <Questions form={nominationForm} names={fields} lang={lang} />
        </div>
      </details>
    ))}
  </section>
);

interface QuestionsProps {
  readonly form: Form;
  readonly names: readonly string[];
  readonly lang: Language;
}

const Questions = ({ form, names, lang }: QuestionsProps): JSX.Element => (
  <dl>
    {names.map((name) => {
      const field = form[name];
      return (
        field && (
          <div key={name} class="nom-question">
            <dt>
              <strong>{field.label[lang]}</strong>
              {field.need === 'must' && ` (${MUST[lang]})`}
            </dt>
            {field.help && <dd class="govuk-hint">{field.help[lang]}</dd>}
          </div>
        )
      );
    })}
  </dl>
);

/** The link of a draft was mailed: where, and what to do if it does not come. */
export function mailedPage(view: MailedView): string {
  const { lang, mailbox, again } = view;
  return html(
    <Page frame={{ ...view, home: '' }} title={MAILED[lang]}>
      <h1 class="govuk-heading-l">{MAILED[lang]}</h1>
      {again && (
        <div class="govuk-inset-text" id={RESULT_ID} role="status" tabIndex={-1}>
          <p class="govuk-body nom-text">{`${RESENT[again][lang]} ${mailbox}.`}</p>
        </div>
      )}
      <p class="govuk-body">
        {`${MAILED_TO[lang]} `}
        <strong class="nom-text">{mailbox}</strong>
        {'.'}
      </p>
      <p class="govuk-body">{OPEN_IT[lang]}</p>
      <h2 class="govuk-heading-m">{NOT_COME[lang]}</h2>
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        {IF_NOT_COME.map((it) => (
          <li key={it.sv}>{it[lang]}</li>
        ))}
      </ul>
      <form method="post" action={`#${RESULT_ID}`} class="nom-screen">
        <button type="submit" class="govuk-button govuk-button--secondary" name="_resend" value="1">
          {RESEND[lang]}
        </button>
      </form>
    </Page>,
  );
}

const KNOWN = { today: '', facts: {}, registers: {} };

/** "Ring mig": who wants to be called, and about what. */
export function callPage(view: CallMeView): string {
  const { lang, posted = {}, problems = [] } = view;
  const place = { lang, known: KNOWN, problems, posted, path: '', forms: [callMe.form] as const };
  return html(
    <Page
      frame={{ ...view, home: '' }}
      title={titled(callMe.asks[lang], problems, lang)}
      otherLanguage="edit"
    >
      <Problems problems={problems} sheet={callMe} lang={lang} />
      <Back href="nominate" lang={lang} />
      <h1 class="govuk-heading-l">{callMe.asks[lang]}</h1>
      <p class="govuk-body">{callMe.lead[lang]}</p>
      <section id="form">
        <h2 class="govuk-visually-hidden">{SAY.theForm[lang]}</h2>
        <form method="post" action={`#${RESULT_ID}`} id={FORM_ID} novalidate>
          <input type="hidden" name={CARRIED.key} value={view.key} />
          <Fields place={place} />
          <button type="submit" class="govuk-button">
            {callMe.asks[lang]}
          </button>
        </form>
      </section>
    </Page>,
  );
}

export const callDonePage = (frame: Frame): string => {
  const { lang } = frame;
  return html(
    <Page frame={{ ...frame, home: '' }} title={CALL_DONE[lang]}>
      <div class="govuk-panel govuk-panel--confirmation">
        <h1 class="govuk-panel__title">{CALL_DONE[lang]}</h1>
      </div>
      <h2 class="govuk-heading-m">{SAY.whatNext[lang]}</h2>
      <p class="govuk-body">{callMe.next[lang]}</p>
      <Back href="nominate" lang={lang} />
    </Page>,
  );
};

const TITLE: Words = {
  sv: 'Nominera ett stöd- eller behandlingsprogram',
  en: 'Nominate a support or treatment programme',
};
const EXPECT: Words = { sv: 'Så går det till', en: 'What to expect' };
const EXPECTATIONS: readonly Words[] = [
  {
    sv: 'Börja med att spara den första delen här. Då mejlar vi en länk till dig.',
    en: 'Begin by saving the first part here. Then we mail you a link.',
  },
  {
    sv: 'Med länken fortsätter ni när ni vill, en del i taget. Ni kan vara flera som skriver.',
    en: 'With the link you go on when you want, one part at a time. You can be several who write.',
  },
  {
    sv: 'Ni ser bara de frågor som gäller er, och får läsa igenom allt innan ni skickar.',
    en: 'You see only the questions that apply to you, and read everything through before you send it.',
  },
  {
    sv: 'Den som nominerar behöver inget konto. Skriv inget om enskilda patienter.',
    en: 'Whoever nominates needs no account. Write nothing about individual patients.',
  },
];
const EXISTS: Words = {
  sv: 'Titta först om det som ni behöver redan finns eller är på väg:',
  en: 'First see whether what you need is there already, or on its way:',
};
const PROGRAMMES: Words = { sv: 'Program och nomineringar', en: 'Programmes and nominations' };
const ALL: Words = { sv: 'Alla frågor', en: 'All questions' };
const ALL_HOW: Words = {
  sv: 'Så här mycket kan vi fråga om. Delarna om inköp och barn gäller bara en del nomineringar.',
  en: 'This is all that we may ask about. The parts on purchase and on children apply to some nominations only.',
};
const MUST: Words = { sv: 'måste besvaras om frågan gäller er', en: 'must be answered if it applies to you' };
const BEGIN: Words = { sv: 'Börja här', en: 'Begin here' };
const BEGIN_HOW: Words = {
  sv: 'Fyll i det du kan. Bara e-postadressen behövs för att spara.',
  en: 'Fill in what you can. Only the e-mail address is needed to save.',
};
const WHERE_TO: Words = { sv: 'Vart ska vi mejla länken?', en: 'Where shall we mail the link?' };
const SAVE: Words = { sv: 'Spara och få en länk', en: 'Save and get a link' };
const MAILED: Words = { sv: 'Sparat. Titta i din e-post', en: 'Saved. Look in your e-mail' };
const MAILED_TO: Words = {
  sv: 'Vi har sparat det du skrev och mejlar en länk till',
  en: 'We have saved what you wrote and are mailing a link to',
};
const OPEN_IT: Words = {
  sv: 'Öppna länken för att fortsätta. Den kommer inom några minuter. Sedan kan du stänga den här sidan.',
  en: 'Open the link to go on. It comes within a few minutes. Then you can close this page.',
};
const NOT_COME: Words = { sv: 'Om mejlet inte kommer', en: 'If the mail does not come' };
const IF_NOT_COME: readonly Words[] = [
  { sv: 'Titta i skräpposten.', en: 'Look among the spam.' },
  {
    sv: 'Stämmer inte adressen? Gå tillbaka i webbläsaren: det du skrev står kvar. Rätta adressen och spara igen.',
    en: 'Is the address wrong? Go back in your browser: what you wrote is still there. Correct the address and save again.',
  },
  {
    sv: 'Stämmer adressen? Vänta några minuter och be om länken igen.',
    en: 'Is it right? Wait some minutes and ask for the link again.',
  },
];
const CALL_DONE: Words = { sv: 'Tack, vi ringer dig', en: 'Thank you, we will call you' };
