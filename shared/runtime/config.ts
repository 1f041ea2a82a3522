import * as z from 'zod';

const settings = {
  TABLE_NAME: z.string().min(1),
  BASE_URL: z.url(),
  MAIL_FROM: z.string().min(3),
  MAIL_CONFIGURATION_SET: z.string().min(1),
  LINK_KEYS_SECRET: z.string().min(1),
  /** Where the files are that people send, and what looks for malware in them. */
  FILES_BUCKET: z.string().min(1),
  SCANNER: z.enum(['guardDuty', 'testFile']),
  /** Who gives the tokens that the API takes. */
  ISSUER: z.url(),
  /** Where people of the desk log in, and as whom we ask for it. */
  DESK_ISSUER: z.url(),
  DESK_CLIENT_ID: z.string().min(1),
  DESK_CLIENT_SECRET: z.string().min(1),
  /** Subjects or e-mail addresses of those whom the desk lets in at first. */
  DESK_FIRST_OFFICERS: z.string().transform((all) => all.split(',').filter((it) => it !== '')),
  /** How long a mailing belongs to who sends it: as long as the function may run. */
  CLAIM_SECONDS: z.coerce.number().positive(),
  NOMINATION_MACHINE: z.string().startsWith('arn:'),
  PRODUCTION_MACHINE: z.string().startsWith('arn:'),
  REVIEW_MACHINE: z.string().startsWith('arn:'),
  STEP_QUEUE_URL: z.url(),
  /** Minutes that a case may be between two rounds before someone looks at it. */
  PATIENCE_MINUTES: z.coerce.number().positive(),
  /** Days that an execution may live before its phase is restarted. */
  EXECUTION_DAYS: z.coerce.number().positive().max(300),
};

type Settings = { [K in keyof typeof settings]: z.infer<(typeof settings)[K]> };

/**
 * The named settings from the environment.
 * @throws naming every setting that is missing or wrong, so that a bad deploy fails at once
 */
export const config = <const K extends keyof Settings>(...names: readonly K[]): Pick<Settings, K> => {
  const shape = Object.fromEntries(names.map((name) => [name, settings[name]]));
  return z.object(shape).parse(process.env) as Pick<Settings, K>;
};
