import { linkDigest } from '../../shared/links/links.ts';
import type { DeskFrame } from '../../shared/pages/pages.ts';
import type { Session } from '../../shared/records/sessions.ts';
import { deskHref } from '../../shared/runtime/desk-door.ts';
import type { HttpEvent } from '../../shared/runtime/http.ts';
import { sessionSecret } from '../../shared/runtime/session-cookie.ts';

/** The bar of the desk for whoever is logged in there, on a page that is open to everybody; nothing for others. */
export type DeskBarOf = (event: HttpEvent, at: DeskFrame['at']) => Promise<{ readonly desk?: DeskFrame }>;

/** @param session what `readSession` gives for a digest now */
export const deskBarFrom =
  (session: (digest: string) => Promise<Session | undefined>): DeskBarOf =>
  async (event, at) => {
    const digest = linkDigest(sessionSecret(event) ?? '');
    const { name, role } = (digest === undefined ? undefined : await session(digest)) ?? {};
    if (name === undefined || role === undefined) return {};
    return {
      desk: { name, deskHref: deskHref(event), at, ...(role === 'reader' && { readsOnly: true }) },
    };
  };
