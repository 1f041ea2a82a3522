import { createHash, createHmac } from 'node:crypto';

/** Keys that links are made with, by key id. A retired key stays as long as its links should work. */
export interface KeyRing {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}

export interface LinkSubject {
  readonly caseId: string;
  readonly questionId: string;
  readonly linkVersion: number;
}

/**
 * The secret of a question's link: 256 bits, base64url, 43 characters. It is computed and never stored, so that a
 * reminder can carry the same link although the record holds only its digest.
 * @throws when the ring has no such key
 */
export const linkSecret = (ring: KeyRing, keyId: string, subject: LinkSubject): string => {
  const key = ring.keys[keyId];
  if (key === undefined) throw new Error(`The key ring has no key ${keyId}`);
  const { caseId, questionId, linkVersion } = subject;
  return createHmac('sha256', key)
    .update(JSON.stringify([caseId, questionId, linkVersion]))
    .digest('base64url');
};

const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** What the record knows of a link: the SHA-256 of its secret, or `undefined` for what cannot be a secret. */
export const linkDigest = (secret: string): string | undefined =>
  SECRET.test(secret) ? createHash('sha256').update(secret).digest('base64url') : undefined;

/** Where a person answers. At most 120 characters, as the others, so that no mail program breaks it. */
export const answerUrl = (baseUrl: string, secret: string): string => `${baseUrl}/a/${secret}`;

/** Where someone sees a case as a whole. */
export const caseUrl = (baseUrl: string, secret: string): string => `${baseUrl}/c/${secret}`;

/** Where a body sees all that waits for it. */
export const agendaUrl = (baseUrl: string, secret: string): string => `${baseUrl}/m/${secret}`;

/** Where a nomination is written. */
export const draftUrl = (baseUrl: string, secret: string): string => `${baseUrl}/n/${secret}`;

/** Where the office fills one in together with somebody on the phone. */
export const deskDraftUrl = (baseUrl: string, draftId: string): string => `${baseUrl}/desk/drafts/${draftId}`;

/** Where the office approves a year's report. */
export const approvalUrl = (baseUrl: string, secret: string): string => `${baseUrl}/r/${secret}`;

/** Where everybody reads it. */
export const reportUrl = (baseUrl: string, year: number): string => `${baseUrl}/reports/${year}`;

/** The open page of a programme that came of a case. */
export const programmeUrl = (baseUrl: string, caseNumber: string): string =>
  `${baseUrl}/programmes/${caseNumber}`;

/** What the links to a case's page and to a body's agenda are made from, in the place of a question's id. */
export const caseSubject = (caseId: string, reader: string, linkVersion: number): LinkSubject => ({
  caseId,
  questionId: `case/${reader}`,
  linkVersion,
});
/** `since` tells mailboxes apart: a body's new one gets another link than the one before. */
export const agendaSubject = (body: string, since: string): LinkSubject => ({
  caseId: '',
  questionId: `agenda/${body}/${since}`,
  linkVersion: 1,
});

/** Of the link to a nomination that is being written. */
export const draftSubject = (draftId: string): LinkSubject => ({
  caseId: '',
  questionId: `draft/${draftId}`,
  linkVersion: 1,
});

/** Of the link to approve a year's report; `since` as of an agenda. */
export const reportSubject = (year: number, since: string): LinkSubject => ({
  caseId: '',
  questionId: `report/${year}/${since}`,
  linkVersion: 1,
});
