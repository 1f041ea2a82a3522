import type { Draft } from '../../shared/case/draft.ts';
import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import {
  deskDraftUrl,
  draftSubject,
  draftUrl,
  type KeyRing,
  linkDigest,
  linkSecret,
} from '../../shared/links/links.ts';
import { callLetter, draftLetter } from '../../shared/mail/draft-letters.ts';
import type { Letter } from '../../shared/mail/letters.ts';
import type { Mailer } from '../../shared/mail/send.ts';
import type { StoredBody } from '../../shared/records/bodies.ts';
import type { DraftMail } from '../../shared/records/drafts.ts';
import type { DraftMailMessage } from '../../shared/routine/payload.ts';

/** What is needed of the record to send the mails of a nomination that is being written. */
export interface DraftMails {
  readonly record: {
    draft(id: string): Promise<Draft | undefined>;
    /** `undefined` when somebody else is sending it, or has sent it. */
    claim(draftId: string, mailId: string): Promise<DraftMail | undefined>;
    markSent(draftId: string, mailId: string): Promise<unknown>;
    /** Gives back what could not be sent, so that the message's next delivery sends it. */
    release(draftId: string, mailId: string): Promise<unknown>;
    body(id: string): Promise<StoredBody | undefined>;
    putLink(linkDigest: string, target: { readonly draft: string }): Promise<unknown>;
  };
  readonly mailer: Mailer;
  keyRing(keyId?: string): Promise<KeyRing>;
  readonly baseUrl: string;
}

/**
 * Sends one mail that a draft wants, once however often the message comes. The link is made here and is nowhere else.
 * @throws when it cannot be sent, so that the message comes back
 */
export const sendDraftMail = async (
  mails: DraftMails,
  { draftId, mailId }: DraftMailMessage,
): Promise<void> => {
  const { record, mailer } = mails;
  const mail = await record.claim(draftId, mailId);
  if (mail === undefined) return;
  try {
    const draft = await record.draft(draftId);
    const written = draft && (await (mail.kind === 'link' ? toWriter(mails, draft) : toOffice(mails, draft)));
    if (written !== undefined) await mailer.send(written.to, written.letter, { draft: draftId });
  } catch (error) {
    await record.release(draftId, mailId);
    throw error;
  }
  await record.markSent(draftId, mailId);
};

interface Written {
  readonly to: string;
  readonly letter: Letter;
}

const toWriter = async (
  { record, keyRing, baseUrl }: DraftMails,
  { id, mailbox, language: lang }: Draft,
): Promise<Written | undefined> => {
  if (mailbox === undefined) return undefined;
  const ring = await keyRing();
  const secret = linkSecret(ring, ring.current, draftSubject(id));
  await record.putLink(String(linkDigest(secret)), { draft: id });
  const office = await record.body(SOB_OFFICE);
  const letter = draftLetter({
    lang,
    url: draftUrl(baseUrl, secret),
    ...(office && { askAt: office.mailbox }),
  });
  return { to: mailbox, letter };
};

const toOffice = async ({ record, baseUrl }: DraftMails, { id }: Draft): Promise<Written> => {
  const office = await record.body(SOB_OFFICE);
  if (office === undefined) throw new Error('The office is not in the register');
  const letter = callLetter({ lang: office.language, url: deskDraftUrl(baseUrl, id) });
  return { to: office.mailbox, letter };
};
