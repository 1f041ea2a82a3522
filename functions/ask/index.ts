import { SESClient } from '@aws-sdk/client-ses';
import type { SQSRecord } from 'aws-lambda';
import { caseLinkOf } from '../../shared/case/opening.ts';
import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import { caseSubject, linkDigest, linkSecret } from '../../shared/links/links.ts';
import { sesMailer } from '../../shared/mail/send.ts';
import { hearDates } from '../../shared/records/answer-dates.ts';
import { mailboxSince, readActingBody, readBody } from '../../shared/records/bodies.ts';
import { readFacts } from '../../shared/records/cases.ts';
import {
  claimDraftMail,
  markDraftMailSent,
  readDraft,
  releaseDraftMail,
} from '../../shared/records/drafts.ts';
import { lookAgain, settleWake, wakeCase } from '../../shared/records/heads.ts';
import { claimMailing, markMailsSent, newClaim } from '../../shared/records/mailings.ts';
import { keepLink, markCaseLinked, openQuestions, putLink } from '../../shared/records/questions.ts';
import { refreshRow } from '../../shared/records/row-refresh.ts';
import { openStore } from '../../shared/records/store.ts';
import { keepToken } from '../../shared/records/tokens.ts';
import { stepMessage } from '../../shared/routine/payload.ts';
import { eachRecord } from '../../shared/runtime/batch.ts';
import { minutesAfter, now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { keyRingFrom } from '../../shared/runtime/key-ring.ts';
import { log, logged, loggedStep } from '../../shared/runtime/log.ts';
import { serviceClock } from '../../shared/runtime/service-clock.ts';
import { type Ask, askCase, askRound } from './ask.ts';
import { deliverer } from './deliver.ts';
import { type DraftMails, sendDraftMail } from './draft-mail.ts';

const { TABLE_NAME, BASE_URL, MAIL_FROM, MAIL_CONFIGURATION_SET, LINK_KEYS_SECRET, CLAIM_SECONDS } = config(
  'TABLE_NAME',
  'BASE_URL',
  'MAIL_FROM',
  'MAIL_CONFIGURATION_SET',
  'LINK_KEYS_SECRET',
  'CLAIM_SECONDS',
);

const store = openStore(TABLE_NAME);
const keyRing = keyRingFrom(LINK_KEYS_SECRET);

// Two senders whose own clocks differ would both take a claim for theirs.
const tableNow = serviceClock((hear) => hearDates(store, hear));
const claimedUntil = (): string => minutesAfter(tableNow(), CLAIM_SECONDS / 60);
const mailer = sesMailer(new SESClient({}), MAIL_FROM, MAIL_CONFIGURATION_SET);

const ask: Ask = {
  record: {
    facts: async (caseId) => logged(await readFacts(store, caseId)),
    keepToken: (caseId, token) => keepToken(store, caseId, token),
    openQuestions: async (head, { linked, ...asking }) => {
      const ring = await keyRing(linked[0]?.linkKeyId);
      const withDigest = linked.map((question) => {
        const { id: questionId, linkKeyId = '', linkVersion } = question;
        const secret = linkSecret(ring, linkKeyId, { caseId: head.id, questionId, linkVersion });
        return { question, linkDigest: String(linkDigest(secret)) };
      });
      return openQuestions(store, head, { ...asking, linked: withDigest });
    },
    linkCase: async (head, reader, keyId) => {
      const { id: caseId } = head;
      const { version: linkVersion } = caseLinkOf(head, reader);
      const secret = linkSecret(await keyRing(keyId), keyId, caseSubject(caseId, reader, linkVersion));
      const office = reader === SOB_OFFICE ? await readBody(store, SOB_OFFICE) : undefined;
      const since = office && { since: mailboxSince(office) };
      await putLink(store, String(linkDigest(secret)), { caseId, reader, linkVersion, ...since });
      await markCaseLinked(store, caseId, reader, linkVersion, keyId);
    },
    wake: (caseId) => wakeCase(store, caseId, crypto.randomUUID()),
    settleWake: (caseId, wake) => settleWake(store, caseId, wake),
    claimMailing: (caseId, mailing, claim) =>
      claimMailing(store, caseId, mailing, tableNow().toISOString(), claim),
    markMailsSent: (caseId, mailingId, sent) =>
      markMailsSent(store, caseId, mailingId, sent, now().toISOString()),
    refreshRow: (facts) => refreshRow(store, facts),
    lookAgainAfter: ({ id, version }, minutes) => lookAgain(store, id, minutesAfter(now(), minutes), version),
  },
  linkKeyId: async () => (await keyRing()).current,
  newClaim: () => newClaim(claimedUntil()),
  deliver: deliverer({
    mailer,
    body: (id) => readActingBody(store, id),
    keyRing,
    putAgendaLink: (digest, target) => keepLink(store, digest, target),
    baseUrl: BASE_URL,
  }),
  now,
};

const draftMails: DraftMails = {
  record: {
    draft: (id) => readDraft(store, id),
    claim: (draftId, mailId) =>
      claimDraftMail(store, draftId, mailId, tableNow().toISOString(), claimedUntil()),
    markSent: (draftId, mailId) => markDraftMailSent(store, draftId, mailId, now().toISOString()),
    release: (draftId, mailId) => releaseDraftMail(store, draftId, mailId),
    body: (id) => readActingBody(store, id),
    putLink: (digest, target) => putLink(store, digest, target),
  },
  mailer,
  keyRing,
  baseUrl: BASE_URL,
};

const carryOut = async (record: SQSRecord): Promise<void> => {
  const message = stepMessage.parse(JSON.parse(record.body));
  if (message.kind === 'draftMail') return sendDraftMail(draftMails, message);
  if (message.kind !== 'ask') return askCase(ask, message.caseId);
  const { caseId, phase, step, nth, attempt } = message;
  loggedStep(step);
  await askRound(ask, message);
  log.info('asked', { caseId, round: `${phase}/${step}/${nth}`, attempt });
};

/** Fed by the step queue; reports only the messages that failed. */
export const handler = eachRecord('SQS', carryOut);
