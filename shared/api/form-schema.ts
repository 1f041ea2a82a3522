import { inTerms } from '../routine/check/in-terms.ts';
import { jsonSchemaOf } from '../routine/check.ts';
import type { Condition, Field, Form, TextField } from '../routine/form.ts';
import { type JsonSchema, schemaOfCondition } from './condition-schema.ts';

/**
 * JSON Schema (2020-12) of the answers to a form as the API takes them: that of the values by themselves ({@link
 * jsonSchemaOf}), with the form's conditions as `if` and `then` where they ask about fields beside theirs, and in words
 * everywhere. Blank answers count as left out, so they are not part of it.
 */
export const schemaOfForm = (form: Form): JsonSchema => {
  const { $schema: _, ...schema } = jsonSchemaOf(form) as JsonSchema;
  return withConditions(form, schema);
};

const withConditions = (form: Form, schema: JsonSchema): JsonSchema => {
  const described = schema.properties as Readonly<Record<string, JsonSchema>>;
  const properties = Object.entries(form).map(([name, field]) => [
    name,
    fieldSchema(field, described[name] ?? {}),
  ]);
  const rules = Object.entries(form).flatMap(([name, field]) => rulesOf(name, field, form));
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    ...(rules.length > 0 && { allOf: rules }),
  };
};

/** When a field must be there, and when it must not. */
const rulesOf = (name: string, field: Field, form: Form): readonly JsonSchema[] => {
  const { need, needWhen, askedWhen } = field;
  const asked = askedWhen && schemaOfCondition(askedWhen, form);
  const needed = [needWhen, askedWhen].flatMap((it): readonly Condition[] => (it ? [it] : []));
  const must = need === 'must' && needed.length > 0 && schemaOfCondition({ all: needed }, form);
  return [
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    ...(must ? [{ if: must, then: { required: [name] } }] : []),
    ...(asked ? [{ if: asked, else: { properties: { [name]: false } } }] : []),
  ];
};

const fieldSchema = (field: Field, schema: JsonSchema): JsonSchema => {
  const noted = { ...schema, description: descriptionOf(field) };
  if (!Array.isArray(schema.anyOf)) return { ...noted, ...valueSchema(field, schema) };
  const [value, ...instead] = schema.anyOf as readonly JsonSchema[];
  return { ...noted, anyOf: [valueSchema(field, value ?? {}), ...instead] };
};

const valueSchema = (field: Field, schema: JsonSchema): JsonSchema => {
  const isNeeded = field.need === 'must';
  switch (field.kind) {
    case 'text':
      return { ...schema, ...textSchema(field) };
    case 'group':
      return { ...withoutNotes(schema), ...withConditions(field.fields, withoutNotes(schema)) };
    case 'list':
      return {
        ...schema,
        items: withConditions(field.item, schema.items as JsonSchema),
        minItems: Math.max(field.min ?? 0, isNeeded ? 1 : 0),
      };
    case 'choices':
    case 'registerChoices':
    case 'texts':
      return isNeeded ? { ...schema, minItems: 1 } : schema;
    default:
      return schema;
  }
};

const withoutNotes = ({ title: _title, description: _description, ...schema }: JsonSchema): JsonSchema =>
  schema;

/** Line breaks and tabs are all that a text may hold of control characters, and one line has no line breaks. */
const ONE_LINE = '^[^\\u0000-\\u0008\\u000a-\\u001f\\u007f-\\u009f]*$';
const LINES = '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$';

const textSchema = ({ format, size, need }: TextField): JsonSchema => ({
  ...(format === undefined && { pattern: size === 'short' ? ONE_LINE : LINES }),
  ...(need === 'must' && { allOf: [{ pattern: '\\S' }] }),
});

/** Both languages, and when the field is asked and needed. */
const descriptionOf = (field: Field): string => {
  const { label, help, need, needWhen, otherwise, askedWhen } = field;
  const options = 'options' in field ? Object.entries(field.options) : [];
  const lines = [
    help?.en,
    ...options.map(([value, words]) => `- \`${value}\`: ${words.en} (sv: ${words.sv})`),
    `På svenska: ${label.sv}${help ? ` – ${help.sv}` : ''}`,
    NEED[need] && `${NEED[need]}${needWhen ? ` when ${inTerms(needWhen)}` : ''}.`,
    otherwise && 'Otherwise it should be answered.',
    askedWhen && `Asked only when ${inTerms(askedWhen)}; refused otherwise.`,
  ];
  return lines.filter((line) => line).join('\n');
};

const NEED = {
  must: 'Must be answered',
  should: 'Should be answered: leaving it out gives a warning',
  may: '',
};
