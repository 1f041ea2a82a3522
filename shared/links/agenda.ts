import { agendaSubject, agendaUrl, type KeyRing, linkDigest, linkSecret } from './links.ts';

/** What the link to a body's agenda is made with and kept by. */
export interface AgendaLinks {
  /** The keys that links are made with; this one among them, where it is named. */
  keyRing(keyId?: string): Promise<KeyRing>;
  /** The link ends with the mailbox that the body has had `since` then. */
  putAgendaLink(
    linkDigest: string,
    target: { readonly agenda: string; readonly since: string },
  ): Promise<unknown>;
  readonly baseUrl: string;
}

/**
 * The link to all that waits for a body, the same in every mail to its mailbox.
 * @param since when the body got the mailbox
 */
export const agendaLink = async (
  { keyRing, putAgendaLink, baseUrl }: AgendaLinks,
  agenda: string,
  since: string,
): Promise<string> => {
  const ring = await keyRing();
  const secret = linkSecret(ring, ring.current, agendaSubject(agenda, since));
  await putAgendaLink(String(linkDigest(secret)), { agenda, since });
  return agendaUrl(baseUrl, secret);
};
