import * as z from 'zod';
import { isFitId } from './id.ts';
import { MACHINE_STEPS, PHASES } from './question.ts';

/** Version of the machine's payload and messages. Handlers accept every version that was ever sent. */
export const PAYLOAD_SCHEMA = 1;

/** The id of what a message is about: what can be nobody's is no message, and is not looked for. */
const id = z.string().refine(isFitId);

/** The machine asks for a round: its `Ask` state's message, waiting for the task token's return. */
const askMessage = z.object({
  schema: z.literal(PAYLOAD_SCHEMA),
  kind: z.literal('ask'),
  caseId: id,
  phase: z.enum(PHASES),
  attempt: z.number().int().positive(),
  step: z.enum(MACHINE_STEPS),
  nth: z.number().int().positive(),
  taskToken: z.string().min(1).max(2048),
});

/** `drive` has `ask` do what a case wants asked or mailed, where no round of the machine will follow that would carry it. */
const askCaseMessage = z.object({
  schema: z.literal(PAYLOAD_SCHEMA),
  kind: z.literal('askCase'),
  caseId: id,
});

/** The same wish as the first version sent it, for mails alone. */
const mailMessage = askCaseMessage.extend({ kind: z.literal('mail') });

/** `drive` has `ask` send a mail that a nomination wants which is being written. */
const draftMailMessage = z.object({
  schema: z.literal(PAYLOAD_SCHEMA),
  kind: z.literal('draftMail'),
  draftId: id,
  mailId: id,
});

/** What travels in the step queue. */
export const stepMessage = z.discriminatedUnion('kind', [
  askMessage,
  askCaseMessage,
  mailMessage,
  draftMailMessage,
]);

export type AskMessage = z.infer<typeof askMessage>;
export type AskCaseMessage = z.infer<typeof askCaseMessage>;
export type DraftMailMessage = z.infer<typeof draftMailMessage>;
