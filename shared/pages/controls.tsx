import type { ComponentChildren, JSX } from 'preact';
import type { Options } from '../routine/form.ts';
import type { Language } from '../routine/words.ts';
import { SAY } from './words.ts';

/**
 * govuk-frontend's form controls as components. Class names are written out in full: the style keeps the rules of
 * those that it finds here (style/build.ts).
 */
export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly errors: readonly string[];
  readonly lang: Language;
  /** In a row of a list, where labels are less heavy. */
  readonly small?: boolean | undefined;
}

interface WithValue extends ControlProps {
  readonly value: string | undefined;
}

export interface LineProps {
  /** The keyboard of a phone. */
  readonly inputMode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url';
  /** Never `off`: the browser would forget the text when its reader comes back to the page. */
  readonly autocomplete?: string;
  readonly width?: 4 | 10 | 20;
  readonly suffix?: string;
}

const WIDTH = { 4: 'govuk-input--width-4', 10: 'govuk-input--width-10', 20: 'govuk-input--width-20' };

/** One line of text. */
export function Line(props: WithValue & LineProps): JSX.Element {
  const { inputMode, autocomplete, width, suffix } = props;
  const input = (
    <input
      class={classes('govuk-input', width && WIDTH[width], isWrong(props) && 'govuk-input--error')}
      id={props.id}
      name={props.name}
      type="text"
      inputMode={inputMode}
      autocomplete={autocomplete}
      spellcheck={inputMode === undefined ? undefined : false}
      aria-describedby={describedBy(props)}
      value={props.value}
    />
  );
  return (
    <Labelled {...props}>
      {suffix === undefined ? (
        input
      ) : (
        <div class="govuk-input__wrapper">
          {input}
          <div class="govuk-input__suffix" aria-hidden="true">
            {suffix}
          </div>
        </div>
      )}
    </Labelled>
  );
}

/** Several lines of text. */
export const Area = (props: WithValue & { readonly rows: number }): JSX.Element => (
  <Labelled {...props}>
    <textarea
      class={classes('govuk-textarea', isWrong(props) && 'govuk-textarea--error')}
      id={props.id}
      name={props.name}
      rows={props.rows}
      aria-describedby={describedBy(props)}
    >
      {props.value}
    </textarea>
  </Labelled>
);

/** One of many, in little space. Nothing is chosen beforehand. */
export const Select = (props: WithValue & { readonly options: Options }): JSX.Element => (
  <Labelled {...props}>
    <select
      class={classes('govuk-select', isWrong(props) && 'govuk-select--error')}
      id={props.id}
      name={props.name}
      aria-describedby={describedBy(props)}
    >
      <option value="">{SAY.choose[props.lang]}</option>
      {Object.entries(props.options).map(([value, label]) => (
        <option key={value} value={value} selected={props.value === value}>
          {label[props.lang]}
        </option>
      ))}
    </select>
  </Labelled>
);

/** One of a few. Nothing is chosen beforehand. */
export const Radios = (
  props: WithValue & { readonly options: Options; readonly inline?: boolean },
): JSX.Element => (
  <Fieldset {...props}>
    <div class={classes('govuk-radios', props.inline && 'govuk-radios--inline')}>
      {Object.entries(props.options).map(([value, label], index) => (
        <div key={value} class="govuk-radios__item">
          <input
            class="govuk-radios__input"
            id={nth(props.id, index)}
            name={props.name}
            type="radio"
            value={value}
            checked={props.value === value}
          />
          <label class="govuk-label govuk-radios__label" for={nth(props.id, index)}>
            {label[props.lang]}
          </label>
        </div>
      ))}
    </div>
  </Fieldset>
);

type CheckboxesProps = ControlProps & { readonly options: Options; readonly chosen: readonly unknown[] };

/** Any number of a few. */
export const Checkboxes = (props: CheckboxesProps): JSX.Element => (
  <Fieldset {...props}>
    <div class="govuk-checkboxes">
      {Object.entries(props.options).map(([value, label], index) => (
        <Box
          key={value}
          id={nth(props.id, index)}
          name={`${props.name}[]`}
          value={value}
          checked={props.chosen.includes(value)}
          label={label[props.lang]}
        />
      ))}
    </div>
  </Fieldset>
);

/** A single box to tick. */
export const Tick = (props: WithValue): JSX.Element => (
  <FormGroup {...props}>
    <Message {...props} />
    <div class={classes('govuk-checkboxes', props.small && 'govuk-checkboxes--small')}>
      <Box {...props} value="true" checked={props.value === 'true'} describedBy={describedBy(props)} />
    </div>
  </FormGroup>
);

interface BoxProps {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly describedBy?: string | undefined;
}

/** A box beside what it chooses. */
export const Checkbox = (props: BoxProps): JSX.Element => (
  <div class="govuk-checkboxes govuk-checkboxes--small">
    <Box {...props} />
  </div>
);

const Box = ({ id, name, value, checked, label, hint, describedBy }: BoxProps): JSX.Element => (
  <div class="govuk-checkboxes__item">
    <input
      class="govuk-checkboxes__input"
      id={id}
      name={name}
      type="checkbox"
      value={value}
      checked={checked}
      aria-describedby={describedBy}
    />
    <label class="govuk-label govuk-checkboxes__label" for={id}>
      {label}
    </label>
    {hint !== undefined && (
      <div id={`${id}-hint`} class="govuk-hint govuk-checkboxes__hint">
        {hint}
      </div>
    )}
  </div>
);

type FieldsetProps = Omit<ControlProps, 'name'> & {
  readonly large?: boolean;
  readonly children: ComponentChildren;
};

/** Several controls with one question. */
export const Fieldset = (props: FieldsetProps): JSX.Element => (
  <FormGroup {...props}>
    <fieldset class="govuk-fieldset" id={`${props.id}-all`} aria-describedby={describedBy(props)}>
      <legend
        class={classes(
          'govuk-fieldset__legend',
          props.large && 'govuk-fieldset__legend--m',
          !props.large && !props.small && 'govuk-fieldset__legend--s',
        )}
      >
        {props.label}
      </legend>
      <Hint {...props} />
      <Message {...props} />
      {props.children}
    </fieldset>
  </FormGroup>
);

const Labelled = (props: ControlProps & { readonly children: ComponentChildren }): JSX.Element => (
  <FormGroup {...props}>
    <label class={classes('govuk-label', !props.small && 'govuk-label--s')} for={props.id}>
      {props.label}
    </label>
    <Hint {...props} />
    <Message {...props} />
    {props.children}
  </FormGroup>
);

type Errors = Pick<ControlProps, 'errors'>;

const FormGroup = ({
  children,
  ...props
}: Errors & { readonly children: ComponentChildren }): JSX.Element => (
  <div class={classes('govuk-form-group', isWrong(props) && 'govuk-form-group--error')}>{children}</div>
);

type Described = Pick<ControlProps, 'id' | 'hint' | 'errors' | 'lang'>;

const Hint = ({ id, hint }: Described): JSX.Element | null =>
  hint === undefined ? null : (
    <div id={`${id}-hint`} class="govuk-hint">
      {hint}
    </div>
  );

const Message = ({ id, errors, lang }: Described): JSX.Element | null =>
  errors.length === 0 ? null : (
    <div id={`${id}-error`} class="govuk-error-message">
      {errors.map((error) => (
        <div key={error}>
          <span class="govuk-visually-hidden">{`${SAY.error[lang]}: `}</span>
          {error}
        </div>
      ))}
    </div>
  );

const describedBy = ({ id, hint, errors }: Described): string | undefined =>
  classes(hint !== undefined && `${id}-hint`, errors.length > 0 && `${id}-error`) || undefined;

const isWrong = ({ errors }: Errors): boolean => errors.length > 0;

/** The first control of several has the plain id: it is where a message leads. */
const nth = (id: string, index: number): string => (index === 0 ? id : `${id}-${index + 1}`);

const classes = (...names: readonly (string | false | 0 | undefined)[]): string =>
  names.filter(Boolean).join(' ');
