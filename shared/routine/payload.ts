import * as z from 'zod';

/** Version of the machine's payload and messages. Handlers accept every version that was ever sent. */
export const PAYLOAD_SCHEMA = 1;

/** The machine asks for a round: its `Ask` state's message, waiting for the task token's return. */
export const askMessage = z.object({
  schema: z.literal(PAYLOAD_SCHEMA),
  kind: z.literal('ask'),
  caseId: z.string().min(1),
  phase: z.literal('nomination'),
  attempt: z.number().int().positive(),
  step: z.enum(['screening', 'position', 'pprPosition', 'decision']),
  nth: z.number().int().positive(),
  taskToken: z.string().min(1).max(2048),
});

/** `drive` asks for a case's wanted mails to be sent, where no question will follow that would carry them. */
export const mailMessage = z.object({
  schema: z.literal(PAYLOAD_SCHEMA),
  kind: z.literal('mail'),
  caseId: z.string().min(1),
});

/** What travels in the step queue. */
export const stepMessage = z.discriminatedUnion('kind', [askMessage, mailMessage]);

export type AskMessage = z.infer<typeof askMessage>;
export type MailMessage = z.infer<typeof mailMessage>;
