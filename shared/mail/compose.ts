import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from './letters.ts';
import { oneLine } from './one-line.ts';

export interface Envelope {
  readonly letter: Letter;
  readonly from: string;
  readonly to: string;
  readonly messageId?: string;
}

/** The mail as it goes over the wire: text and HTML, marked as automatic so that no machine answers it. */
export function compose({ letter, from, to, messageId }: Envelope): Promise<Uint8Array> {
  const mail = new MailComposer({
    from: address(from),
    to: address(to),
    subject: oneLine(letter.subject),
    text: letter.text,
    html: letter.html,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    ...(messageId !== undefined && { messageId: oneLine(messageId) }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}

interface Address {
  readonly name: string;
  readonly address: string;
}

/** One address, with a name or without: never a list, never a second header. */
const address = (text: string): Address => {
  const [, name = '', bare] = /^(?:([^<>\p{Cc}]*)<)?([^\s<>,;:"@]+@[^\s<>,;:"@]+?)>?$/u.exec(text) ?? [];
  if (bare === undefined) throw new Error('Not one mail address');
  return { name: name.trim(), address: bare };
};
