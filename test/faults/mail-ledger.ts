import PostalMime from 'postal-mime';
import { tagsFromSes } from '../../shared/mail/tags.ts';
import { type Call, tagsIn } from './kinds.ts';

/** One send of a mail that SES took. */
interface Send {
  readonly messageId: string;
  readonly process: string;
  /** The record holds this message id. */
  noted: boolean;
  /** A fault met the answer, the note of this very send, or the process that was to write it. */
  prevented: boolean;
}

interface Mail {
  readonly caseId: string;
  readonly mail: string;
  readonly sends: Send[];
  /** The links in it, each send's as one text. */
  readonly links: Set<string>;
}

export interface MailSums {
  readonly sent: number;
  readonly mailsDoubled: number;
  readonly cutOff: number;
  readonly changedLinks: number;
}

/** What became of a call: carried out by the service or not, and what the caller saw of it. */
export interface Outcome {
  readonly carriedOut: boolean;
  readonly answer: string;
  /** The caller was not told what the service had answered. */
  readonly disturbed: boolean;
}

const LINKS = /https?:\/\/\S+\/[acmr]\/[\w-]+/gu;
const MESSAGE_ID = /<MessageId>([^<]+)</u;

/** A send is cut off when SES took it and something was in the way of noting that very send, so that it never was noted. */
const isCutOff = ({ noted, prevented }: Send): boolean => prevented && !noted;

/** Keeps what SES took, whether it could be noted in the record, and which links it carried. */
export class MailLedger {
  readonly #mails = new Map<string, Mail>();
  readonly #open = new Map<string, Send>();
  /** Names of processes that have called, and of those among them that have ended. */
  readonly #processes = new Set<string>();
  readonly #ended = new Set<string>();

  /** Whether SES ever took this mail of a case. */
  has(caseId: string, mail: string): boolean {
    return this.#mails.has(`${caseId} ${mail}`);
  }

  /** All mails that SES took, by what their tags say. */
  get taken(): readonly { readonly case: string; readonly mail: string }[] {
    return [...this.#mails.values()].map(({ caseId, mail }) => ({ case: caseId, mail }));
  }

  sums(caseId: string): MailSums {
    const its = this.#of(caseId);
    const sum = (of: (it: Mail) => number): number => its.reduce((so, it) => so + of(it), 0);
    return {
      sent: sum(({ sends }) => sends.length),
      mailsDoubled: sum(({ sends }) => sends.length - 1),
      cutOff: sum(({ sends }) => sends.filter(isCutOff).length),
      changedLinks: sum(({ links }) => links.size - 1),
    };
  }

  /** Mails of a case that were sent more often than sends of them that were cut off allow. */
  unexplained(caseId: string): readonly string[] {
    return this.#of(caseId).flatMap(({ mail, sends }) => {
      const cutOff = sends.filter(isCutOff).length;
      return sends.length - 1 > cutOff
        ? [`The mail ${mail} was sent ${sends.length} times, ${cutOff} of them cut off`]
        : [];
    });
  }

  /** The processes whose name begins so have ended: what they have not noted, they never will. */
  ended(processes: string): void {
    for (const it of this.#processes) if (it.startsWith(processes)) this.#ended.add(it);
    for (const send of this.#open.values()) if (this.#ended.has(send.process)) send.prevented = true;
  }

  async saw(call: Call, outcome: Outcome): Promise<void> {
    this.#processes.add(call.process);
    if (call.operation === 'SendRawEmail') {
      if (outcome.carriedOut) await this.#take(call, outcome);
      return;
    }
    if (call.operation !== 'UpdateItem') return;
    for (const [messageId, send] of this.#open) {
      if (!call.body.includes(messageId)) continue;
      send.prevented = true;
      if (!outcome.carriedOut) continue;
      send.noted = true;
      this.#open.delete(messageId);
    }
  }

  async #take(call: Call, { answer, disturbed }: Outcome): Promise<void> {
    const tags = tagsFromSes(tagsIn(call));
    if (tags === undefined || !('case' in tags)) return;
    const messageId = MESSAGE_ID.exec(answer)?.[1] ?? crypto.randomUUID();
    const { process } = call;
    // Of several that a process sends side by side, some are taken when it is dead.
    const prevented = disturbed || this.#ended.has(process);
    const send: Send = { messageId, process, noted: false, prevented };
    this.#open.set(messageId, send);
    const key = `${tags.case} ${tags.mail}`;
    const mail = this.#mails.get(key) ?? { caseId: tags.case, mail: tags.mail, sends: [], links: new Set() };
    this.#mails.set(key, mail);
    mail.sends.push(send);
    const data = String(new URLSearchParams(call.body).get('RawMessage.Data'));
    const { text = '' } = await PostalMime.parse(Buffer.from(data, 'base64'));
    mail.links.add((text.match(LINKS) ?? []).sort().join(' '));
  }

  #of(caseId: string): readonly Mail[] {
    return [...this.#mails.values()].filter((it) => it.caseId === caseId);
  }
}
