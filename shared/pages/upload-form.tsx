import type { JSX } from 'preact';
import { FILE_TYPES } from '../case/attachments.ts';
import type { Language, Words } from '../routine/words.ts';
import { RESULT_ID } from './layout.tsx';
import { SAY } from './words.ts';

/** A form that sends a file straight to where files are kept, signed by us. */
export interface SignedForm {
  readonly url: string;
  /** What stands in it beside the file. */
  readonly fields: Readonly<Record<string, string>>;
}

interface UploadFormProps {
  readonly upload: SignedForm;
  readonly lang: Language;
  /** Why the file that was sent before is not taken, and how to mend it. */
  readonly problem?: Words | undefined;
}

const CONTROL = 'f-upload';
const HINT = `${CONTROL}-hint`;
const ERROR = `${CONTROL}-error`;

/** Where a file is chosen and sent; it must be the form's last field, as S3 reads nothing after it. */
export const UploadForm = ({ upload, lang, problem }: UploadFormProps): JSX.Element => (
  <form method="post" action={upload.url} enctype="multipart/form-data">
    {Object.entries(upload.fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <div class={problem ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <label class="govuk-label govuk-label--s" for={CONTROL}>
        {FILE[lang]}
      </label>
      <div class="govuk-hint" id={HINT}>
        {LIMITS[lang]}
      </div>
      {problem && (
        <p class="govuk-error-message" id={ERROR}>
          <span class="govuk-visually-hidden">{`${SAY.error[lang]}: `}</span>
          {problem[lang]}
        </p>
      )}
      <input
        class={problem ? 'govuk-file-upload govuk-file-upload--error' : 'govuk-file-upload'}
        id={CONTROL}
        name="file"
        type="file"
        required
        accept={[...Object.keys(FILE_TYPES), 'jpeg'].map((it) => `.${it}`).join(',')}
        aria-describedby={problem ? `${HINT} ${ERROR}` : HINT}
      />
    </div>
    <button type="submit" class="govuk-button">
      {SEND[lang]}
    </button>
  </form>
);

/** What came of the file that was sent before, on top of the page. */
export const UploadProblem = ({
  problem,
  lang,
}: Pick<UploadFormProps, 'problem' | 'lang'>): JSX.Element | null =>
  problem === undefined ? null : (
    <div class="govuk-error-summary" id={RESULT_ID} tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{NOT_TAKEN[lang]}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            <li>
              <a href={`#${CONTROL}`}>{problem[lang]}</a>
            </li>
          </ul>
        </div>
      </div>
    </div>
  );

const FILE: Words = { sv: 'Välj en fil', en: 'Choose a file' };
const LIMITS: Words = {
  sv: 'Pdf, docx, xlsx, png eller jpg, högst 20 MB. Inga patientuppgifter. Blir filen för stor visas en sida med teknisk text: gå då tillbaka i webbläsaren och välj en mindre.',
  en: 'Pdf, docx, xlsx, png or jpg, at most 20 MB. No patient data. If the file is too large you see a page of technical text: then go back in your browser and choose a smaller one.',
};
const SEND: Words = { sv: 'Ladda upp filen', en: 'Upload the file' };
const NOT_TAKEN: Words = { sv: 'Filen kan inte läggas till', en: 'The file cannot be added' };
