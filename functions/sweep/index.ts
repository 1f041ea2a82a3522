import { SESClient } from '@aws-sdk/client-ses';
import * as z from 'zod';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { openFigures } from '../../shared/case/open-figures.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { sesMailer } from '../../shared/mail/send.ts';
import { interestsSince } from '../../shared/records/interests.ts';
import { keepLink } from '../../shared/records/questions.ts';
import { leftToApprove } from '../../shared/records/reports.ts';
import { openStore } from '../../shared/records/store.ts';
import { now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { keyRingFrom } from '../../shared/runtime/key-ring.ts';
import { log } from '../../shared/runtime/log.ts';
import { measure } from '../../shared/runtime/metrics.ts';
import { morningDeliverer } from './deliver.ts';
import { sweepRecord } from './record.ts';
import { type Swept, sweep } from './sweep.ts';

const { TABLE_NAME, BASE_URL, MAIL_FROM, MAIL_CONFIGURATION_SET, LINK_KEYS_SECRET, CLAIM_SECONDS } = config(
  'TABLE_NAME',
  'BASE_URL',
  'MAIL_FROM',
  'MAIL_CONFIGURATION_SET',
  'LINK_KEYS_SECRET',
  'CLAIM_SECONDS',
);

const store = openStore(TABLE_NAME);

const deliver = morningDeliverer({
  mailer: sesMailer(new SESClient({}), MAIL_FROM, MAIL_CONFIGURATION_SET),
  keyRing: keyRingFrom(LINK_KEYS_SECRET),
  putAgendaLink: (digest, target) => keepLink(store, digest, target),
  putReportLink: (digest, target) => keepLink(store, digest, target),
  interestsSince: (since) => interestsSince(store, since),
  leftToApprove: (year) => leftToApprove(store, year),
  baseUrl: BASE_URL,
});

const measureOpen = (cases: readonly CaseFacts[], today: string): void => {
  const { all, of } = openFigures(cases, today);
  measure(all);
  for (const [step, figures] of Object.entries(of)) measure(figures, step);
};

/** The schedule says which morning it is, so that a run that comes late is still that morning's. */
const event = z.object({ scheduledTime: z.iso.datetime() });

/** Run by the schedule, each morning; what it did is for whoever runs it by hand. */
export const handler = async (given: unknown): Promise<Swept> => {
  const { data } = event.safeParse(given);
  const today = dateInSweden(data === undefined ? now() : new Date(data.scheduledTime));
  const swept = await sweep(
    { record: sweepRecord(store, now, CLAIM_SECONDS), deliver, measure: measureOpen },
    today,
  );
  log.info('swept', { today, ...swept });
  return swept;
};
