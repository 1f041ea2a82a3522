import * as z from 'zod';
import { ACTS } from '../routine/acts.ts';
import { nominationForm } from '../routine/nomination.ts';
import { bodyId, bodySchema } from './body.ts';
import type { JsonSchema } from './condition-schema.ts';
import { draftSchema } from './draft.ts';
import { schemaOfForm } from './form-schema.ts';

/** What the API takes, for its documentation: made of the same forms and schemas that requests are checked against. */

const plain = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io });
  return plain;
};

/** JSON Schema of what a zod schema takes. */
export const taken = (schema: z.ZodType): JsonSchema => plain(schema, 'input');

/** JSON Schema of what a zod schema gives. */
export const given = (schema: z.ZodType): JsonSchema => plain(schema, 'output');

/** A body is checked against the id in its path, which may be any. */
const anyBody = (): JsonSchema => {
  const schema = taken(bodySchema('anyone'));
  return { ...schema, properties: { ...(schema.properties as JsonSchema), id: taken(bodyId) } };
};

export const requestSchemas = (): Readonly<Record<string, JsonSchema>> => ({
  Nomination: schemaOfForm(nominationForm),
  NominationDraft: taken(draftSchema),
  Withdrawal: schemaOfForm(ACTS.withdraw.form),
  InactivationProposal: schemaOfForm(ACTS.proposeInactivation.form),
  BodySent: anyBody(),
});
