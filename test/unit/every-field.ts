import type { Field, Form, Options } from '../../shared/routine/form.ts';

export interface Placed {
  readonly path: string;
  readonly field: Field;
  /** The forms around the field, innermost first. */
  readonly forms: readonly Form[];
}

/** Every field of a form, those inside groups and lists too. */
export function everyField(declared: Form, prefix = '', outside: readonly Form[] = []): Placed[] {
  const forms = [declared, ...outside];
  return Object.entries(declared).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    return [{ path, field, forms }, ...everyField(partsOf(field), `${path}.`, forms)];
  });
}

export function partsOf(field: Field): Form {
  if (field.kind === 'group') return field.fields;
  return field.kind === 'list' ? field.item : {};
}

export const optionsOf = (field: Field): Options => ('options' in field ? field.options : {});
