import type { JSX } from 'preact';
import { bodySheet } from '../routine/body.ts';
import type { Field, Form } from '../routine/form.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import type { BodyView } from './desk-list-views.ts';
import { Fields, type Place } from './fields.tsx';
import { Back, FORM_ID, html, Page, RESULT_ID } from './layout.tsx';
import { messagePage } from './message-page.tsx';
import { Inset } from './notes.tsx';
import { partsOf } from './parts.tsx';
import { FormProblems, titled } from './sheet-form.tsx';
import { Row, Summary, Value } from './summary.tsx';
import { StepMark } from './typed.tsx';

/** Names the field that carries {@link BodyView.version}. */
export const VERSION = '_version';

const FORM: Form = bodySheet.form;

/** What the register has of a body, for officers to change and for others to read. */
export function bodyPage(view: BodyView): string {
  const { lang, desk, body, known, saved, overtaken, problems = [] } = view;
  const name = body === undefined ? NEW[lang] : body.name[lang];
  return html(
    <Page
      frame={view}
      title={titled(`${name} – ${BODIES[lang]}`, problems, lang)}
      otherLanguage={desk.readsOnly ? 'link' : 'edit'}
    >
      <FormProblems problems={problems} form={FORM} lang={lang} />
      <Back href={`${desk.deskHref}/bodies`} lang={lang} />
      <h1 class="govuk-heading-l nom-text">{name}</h1>
      {saved && (
        <div id={RESULT_ID} tabIndex={-1}>
          <Inset>{SAVED(saved.movedQuestions)[lang]}</Inset>
        </div>
      )}
      {overtaken && <Overtaken {...view} overtaken={overtaken} />}
      {desk.readsOnly ? (
        <Summary form={FORM} answers={body ?? {}} lang={lang} known={known} />
      ) : (
        <BodyForm {...view} />
      )}
      <Changes {...view} />
    </Page>,
  );
}

const BodyForm = ({ lang, known, version, posted, problems = [] }: BodyView): JSX.Element => {
  const place: Place = { lang, known, problems, posted, path: '', forms: [FORM] };
  const parts = partsOf(bodySheet).filter(
    ({ fields }) => !fields.includes('successor') || known.facts.mayBeSucceeded === true,
  );
  return (
    <form method="post" action={`#${RESULT_ID}`} id={FORM_ID} novalidate>
      <StepMark sheet={bodySheet} />
      {version !== undefined && <input type="hidden" name={VERSION} value={version} />}
      {parts.map(({ id, title, fields }) => (
        <section key={id} class="nom-section">
          {title && <h2 class="govuk-heading-m">{title[lang]}</h2>}
          <Fields place={place} only={fields} />
        </section>
      ))}
      <button type="submit" class="govuk-button">
        {bodySheet.asks[lang]}
      </button>
    </form>
  );
};

/** Where two have changed the same: what the one has saved, and what the other wrote. */
const Overtaken = ({
  overtaken: { fields, written },
  body = { name: NEW },
  lang,
  known,
}: BodyView & Required<Pick<BodyView, 'overtaken'>>): JSX.Element => {
  const said = (field: Field, value: unknown): JSX.Element | string =>
    value === undefined ? NOTHING[lang] : <Value field={field} value={value} lang={lang} known={known} />;
  return (
    <div class="govuk-error-summary" id={RESULT_ID} tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{OVERTAKEN[lang]}</h2>
        <div class="govuk-error-summary__body">
          <p>{WHAT_NOW[lang]}</p>
          <dl class="govuk-summary-list">
            {Object.entries(FORM).map(
              ([key, field]) =>
                fields.includes(key) && (
                  <Row key={key} label={field.label[lang]}>
                    <p class="govuk-body">
                      {`${STANDS[lang]} `}
                      {said(field, body[key as keyof typeof body])}
                    </p>
                    <p class="govuk-body">
                      {`${YOU_WROTE[lang]} `}
                      {said(field, written[key])}
                    </p>
                  </Row>
                ),
            )}
          </dl>
        </div>
      </div>
    </div>
  );
};

const Changes = ({ changes, lang }: BodyView): JSX.Element | null =>
  changes.length === 0 ? null : (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{CHANGES[lang]}</h2>
      <ol class="nom-course">
        {changes.map(({ on, by, fields }, index) => (
          <li key={index}>
            <span class="govuk-hint">{dateInWords(on, lang)}</span>
            <br />
            {`${by}: ${fields.map((it) => FORM[it]?.label[lang]).join(', ') || ADDED[lang]}`}
          </li>
        ))}
      </ol>
    </section>
  );

export const unknownBodyPage = (lang: Language, home: string): string =>
  messagePage({
    lang,
    home,
    onward: { href: `${home}desk/bodies`, text: { sv: 'Till instanserna', en: 'To the bodies' } },
    title: { sv: 'Instansen finns inte', en: 'There is no such body' },
    text: {
      sv: 'Det finns ingen sådan instans i registret. Gå tillbaka till listan och välj en därifrån.',
      en: 'There is no such body in the register. Go back to the list and choose one from it.',
    },
  });

const BODIES: Words = { sv: 'Instanser', en: 'Bodies' };
const NEW: Words = { sv: 'Lägg till en instans', en: 'Add a body' };
const SAVED = (moved: number): Words => {
  if (moved === 0) return { sv: 'Uppgifterna är sparade.', en: 'The details are saved.' };
  return moved === 1
    ? {
        sv: 'Uppgifterna är sparade. En öppen fråga flyttades med: den skickas med en ny länk.',
        en: 'The details are saved. One open question was moved along: it is sent with a new link.',
      }
    : {
        sv: `Uppgifterna är sparade. ${moved} öppna frågor flyttades med: de skickas med nya länkar.`,
        en: `The details are saved. ${moved} open questions were moved along: they are sent with new links.`,
      };
};
const OVERTAKEN: Words = {
  sv: 'Någon annan har ändrat uppgifterna',
  en: 'Somebody else has changed the details',
};
const WHAT_NOW: Words = {
  sv: 'Det hände efter att du öppnade sidan. Inget av ditt är sparat, men allt du skrev står kvar i formuläret. Jämför, ändra det som behövs och spara igen.',
  en: 'It happened after you opened the page. Nothing of yours is saved, but all that you wrote is still in the form. Compare, change what is needed and save again.',
};
const STANDS: Words = { sv: 'Står nu:', en: 'Stands now:' };
const YOU_WROTE: Words = { sv: 'Du skrev:', en: 'You wrote:' };
const NOTHING: Words = { sv: 'inget', en: 'nothing' };
const CHANGES: Words = { sv: 'Ändringar', en: 'Changes' };
const ADDED: Words = { sv: 'lades till', en: 'added' };
