import type { JSX } from 'preact';
import { nominationSheet } from '../routine/nomination-sheet.ts';
import { timeInWords, type Words } from '../routine/words.ts';
import { ATTACHMENTS, DraftTop, draftHref, LAST_SAVED, READ_AND_SEND } from './draft-frame.tsx';
import type { OverviewView, PartState } from './draft-views.ts';
import { anchorOf } from './fields.tsx';
import { html, Page, RESULT_ID } from './layout.tsx';
import { Inset } from './notes.tsx';
import { RatherTalk } from './rather-talk.tsx';
import { Row } from './summary.tsx';

/** Where a nomination that is being written stands, and the way to each of its parts. */
export function draftOverviewPage(view: OverviewView): string {
  const { lang, title, parts, savedAt, attachments, mailbox, call, nominateHref } = view;
  const missing = parts.reduce((sum, part) => sum + part.missing.length, 0);
  return html(
    <Page frame={view} title={title ?? nominationSheet.title[lang]}>
      <DraftTop view={view} />
      <h1 class="govuk-heading-l">{title ?? WITHOUT_TITLE[lang]}</h1>
      <p class="govuk-body">{nominationSheet.lead[lang]}</p>
      <p class="govuk-body">{`${LAST_SAVED[lang]} ${timeInWords(savedAt, lang)}.`}</p>
      <h2 class="govuk-heading-m">{PARTS[lang]}</h2>
      <dl class="govuk-summary-list">
        {parts.map((part) => (
          <PartRow key={part.id} part={part} view={view} />
        ))}
        <Row
          label={
            <a class="govuk-link" href={draftHref(view, 'attachments')}>
              {ATTACHMENTS[lang]}
            </a>
          }
        >
          {attachments === 0 ? NO_FILES[lang] : FILES(attachments)[lang]}
        </Row>
      </dl>
      <Inset>{(missing === 0 ? NOTHING_MISSING : MISSING_BEFORE)[lang]}</Inset>
      <p class="govuk-body nom-screen">
        <a class="govuk-button" href={draftHref(view, 'review')}>
          {READ_AND_SEND[lang]}
        </a>
      </p>
      <section class="nom-part nom-screen">
        <h2 class="govuk-heading-m">{SEVERAL_TITLE[lang]}</h2>
        <p class="govuk-body">{SEVERAL[lang]}</p>
        {mailbox !== undefined && <Resend {...view} mailbox={mailbox} />}
        {call === undefined && <RatherTalk lang={lang} nominateHref={nominateHref} />}
      </section>
    </Page>,
  );
}

interface PartRowProps {
  readonly part: PartState;
  readonly view: OverviewView;
}

const PartRow = ({ part, view }: PartRowProps): JSX.Element => {
  const { lang } = view;
  return (
    <Row
      label={
        <a class="govuk-link" href={draftHref(view, part.id)}>
          {`${part.id}. ${part.title[lang]}`}
        </a>
      }
    >
      {STATE[part.state][lang]}
      {part.rivalled && (
        <>
          <br />
          <a class="govuk-link" href={draftHref(view, part.id)}>
            {TWO_TEXTS[lang]}
          </a>
        </>
      )}
      {part.missing.length > 0 && (
        <>
          <p class="govuk-body">{`${LACKS[lang]}:`}</p>
          <ul class="govuk-list govuk-list--bullet">
            {part.missing.map(({ field, message }) => (
              <li key={field}>
                <a
                  class="govuk-link"
                  href={`${draftHref(view, part.id, '&check=1')}#${anchorOf(part.form, field) ?? 'form'}`}
                >
                  {message[lang]}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Row>
  );
};

const Resend = ({ mailbox, resent, lang }: OverviewView & { readonly mailbox: string }): JSX.Element => (
  <form method="post" action={`#${RESULT_ID}`}>
    {resent && (
      <div class="govuk-inset-text" id={RESULT_ID} role="status" tabIndex={-1}>
        <p class="govuk-body nom-text">{`${RESENT[resent][lang]} ${mailbox}.`}</p>
      </div>
    )}
    <p class="govuk-body nom-text">{`${MAILED_TO[lang]} ${mailbox}.`}</p>
    <button type="submit" class="govuk-button govuk-button--secondary" name="_resend" value="1">
      {RESEND[lang]}
    </button>
  </form>
);

export const RESENT: Readonly<Record<'sent' | 'wait', Words>> = {
  sent: { sv: 'Vi mejlar länken igen till', en: 'We are mailing the link again to' },
  wait: {
    sv: 'Länken är redan skickad igen den här timmen. Vänta en stund och titta även i skräpposten hos',
    en: 'The link was already sent again within this hour. Wait a while, and look also among the spam of',
  },
};
export const RESEND: Words = { sv: 'Skicka länken igen', en: 'Send the link again' };

const WITHOUT_TITLE: Words = { sv: 'Er nominering', en: 'Your nomination' };
const PARTS: Words = { sv: 'Delar', en: 'Parts' };
const STATE: Readonly<Record<PartState['state'], Words>> = {
  done: { sv: 'Klar', en: 'Done' },
  started: { sv: 'Påbörjad', en: 'Begun' },
  notStarted: { sv: 'Inte påbörjad', en: 'Not begun' },
};
const TWO_TEXTS: Words = {
  sv: 'Två har skrivit samtidigt. Välj vad som ska gälla.',
  en: 'Two people have written at the same time. Choose what is to stand.',
};
const LACKS: Words = { sv: 'Det här saknas för att skicka', en: 'This is lacking to send it' };
const NO_FILES: Words = { sv: 'Inga', en: 'None' };
const FILES = (n: number): Words => ({
  sv: n === 1 ? '1 fil' : `${n} filer`,
  en: n === 1 ? '1 file' : `${n} files`,
});
const NOTHING_MISSING: Words = {
  sv: 'Nomineringen kan skickas. Det som inte är besvarat kan ni fylla i nu, eller berätta om senare.',
  en: 'The nomination can be sent. What is not answered you can fill in now, or tell about later.',
};
const MISSING_BEFORE: Words = {
  sv: 'Något saknas innan nomineringen kan skickas. Det står vid varje del. Allt annat får vara tomt.',
  en: 'Something is lacking before the nomination can be sent. It is said at each part. Everything else may be left empty.',
};
const SEVERAL_TITLE: Words = { sv: 'Skriva tillsammans, eller få hjälp', en: 'Write together, or get help' };
const SEVERAL: Words = {
  sv: 'Skicka mejlet med länken vidare till dem som ska skriva. Ni kan skriva samtidigt: inget skrivs över utan att ni får se båda texterna. Det som är sparat finns kvar i ett år.',
  en: 'Forward the mail with the link to those who are to write. You can write at the same time: nothing is overwritten without you seeing both texts. What is saved is kept for a year.',
};
const MAILED_TO: Words = { sv: 'Länken hit är mejlad till', en: 'The link to this page was mailed to' };
