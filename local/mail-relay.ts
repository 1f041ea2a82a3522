import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';

/** A mail as LocalStack keeps it at `/_aws/ses` (docs.localstack.cloud, "Simple Email Service"). */
interface Kept {
  readonly Id: string;
  readonly RawData?: string;
}

/** How often the engine is asked, in milliseconds. */
const EVERY = 500;

interface RelayOptions {
  readonly endpoint: string;
  readonly smtpPort: number;
}

/**
 * Brings the mails that LocalStack keeps to the mailbox, each once, for as long as this process lives: without a plan it
 * sends none on by itself, as our own engine does.
 */
export const startMailRelay = ({ endpoint, smtpPort }: RelayOptions): void => {
  const smtp = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
  const brought = new Set<string>();
  const bring = async (): Promise<void> => {
    const response = await fetch(`${endpoint}/_aws/ses`);
    const { messages } = (await response.json()) as { readonly messages: readonly Kept[] };
    for (const { Id, RawData } of messages) {
      if (RawData === undefined || brought.has(Id)) continue;
      const { from, to = [] } = await PostalMime.parse(RawData);
      await smtp.sendMail({
        envelope: { from: from?.address ?? '', to: to.map(({ address = '' }) => address) },
        raw: RawData,
      });
      brought.add(Id);
    }
  };
  const again = (): void => {
    setTimeout(() => void bring().catch(tell).finally(again), EVERY).unref();
  };
  again();
};

const tell = (error: unknown): void => console.error(`Mails could not be fetched: ${error}`);
