import type { JSX } from 'preact';
import { deskPersonForm } from '../routine/desk-person.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { Select } from './controls.tsx';
import { Fields, type Place } from './fields.tsx';
import { FORM_ID, html, Page, RESULT_ID } from './layout.tsx';
import { Inset } from './notes.tsx';
import { FormProblems, titled } from './sheet-form.tsx';
import type { PeopleLogLine, PeopleView, PersonOfDesk } from './views.ts';

/** Whom the desk lets in, with what they may do, and who changed that. */
export function peoplePage(view: PeopleView): string {
  const { lang, people, log, done, problems = [] } = view;
  return html(
    <Page
      frame={view}
      title={titled(TITLE[lang], problems, lang)}
      otherLanguage={view.posted ? 'none' : 'link'}
    >
      <FormProblems problems={problems} form={deskPersonForm} lang={lang} />
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      {done && (
        <div id={RESULT_ID} tabIndex={-1}>
          <Inset>{DONE[done][lang]}</Inset>
        </div>
      )}
      <p class="govuk-body">{LEAD[lang]}</p>
      <ul class="govuk-list nom-list nom-ruled">
        {people.map((person, index) => (
          <li key={person.id}>
            <Person person={person} nth={index + 1} lang={lang} />
          </li>
        ))}
      </ul>
      <Add {...view} />
      <Log log={log} lang={lang} />
    </Page>,
  );
}

/** Names and addresses may be long: without one, whoever it is is called what the provider calls them. */
const calledOf = ({ name, email, subject, id }: PersonOfDesk): string => name ?? email ?? subject ?? id;

interface PersonProps {
  readonly person: PersonOfDesk;
  /** In the list, from 1. */
  readonly nth: number;
  readonly lang: Language;
}

const Person = ({ person, nth, lang }: PersonProps): JSX.Element => {
  const { id, name, email, role, isSelf } = person;
  const called = calledOf(person);
  const said = [
    ROLES[role]?.[lang],
    name === undefined ? NEVER[lang] : email,
    isSelf && YOURSELF[lang],
  ].filter(Boolean);
  return (
    <>
      <h2 class="govuk-heading-s nom-text">{called}</h2>
      <p class="govuk-body nom-text">{said.join(' · ')}</p>
      {!isSelf && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {CHANGE_OR_REMOVE[lang]}
              <span class="govuk-visually-hidden">{`: ${called}`}</span>
            </span>
          </summary>
          <form method="post" action={`#${RESULT_ID}`} class="govuk-details__text">
            <input type="hidden" name="id" value={id} />
            <Select
              id={`role-${nth}`}
              name="role"
              label={ROLE[lang]}
              options={deskPersonForm.role.options}
              errors={[]}
              lang={lang}
              small
              value={role}
            />
            <div class="govuk-button-group">
              <Button what="change" text={CHANGE} called={called} lang={lang} />
              <Button what="remove" text={REMOVE} called={called} lang={lang} />
            </div>
          </form>
        </details>
      )}
    </>
  );
};

interface ButtonProps {
  readonly what: 'change' | 'remove';
  readonly text: Words;
  readonly called: string;
  readonly lang: Language;
}

const Button = ({ what, text, called, lang }: ButtonProps): JSX.Element => (
  <button type="submit" class="govuk-button govuk-button--secondary" name="what" value={what}>
    {text[lang]}
    <span class="govuk-visually-hidden">{`: ${called}`}</span>
  </button>
);

const Add = ({ lang, posted = {}, problems = [] }: PeopleView): JSX.Element => {
  const known = { today: '', facts: {}, registers: {} };
  const place: Place = { lang, known, problems, posted, path: '', forms: [deskPersonForm] };
  return (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{ADD[lang]}</h2>
      <form method="post" action={`#${RESULT_ID}`} id={FORM_ID} novalidate>
        <Fields place={place} />
        <button type="submit" class="govuk-button" name="what" value="add">
          {ADD[lang]}
        </button>
      </form>
    </section>
  );
};

interface LogProps {
  readonly log: readonly PeopleLogLine[];
  readonly lang: Language;
}

const Log = ({ log, lang }: LogProps): JSX.Element | null =>
  log.length === 0 ? null : (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{CHANGES[lang]}</h2>
      <ol class="nom-course">
        {log.map((line, index) => (
          <li key={index}>
            <span class="govuk-hint">{dateInWords(line.on, lang)}</span>
            <br />
            {CHANGED(line)[lang]}
          </li>
        ))}
      </ol>
    </section>
  );

const CHANGED = ({ by, who, before, after }: PeopleLogLine): Words => {
  if (after === undefined) return { sv: `${by} tog bort ${who}`, en: `${by} removed ${who}` };
  const [sv, en] = [ROLES[after].sv.toLowerCase(), ROLES[after].en.toLowerCase()];
  return before === undefined
    ? { sv: `${by} lade till ${who} som ${sv}`, en: `${by} added ${who} as ${en}` }
    : { sv: `${by} gjorde ${who} till ${sv}`, en: `${by} made ${who} ${en}` };
};

const ROLES: Readonly<Record<PersonOfDesk['role'], Words>> = {
  officer: { sv: 'Handläggare', en: 'Officer' },
  reader: { sv: 'Läsare', en: 'Reader' },
};

const TITLE: Words = { sv: 'Personer', en: 'People' };
const LEAD: Words = {
  sv: 'De här personerna kommer in här. Handläggare ser och gör allt. Läsare ser allt utom den här sidan, men ändrar inget. Den som tas bort är ute direkt.',
  en: 'These people are let in here. Officers see and do everything. Readers see everything but this page, and change nothing. Whoever is removed is out at once.',
};
const DONE: Readonly<Record<Required<PeopleView>['done'], Words>> = {
  add: { sv: 'Personen är tillagd.', en: 'The person is added.' },
  change: { sv: 'Rollen är ändrad.', en: 'The role is changed.' },
  remove: { sv: 'Personen är borttagen.', en: 'The person is removed.' },
};
const NEVER: Words = { sv: 'har inte loggat in än', en: 'has not logged in yet' };
const YOURSELF: Words = { sv: 'det är du', en: 'this is you' };
const CHANGE_OR_REMOVE: Words = { sv: 'Ändra eller ta bort', en: 'Change or remove' };
const ROLE: Words = { sv: 'Roll', en: 'Role' };
const CHANGE: Words = { sv: 'Ändra rollen', en: 'Change the role' };
const REMOVE: Words = { sv: 'Ta bort', en: 'Remove' };
const ADD: Words = { sv: 'Lägg till en person', en: 'Add a person' };
const CHANGES: Words = { sv: 'Ändringar', en: 'Changes' };
