import type { JSX } from 'preact';
import { type Attachment, fileInWords } from '../case/attachments.ts';
import type { FieldProblem, Known } from '../routine/check.ts';
import { attachmentForm } from '../routine/nomination/closing.ts';
import { dateInWords, type Words } from '../routine/words.ts';
import type { DraftFrame } from './draft-views.ts';
import { anchorOf, Fields } from './fields.tsx';
import { Back, FORM_ID, html, Page, RESULT_ID } from './layout.tsx';
import { inLanguage } from './links.ts';
import { Inset } from './notes.tsx';
import type { Posted } from './posted.ts';
import { Row } from './summary.tsx';
import { type SignedForm, UploadForm, UploadProblem } from './upload-form.tsx';
import { SAY } from './words.ts';

/** The files of a nomination that is being written. */
export interface AttachmentsView extends DraftFrame {
  /** With the day in Sweden that each was added. */
  readonly attachments: readonly (Attachment & { readonly addedOn: string })[];
  /** To the overview of the draft. */
  readonly backHref: string;
  /** A form for one more; none where there are as many as there may be. */
  readonly upload?: SignedForm;
  /** Why the file that was sent is not taken. */
  readonly refused?: Words;
  /** What has just been done. */
  readonly done?: 'added' | 'removed';
}

/** The name of the button that removes a file; its value is the file's id. */
export const REMOVE = '_remove';

/** The files of a draft, each with a button that removes it, and a form that sends one more. */
export function attachmentsPage(view: AttachmentsView): string {
  const { lang, attachments, backHref, upload, refused, done } = view;
  return html(
    <Page frame={view} title={refused ? `${SAY.error[lang]}: ${TITLE[lang]}` : TITLE[lang]}>
      <UploadProblem problem={refused} lang={lang} />
      {done && (
        <div class="govuk-inset-text" id={RESULT_ID} tabIndex={-1} role="status">
          <p class="govuk-body">{DONE[done][lang]}</p>
        </div>
      )}
      <Back href={backHref} lang={lang} />
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <p class="govuk-body">{LEAD[lang]}</p>
      {attachments.length === 0 ? <p class="govuk-body">{NONE[lang]}</p> : <Attached {...view} />}
      {upload ? (
        <section class="nom-part">
          <h2 class="govuk-heading-m">{ADD_ONE[lang]}</h2>
          <UploadForm upload={upload} lang={lang} problem={refused} />
        </section>
      ) : (
        <Inset>{FULL[lang]}</Inset>
      )}
    </Page>,
  );
}

const Attached = ({ attachments, lang }: AttachmentsView): JSX.Element => (
  <form method="post">
    <dl class="govuk-summary-list">
      {attachments.map((it) => (
        <Row
          key={it.id}
          label={it.title}
          action={
            <button type="submit" class="govuk-link nom-link" name={REMOVE} value={it.id}>
              {REMOVE_IT[lang]}
              <span class="govuk-visually-hidden">{` ${it.title}`}</span>
            </button>
          }
        >
          <a class="govuk-link" href={inLanguage(`?part=attachments&file=${it.id}`, lang)}>
            {fileInWords(it)[lang]}
          </a>
          <br />
          {`${(it.confidential ? CONFIDENTIAL : OPEN)[lang]} ${ADDED[lang]} ${dateInWords(it.addedOn, lang)}.`}
        </Row>
      ))}
    </dl>
  </form>
);

export interface AttachmentView extends DraftFrame {
  /** The file that came in. */
  readonly file: Words;
  readonly known: Known;
  readonly backHref: string;
  readonly posted?: Posted;
  readonly problems?: readonly FieldProblem[];
}

/** The second step: what the file that came in is called, and whether it is confidential. */
export function attachmentPage(view: AttachmentView): string {
  const { lang, file, known, backHref, posted = {}, problems = [] } = view;
  return html(
    <Page
      frame={view}
      title={problems.length > 0 ? `${SAY.error[lang]}: ${ADD_ONE[lang]}` : ADD_ONE[lang]}
      otherLanguage="edit"
    >
      {problems.length > 0 && <NotAdded {...view} problems={problems} />}
      <Back href={backHref} lang={lang} />
      <h1 class="govuk-heading-l">{ADD_ONE[lang]}</h1>
      <p class="govuk-body">
        {`${HAS_COME[lang]}: `}
        <strong>{file[lang]}</strong>
      </p>
      <form method="post" action={`#${RESULT_ID}`} id={FORM_ID} novalidate>
        <Fields place={{ lang, known, problems, posted, path: '', forms: [attachmentForm] }} />
        <button type="submit" class="govuk-button">
          {ADD[lang]}
        </button>
      </form>
    </Page>,
  );
}

const NotAdded = ({ problems = [], lang }: AttachmentView): JSX.Element => (
  <div class="govuk-error-summary" id={RESULT_ID} tabIndex={-1}>
    <div role="alert">
      <h2 class="govuk-error-summary__title">{NOT_YET[lang]}</h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          {problems.map(({ field, message }) => {
            const anchor = anchorOf(attachmentForm, field);
            return (
              <li key={field}>
                {anchor === undefined ? message[lang] : <a href={`#${anchor}`}>{message[lang]}</a>}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  </div>
);

const TITLE: Words = { sv: 'Bilagor', en: 'Attachments' };
const LEAD: Words = {
  sv: 'Bilägg sådant som nomineringen bygger på, till exempel ett vårdprogram, en offert eller en utvärdering. Bilagorna skickas med när ni skickar in nomineringen.',
  en: 'Attach what the nomination builds on, such as a care programme, a quote or an evaluation. The attachments are sent along when you submit the nomination.',
};
const NONE: Words = { sv: 'Ni har inga bilagor än.', en: 'You have no attachments yet.' };
const ADD_ONE: Words = { sv: 'Lägg till en bilaga', en: 'Add an attachment' };
const FULL: Words = {
  sv: 'Det finns redan tio bilagor, och fler går inte att lägga till. Ta bort någon, eller slå ihop flera till en fil.',
  en: 'There are ten attachments already, and no more can be added. Remove one, or merge several into one file.',
};
const DONE: Readonly<Record<'added' | 'removed', Words>> = {
  added: { sv: 'Bilagan är tillagd.', en: 'The attachment is added.' },
  removed: { sv: 'Bilagan är borttagen.', en: 'The attachment is removed.' },
};
const REMOVE_IT: Words = { sv: 'Ta bort', en: 'Remove' };
const OPEN: Words = { sv: 'Öppen.', en: 'Open.' };
const CONFIDENTIAL: Words = { sv: 'Innehåller affärsuppgifter.', en: 'Holds business information.' };
const ADDED: Words = { sv: 'Tillagd', en: 'Added' };
const HAS_COME: Words = { sv: 'Filen är uppladdad', en: 'The file is uploaded' };
const ADD: Words = { sv: 'Lägg till', en: 'Add' };
const NOT_YET: Words = { sv: 'Bilagan är inte tillagd än', en: 'The attachment is not added yet' };
