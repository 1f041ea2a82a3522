import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { compose } from './compose.ts';
import type { Letter } from './letters.ts';

export interface Mailer {
  /** Sends one letter to one address; the message id is the one that bounces will name. */
  send(to: string, letter: Letter): Promise<{ readonly messageId: string }>;
}

/** Sends by SES. */
export const sesMailer = (client: SESClient, from: string, configurationSet?: string): Mailer => ({
  async send(to, letter) {
    const { MessageId } = await client.send(
      new SendRawEmailCommand({
        RawMessage: { Data: await compose({ letter, from, to }) },
        Destinations: [to],
        ...(configurationSet && { ConfigurationSetName: configurationSet }),
      }),
    );
    if (MessageId === undefined) throw new Error('SES gave no message id');
    return { messageId: MessageId };
  },
});
