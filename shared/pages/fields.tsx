import type { JSX } from 'preact';
import { choicesOf, type FieldProblem, type Known } from '../routine/check.ts';
import {
  type Condition,
  type Field,
  type Form,
  inMinutesForm,
  type ListField,
  type NumberField,
  type Options,
  type TextField,
} from '../routine/form.ts';
import type { Language, Words } from '../routine/words.ts';
import { fieldsIn, inWords, settle } from './conditions.ts';
import {
  Area,
  Checkboxes,
  type ControlProps,
  Fieldset,
  Line,
  type LineProps,
  Radios,
  Select,
  Tick,
} from './controls.tsx';
import { inMinutesName, type Posted, reasonName, tokens, unknownName } from './posted.ts';
import { SAY } from './words.ts';

/** Where in a form we are, and what is known there. */
export interface Place {
  readonly lang: Language;
  readonly known: Known;
  readonly problems: readonly FieldProblem[];
  /** The form at this place, then those around it. */
  readonly forms: readonly [Form, ...Form[]];
  /** What was posted to the form at this place. */
  readonly posted: Posted;
  /** Path of this place; empty for the outermost form. */
  readonly path: string;
  /** Inside a row of a list. */
  readonly inRow?: boolean;
  /** Inside something that may be left out as a whole. */
  readonly mayBeLeftOut?: boolean;
}

interface FieldsProps {
  readonly place: Place;
  /** Only these fields, in this order. */
  readonly only?: readonly string[] | undefined;
}

/** The fields of a form. Those that hang on another answer stand together under a line that says when to answer. */
export function Fields({ place, only }: FieldsProps): JSX.Element {
  const runs = runsOf(only ?? Object.keys(place.forms[0]), place);
  return (
    <>
      {runs.map(({ when, keys }, index) => {
        const fields = keys.map((key) => <FieldAt key={key} name={key} place={place} />);
        if (when === undefined) return fields;
        return (
          <fieldset key={keys[0]} class="govuk-fieldset nom-within">
            <legend class="govuk-hint nom-when">{answerIf(when, place, runs[index - 1]?.keys.at(-1))}</legend>
            {fields}
          </fieldset>
        );
      })}
    </>
  );
}

interface Run {
  readonly when?: Condition;
  readonly keys: string[];
}

/** Neighbouring fields with the same condition. Fields that the facts of the case rule out are left out. */
const runsOf = (keys: readonly string[], { forms: [form], known }: Place): readonly Run[] => {
  const runs: Run[] = [];
  for (const key of keys) {
    const when = settle(form[key]?.askedWhen, known);
    if (form[key] === undefined || when === false) continue;
    const last = runs.at(-1);
    const condition = when === true ? undefined : when;
    if (last && JSON.stringify(last.when) === JSON.stringify(condition)) last.keys.push(key);
    else runs.push({ ...(condition && { when: condition }), keys: [key] });
  }
  return runs;
};

const answerIf = (when: Condition, place: Place, justAbove: string | undefined): string => {
  const only = fieldsIn(when).every((name) => name === justAbove) ? justAbove : undefined;
  return `${ANSWER_IF[place.lang]} ${inWords(when, { ...place, justAbove: only })}.`;
};

const ANSWER_IF: Words = { sv: 'Svara om', en: 'Answer if' };
const NEEDED_IF: Words = { sv: 'Måste fyllas i om', en: 'Must be filled in if' };

interface FieldProps {
  readonly name: string;
  readonly place: Place;
}

function FieldAt({ name, place }: FieldProps): JSX.Element | null {
  const field = place.forms[0][name];
  if (field === undefined) return null;
  const control = <Control field={field} name={name} place={place} />;
  if (!field.mayBeUnknown && !field.mayBeInMinutes) return control;
  return (
    <div class="nom-maybe">
      {control}
      {field.mayBeUnknown && <UnknownYet label={field.label} name={name} place={place} />}
      {field.mayBeInMinutes && <SeeMinutes label={field.label} name={name} place={place} />}
    </div>
  );
}

function Control({ field, name, place }: FieldProps & { readonly field: Field }): JSX.Element {
  const props = controlProps(field, name, place);
  const posted = place.posted[name];
  const value = typeof posted === 'string' ? posted : undefined;
  switch (field.kind) {
    case 'text':
      if (field.size === 'short' || field.format === 'url')
        return <Line {...props} {...lineFor(field, name)} value={value} />;
      return <Area {...props} rows={field.size === 'long' ? 10 : 5} value={value} />;
    case 'texts':
      return <Area {...props} rows={4} value={value} />;
    case 'number':
      return <Line {...props} {...numberLine(field, place.lang)} value={value} />;
    case 'date':
    case 'month':
      return <Line {...props} inputMode="numeric" width={10} value={value} />;
    case 'yesNo':
      return <Radios {...props} options={YES_NO} inline value={value} />;
    case 'tick':
      return <Tick {...props} value={value} />;
    case 'choice': {
      const Choice = place.inRow && Object.keys(field.options).length > 3 ? Select : Radios;
      return <Choice {...props} options={field.options} value={value} />;
    }
    case 'registerChoice':
      return <Radios {...props} options={optionsOf(field, place.known)} value={value} />;
    case 'choices':
    case 'registerChoices':
      return <Checkboxes {...props} options={optionsOf(field, place.known)} chosen={[posted].flat()} />;
    case 'group':
      return (
        <Fieldset {...props} large>
          <Fields place={within(place, field, field.fields, tree(posted), props.name)} />
        </Fieldset>
      );
    case 'list':
      return <List {...props} field={field} place={place} rows={rowsOf(posted)} />;
  }
}

const controlProps = (field: Field, name: string, place: Place): ControlProps => {
  const path = pathOf(place, name);
  return {
    id: idOf(path),
    name: path,
    label: labelOf(field, place),
    hint: hintOf(field, place),
    errors: messages(place, path),
    lang: place.lang,
    small: place.inRow,
  };
};

type ListProps = ControlProps & {
  readonly field: ListField;
  readonly place: Place;
  readonly rows: readonly Posted[];
};

/** Rows are added and removed by the server: the buttons send the whole form, and nothing typed is lost. */
function List({ field, place, rows, ...props }: ListProps): JSX.Element {
  const { id, name, label, lang } = props;
  const rowId = (index: number): string => `${id}-row-${index + 1}`;
  return (
    <Fieldset {...props} large>
      {rows.map((row, index) => (
        <fieldset key={rowId(index)} id={rowId(index)} class="govuk-fieldset nom-row">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{`${SAY.row[lang]} ${index + 1}`}</legend>
          <Fields place={{ ...within(place, field, field.item, row, `${name}[${index}]`), inRow: true }} />
          {(rows.length > 1 || Object.keys(row).length > 0) && (
            <RowButton name="_remove" value={`${name}[${index}]`} goTo={`${id}-all`} about={label}>
              {`${SAY.removeRow[lang]} ${index + 1}`}
            </RowButton>
          )}
        </fieldset>
      ))}
      {rows.length < field.max && (
        <RowButton name="_add" value={name} goTo={rowId(rows.length)} about={label}>
          {SAY.addRow[lang]}
        </RowButton>
      )}
    </Fieldset>
  );
}

interface RowButtonProps {
  readonly name: '_add' | '_remove';
  readonly value: string;
  /** Where on the page to come back. */
  readonly goTo: string;
  readonly about: string;
  readonly children: string;
}

const RowButton = ({ name, value, goTo, about, children }: RowButtonProps): JSX.Element => (
  <button
    type="submit"
    class="govuk-button govuk-button--secondary"
    name={name}
    value={value}
    formaction={`#${goTo}`}
  >
    {children}
    <span class="govuk-visually-hidden">{`: ${about}`}</span>
  </button>
);

/** The tick "vet inte än" and its reason, folded until they are used. */
function UnknownYet({ label, name, place }: FieldProps & { readonly label: Words }): JSX.Element {
  const { lang, posted } = place;
  const path = pathOf(place, name);
  const [ticked, reason] = [posted[unknownName(name)], posted[reasonName(name)]];
  const errors = messages(place, `${path}.reason`);
  const common = { lang, small: true };
  return (
    <details class="govuk-details" open={ticked !== undefined || reason !== undefined || errors.length > 0}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {SAY.unknownSummary[lang]}
          <span class="govuk-visually-hidden">{`: ${label[lang]}`}</span>
        </span>
      </summary>
      <div class="govuk-details__text">
        <Tick
          {...common}
          id={idOf(unknownName(path))}
          name={unknownName(path)}
          label={SAY.unknownYet[lang]}
          errors={[]}
          value={ticked as string | undefined}
        />
        <Line
          {...common}
          id={idOf(reasonName(path))}
          name={reasonName(path)}
          label={SAY.unknownReason[lang]}
          errors={errors}
          value={reason as string | undefined}
        />
      </div>
    </details>
  );
}

/** The tick "se bifogat protokoll". There is one beside every text, so each is in a group of its text's name. */
function SeeMinutes({ label, name, place }: FieldProps & { readonly label: Words }): JSX.Element {
  const { lang, posted } = place;
  const path = inMinutesName(pathOf(place, name));
  return (
    <fieldset class="govuk-fieldset" aria-label={label[lang]}>
      <Tick
        id={idOf(path)}
        name={path}
        label={inMinutesForm.inMinutes.label[lang]}
        errors={[]}
        lang={lang}
        small
        value={posted[inMinutesName(name)] as string | undefined}
      />
    </fieldset>
  );
}

const YES_NO: Options = { true: SAY.yes, false: SAY.no };

type WithOptions = Extract<Field, { kind: 'choices' | 'registerChoices' | 'registerChoice' }>;

const optionsOf = (field: WithOptions, known: Known): Options => {
  if (field.kind === 'choices') return field.options;
  return Object.fromEntries(choicesOf(field, known).map(({ value, label }) => [value, label]));
};

const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  answeredByName: 'name',
  answeredByRole: 'organization-title',
};

const lineFor = ({ format }: TextField, name: string): LineProps => {
  const autocomplete = AUTOCOMPLETE[name];
  if (format === 'email') return { inputMode: 'email', autocomplete: 'email' };
  if (format === 'url') return { inputMode: 'url' };
  if (format === 'phone') return { inputMode: 'tel', autocomplete: 'tel', width: 20 };
  return autocomplete === undefined ? {} : { autocomplete };
};

const numberLine = ({ integer, unit }: NumberField, lang: Language): LineProps => ({
  inputMode: integer ? 'numeric' : 'decimal',
  width: unit === 'year' ? 4 : 10,
  ...(unit !== undefined && unit !== 'year' && { suffix: SAY[unit][lang] }),
});

const isDemanded = (field: Field, known: Known): boolean =>
  field.need === 'must' && settle(field.needWhen, known) !== false;

/** What may be left out says so; its parts do not say it again. */
const labelOf = (field: Field, { lang, known, mayBeLeftOut }: Place): string => {
  if (isDemanded(field, known)) return field.label[lang];
  const wanted = (field.need === 'must' ? field.otherwise : field.need) === 'should';
  if (wanted && mayBeLeftOut) return field.label[lang];
  return `${field.label[lang]} (${(wanted ? SAY.ifYouCan : SAY.optional)[lang]})`;
};

const hintOf = (field: Field, place: Place): string | undefined => {
  const { lang, known } = place;
  const needed = field.need === 'must' && settle(field.needWhen, known);
  const parts = [
    field.help?.[lang] ?? HOW_MANY[field.kind]?.[lang],
    FORMAT[field.kind]?.[lang],
    typeof needed !== 'boolean' && `${NEEDED_IF[lang]} ${inWords(needed, place)}.`,
  ].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join(' ');
};

type WordsByKind = { readonly [K in Field['kind']]?: Words };
const HOW_MANY: WordsByKind = {
  choices: SAY.severalChoices,
  registerChoices: SAY.severalChoices,
  texts: SAY.onePerLine,
};
const FORMAT: WordsByKind = { date: SAY.dateHint, month: SAY.monthHint };

const messages = ({ problems, lang }: Place, path: string): readonly string[] =>
  problems.filter(({ field }) => field === path).map(({ message }) => message[lang]);

const within = (place: Place, field: Field, form: Form, posted: Posted, path: string): Place => ({
  ...place,
  mayBeLeftOut: !isDemanded(field, place.known),
  forms: [form, ...place.forms],
  posted,
  path,
});

const tree = (posted: unknown): Posted =>
  typeof posted === 'object' && posted !== null ? (posted as Posted) : {};

/** A list always shows a row to write in. */
const rowsOf = (posted: unknown): readonly Posted[] =>
  Array.isArray(posted) && posted.length > 0 ? posted : [{}];

const pathOf = ({ path }: Pick<Place, 'path'>, name: string): string =>
  path === '' ? name : `${path}.${name}`;

/** The id of the control with this name. */
const idOf = (path: string): string => `f-${path.replaceAll(/[.[\]]+/gu, '-')}`;

/**
 * The id that a message about this path leads to: the first control, where it is about several. None for what is
 * not in the form.
 */
export const anchorOf = (form: Form, path: string): string | undefined => anchor(form, tokens(path), '');

const anchor = (form: Form, [name = '', ...rest]: readonly string[], around: string): string | undefined => {
  const field = Object.hasOwn(form, name) ? form[name] : undefined;
  if (field === undefined) return undefined;
  const path = pathOf({ path: around }, name);
  if (field.mayBeUnknown && rest[0] === 'reason') return idOf(reasonName(path));
  if (field.kind === 'group') return anchor(field.fields, orFirst(rest, field.fields), path);
  if (field.kind !== 'list') return idOf(path);
  const [index, ...inner] = rest;
  if (index === undefined) return `${idOf(path)}-all`;
  return anchor(field.item, orFirst(inner, field.item), `${path}[${index}]`);
};

const orFirst = (steps: readonly string[], form: Form): readonly string[] =>
  steps.length > 0 ? steps : Object.keys(form).slice(0, 1);
