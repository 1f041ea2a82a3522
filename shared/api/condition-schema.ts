import type { Condition, Field, Form, Scalar } from '../routine/form.ts';

/** A part of a JSON Schema (2020-12). */
export type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * The answers for which a condition holds, as a JSON Schema of the object that its fields lie in; `undefined` where it asks
 * about something that is not among them: a fact of the case, or a field further out.
 */
export const schemaOfCondition = (condition: Condition, form: Form): JsonSchema | undefined => {
  if ('all' in condition) return joined('allOf', condition.all, form);
  if ('any' in condition) return joined('anyOf', condition.any, form);
  if (!('field' in condition)) return undefined;
  const field = form[condition.field];
  if (field === undefined) return undefined;
  const answered = (schema: JsonSchema): JsonSchema => ({
    required: [condition.field],
    properties: { [condition.field]: ofValue(field, schema) },
  });
  if ('given' in condition) return condition.given ? answered(GIVEN) : { not: answered(GIVEN) };
  if ('atLeast' in condition) return answered({ type: 'array', minItems: condition.atLeast });
  if ('is' in condition) return answered(among(field, condition.is));
  return answered({ ...GIVEN, allOf: [{ not: among(field, condition.isNot) }] });
};

const joined = (how: 'allOf' | 'anyOf', parts: readonly Condition[], form: Form): JsonSchema | undefined => {
  const schemas = parts.map((part) => schemaOfCondition(part, form));
  return schemas.includes(undefined) ? undefined : { [how]: schemas };
};

/** What counts as an answer: nothing blank, and not "vet inte än". */
const GIVEN: JsonSchema = {
  not: {
    anyOf: [{ enum: ['', null] }, { type: 'array', maxItems: 0 }, { type: 'object', required: ['unknown'] }],
  },
};

const among = ({ kind }: Field, values: readonly Scalar[]): JsonSchema =>
  kind === 'choices' || kind === 'registerChoices'
    ? { type: 'array', contains: { enum: values } }
    : { enum: values };

/** Of a composite its `value` is asked about. */
const ofValue = (field: Field, schema: JsonSchema): JsonSchema =>
  field.kind === 'group' && 'value' in field.fields
    ? { type: 'object', required: ['value'], properties: { value: schema } }
    : schema;
