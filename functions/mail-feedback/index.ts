import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { tagsFromSes } from '../../shared/mail/tags.ts';
import { readActingBody } from '../../shared/records/bodies.ts';
import { readFacts } from '../../shared/records/cases.ts';
import { askDeputy, wantMailing } from '../../shared/records/feedback.ts';
import { wakeCase } from '../../shared/records/heads.ts';
import { readMorning } from '../../shared/records/mornings.ts';
import { openStore } from '../../shared/records/store.ts';
import { now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { log } from '../../shared/runtime/log.ts';
import { measure } from '../../shared/runtime/metrics.ts';
import { type Feedback, mailFeedback } from './feedback.ts';

const { TABLE_NAME } = config('TABLE_NAME');
const store = openStore(TABLE_NAME);

const feedback: Feedback = {
  record: {
    facts: (caseId) => readFacts(store, caseId),
    morning: async (id) =>
      ((await readMorning(store, id))?.matters ?? []).flatMap(({ caseId, questionId, to }) =>
        to === undefined ? [] : [{ caseId, lost: { to, question: questionId } }],
      ),
    body: (id) => readActingBody(store, id),
    askDeputy: (caseId, deputy) => askDeputy(store, caseId, deputy),
    wantMailing: (caseId, mailing) => wantMailing(store, caseId, mailing),
    wake: (caseId) => wakeCase(store, caseId, crypto.randomUUID()),
  },
  today: () => dateInSweden(now()),
};

/** What is read of SES's event; the rest of it holds addresses. */
const detail = z.object({
  mail: z.object({ tags: z.record(z.string(), z.array(z.string())) }),
});

/** Run by each mail that bounced, was rejected by SES, or was complained of. */
export const handler = async (event: EventBridgeEvent<string, unknown>): Promise<void> => {
  const what = event['detail-type'];
  measure({ mailsNotDelivered: 1 });
  const tags = tagsFromSes(detail.parse(event.detail).mail.tags);
  if (tags === undefined) return log.error('feedback on a mail of no case', { what });
  // Anybody may mistype an address: the page says what to do where no link comes.
  if ('draft' in tags) return log.info('a link to a draft did not reach its mailbox', { what });
  const told = await mailFeedback(feedback, tags);
  if (told.length === 0)
    log.error('feedback on a mail that is not in the record', {
      what,
      caseId: 'case' in tags ? tags.case : undefined,
    });
  for (const { office, ...about } of told) {
    if (office) log.warn('a mail did not reach its reader', { what, ...about });
    else log.error('a mail did not reach the office', { what, ...about });
  }
  if (told.some(({ office }) => !office)) measure({ officeNotReached: 1 });
};
