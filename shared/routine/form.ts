import type { Words } from './words.ts';

/**
 * How a form is declared. A form is plain data: the page, the validation, the API's schema, the mails and the
 * documentation are all read from it, so conditions are data too and never hidden in a function.
 */

export type Scalar = string | number | boolean;

/**
 * When something holds. `field` names a field beside this one, or the nearest further out; for a list of choices
 * `is` asks whether one of them was chosen, for a composite whether its `value` was. Of a field without an answer
 * neither `is` nor `isNot` holds, only `given: false`; "vet inte än" is no answer here. `atLeast` counts the choices
 * made. `inMinutes` asks whether some answer beside this one, at any depth, is "se bifogat protokoll". `fact` names
 * something that is known about the case and not asked in this form.
 */
export type Condition =
  | { readonly field: string; readonly is: readonly Scalar[] }
  | { readonly field: string; readonly isNot: readonly Scalar[] }
  | { readonly field: string; readonly given: boolean }
  | { readonly field: string; readonly atLeast: number }
  | { readonly inMinutes: true }
  | { readonly fact: string; readonly is: readonly Scalar[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** `must` blocks, `should` warns and never blocks («bör», «ombeds»), `may` is optional. */
export type Need = 'must' | 'should' | 'may';

interface Asked {
  readonly label: Words;
  readonly help?: Words;
  readonly need: Need;
  /** `need` holds only when this does; otherwise the field is shown and `otherwise` holds. */
  readonly needWhen?: Condition;
  /** The need when `needWhen` does not hold: `may` where nothing is said. */
  readonly otherwise?: 'should';
  /** The field is asked only when this holds; otherwise it is hidden, and refused from the API. */
  readonly askedWhen?: Condition;
  /** The rules of the routine that the field serves, for example `R-b3`. */
  readonly rules?: readonly string[];
  /** The person may answer "vet inte än", with a reason, instead of a value. */
  readonly mayBeUnknown?: boolean;
  /** The body may answer "se bifogat protokoll" instead of a value (ROUTINE.md section 0 no. 1). */
  readonly mayBeInMinutes?: boolean;
}

/** A short text is one line; the others keep their line breaks. */
export type TextSize = 'short' | 'medium' | 'long';
/** `hsaId` is a unit's id in the national directory HSA; `url` is an address that starts with https or http. */
export type TextFormat = 'email' | 'phone' | 'hsaId' | 'url';
export type Options = Readonly<Record<string, Words>>;

export interface TextField extends Asked {
  readonly kind: 'text';
  readonly size: TextSize;
  readonly min?: number;
  readonly max?: number;
  readonly format?: TextFormat;
}

export interface ChoiceField extends Asked {
  readonly kind: 'choice';
  readonly options: Options;
}

export interface ChoicesField extends Asked {
  readonly kind: 'choices';
  readonly options: Options;
}

/** Choices that are known only when the question is asked, such as the councils that exist. */
export interface RegisterChoicesField extends Asked {
  readonly kind: 'registerChoices';
  readonly register: string;
}

/** One of such choices. */
export interface RegisterChoiceField extends Asked {
  readonly kind: 'registerChoice';
  readonly register: string;
}

export interface NumberField extends Asked {
  readonly kind: 'number';
  readonly unit?: 'sek' | 'hours' | 'weeks' | 'year';
  readonly integer: boolean;
  readonly min: number;
  readonly max: number;
}

export interface YesNoField extends Asked {
  readonly kind: 'yesNo';
}

/** A box to tick: `true` or nothing. */
export interface TickField extends Asked {
  readonly kind: 'tick';
}

export interface DateField extends Asked {
  readonly kind: 'date';
  readonly notAfterToday?: boolean;
}

/** `YYYY-MM`. */
export interface MonthField extends Asked {
  readonly kind: 'month';
  readonly notBeforeToday?: boolean;
}

/** Several answers that belong together, such as a choice and the text that explains it. */
export interface GroupField extends Asked {
  readonly kind: 'group';
  readonly fields: Form;
}

/** A list with add and remove; `item` is the form of one line. */
export interface ListField extends Asked {
  readonly kind: 'list';
  readonly item: Form;
  readonly min?: number;
  readonly max: number;
}

/** A list of short texts. */
export interface TextsField extends Asked {
  readonly kind: 'texts';
  readonly max: number;
}

export type Field =
  | TextField
  | ChoiceField
  | ChoicesField
  | RegisterChoicesField
  | RegisterChoiceField
  | NumberField
  | YesNoField
  | TickField
  | DateField
  | MonthField
  | GroupField
  | ListField
  | TextsField;

export type Form = Readonly<Record<string, Field>>;

/** A part of a long form, with its own heading; all its fields lie in one form all the same. */
export interface Section {
  readonly id: string;
  readonly title: Words;
  readonly fields: readonly string[];
}

/** A section that holds the whole of a form's part. */
export const section = (id: string, sv: string, en: string, part: Form): Section => ({
  id,
  title: { sv, en },
  fields: Object.keys(part),
});

/** Longest text, in characters, per size (ROUTINE.md section 4). */
export const TEXT_LIMIT: Readonly<Record<TextSize, number>> = { short: 200, medium: 2000, long: 8000 };

/** The answer "vet inte än". */
export interface Unknown {
  readonly unknown: true;
  readonly reason: string;
}

/** The answer "se bifogat protokoll". */
export interface InMinutes {
  readonly inMinutes: true;
}

type ValueOf<F> = F extends { kind: 'text' | 'date' | 'month' | 'registerChoice' }
  ? string
  : F extends { kind: 'choice'; options: infer O }
    ? keyof O & string
    : F extends { kind: 'choices'; options: infer O }
      ? readonly (keyof O & string)[]
      : F extends { kind: 'registerChoices' | 'texts' }
        ? readonly string[]
        : F extends { kind: 'number' }
          ? number
          : F extends { kind: 'yesNo' }
            ? boolean
            : F extends { kind: 'tick' }
              ? true
              : F extends { kind: 'group'; fields: infer G }
                ? Answers<G>
                : F extends { kind: 'list'; item: infer I }
                  ? readonly Answers<I>[]
                  : never;

type AnswerOf<F> =
  | ValueOf<F>
  | (F extends { mayBeUnknown: true } ? Unknown : never)
  | (F extends { mayBeInMinutes: true } ? InMinutes : never);

type AlwaysNeeded<F> = F extends { need: 'must' }
  ? F extends { needWhen: Condition } | { askedWhen: Condition }
    ? false
    : true
  : false;

/** What a valid answer to the form holds: fields that are always needed are there, the others may be missing. */
export type Answers<F> = {
  readonly [K in keyof F as AlwaysNeeded<F[K]> extends true ? K : never]: AnswerOf<F[K]>;
} & { readonly [K in keyof F as AlwaysNeeded<F[K]> extends true ? never : K]?: AnswerOf<F[K]> };

/** Declares a form; the narrow types of its options reach {@link Answers}. */
export const form = <const F extends Form>(fields: F): F => fields;

/** How {@link Unknown} is asked and checked, in place of the field's own value. */
export const unknownForm = form({
  unknown: {
    kind: 'tick',
    label: { sv: 'Vi vet inte än', en: 'We do not know yet' },
    need: 'must',
  },
  reason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför vet ni inte än?', en: 'Why do you not know yet?' },
    need: 'must',
  },
});

/** How {@link InMinutes} is asked and checked, likewise. */
export const inMinutesForm = form({
  inMinutes: {
    kind: 'tick',
    label: { sv: 'Se bifogat protokoll', en: 'See the attached minutes' },
    need: 'must',
  },
});
