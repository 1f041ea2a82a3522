import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { compose } from './compose.ts';
import type { Letter } from './letters.ts';
import { type MailTags, sesTags } from './tags.ts';

export interface Mailer {
  /** Sends one letter to one address; what bounces or is complained of comes back with its tags. */
  send(to: string, letter: Letter, tags: MailTags): Promise<{ readonly messageId: string }>;
}

/** Sends by SES. */
export const sesMailer = (client: SESClient, from: string, configurationSet?: string): Mailer => ({
  async send(to, letter, tags) {
    const { MessageId } = await client.send(
      new SendRawEmailCommand({
        RawMessage: { Data: await compose({ letter, from, to }) },
        Destinations: [to],
        Tags: sesTags(tags),
        ...(configurationSet && { ConfigurationSetName: configurationSet }),
      }),
    );
    if (MessageId === undefined) throw new Error('SES gave no message id');
    return { messageId: MessageId };
  },
});
