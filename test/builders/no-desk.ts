import type { AnswerRecord } from '../../functions/answer/record.ts';

/** What only the desk asks of a record, where nobody is logged in and nothing was ever disclosed. */
export const noDesk: Pick<AnswerRecord, 'session' | 'redact' | 'acts' | 'disclose' | 'disclosures'> = {
  session: async () => undefined,
  redact: async () => false,
  acts: async () => [],
  disclose: async () => undefined,
  disclosures: async () => [],
};
