import { describe, expect, it } from 'vitest';
import { sesTags } from '../../shared/mail/tags.ts';
import { chanceAt } from '../faults/by-seed.ts';
import { anyFault, type Call, caseIn } from '../faults/kinds.ts';
import { MailLedger } from '../faults/mail-ledger.ts';

/** The parts of a fault run that decide what it says. */

const CASE = '0b0e7a52-8a6e-4a0c-9d5e-0f4f6a3c2b1d';
const SENDER = 'f1.100.1';

const send = (text: string): Call => {
  const form = new URLSearchParams({ Action: 'SendRawEmail' });
  for (const [nth, { Name, Value }] of sesTags({ case: CASE, mail: 'N-3/nominator' }).entries()) {
    form.set(`Tags.member.${nth + 1}.Name`, Name);
    form.set(`Tags.member.${nth + 1}.Value`, Value);
  }
  form.set('RawMessage.Data', Buffer.from(`Content-Type: text/plain\r\n\r\n${text}`).toString('base64'));
  return { operation: 'SendRawEmail', protocol: 'xml', body: String(form), process: SENDER };
};

const note = (messageId: string): Call => ({
  operation: 'UpdateItem',
  protocol: 'json',
  body: JSON.stringify({ ExpressionAttributeValues: { ':id': { S: messageId } } }),
  process: SENDER,
});

const taken = (messageId: string, disturbed = false) => ({
  carriedOut: true,
  answer: `<MessageId>${messageId}</MessageId>`,
  disturbed,
});
const DONE = { carriedOut: true, answer: '', disturbed: false };
const KEPT_FROM = { carriedOut: false, answer: '', disturbed: true };

const LETTER = 'http://127.0.0.1/a/one';

describe('a mail that was sent twice', () => {
  it('is explained where the answer to its first send was lost', async () => {
    const ledger = new MailLedger();
    await ledger.saw(send(LETTER), taken('m-1', true));
    await ledger.saw(send(LETTER), taken('m-2'));
    await ledger.saw(note('m-2'), DONE);
    expect(ledger.sums(CASE)).toEqual({ sent: 2, mailsDoubled: 1, cutOff: 1, changedLinks: 0 });
    expect(ledger.unexplained(CASE)).toEqual([]);
  });

  it('is explained where the note of that very send was kept from the record, or its writer died', async () => {
    const ledger = new MailLedger();
    await ledger.saw(send(LETTER), taken('m-1'));
    await ledger.saw(note('m-1'), KEPT_FROM);
    await ledger.saw(send(LETTER), taken('m-2'));
    ledger.ended('f1.');
    await ledger.saw(send(LETTER), taken('m-3'));
    ledger.ended('f1.');
    await ledger.saw(send(LETTER), taken('m-4'));
    await ledger.saw(send(LETTER), taken('m-5'));
    expect(ledger.sums(CASE)).toMatchObject({ mailsDoubled: 4, cutOff: 5 });
    expect(ledger.unexplained(CASE)).toEqual([]);
  });

  it('is not explained by a fault at another call, by another process that died, or by a note that came late', async () => {
    const ledger = new MailLedger();
    await ledger.saw(send(LETTER), taken('m-1'));
    await ledger.saw(note('m-other'), KEPT_FROM);
    ledger.ended('f10.');
    await ledger.saw(note('m-1'), KEPT_FROM);
    await ledger.saw(note('m-1'), DONE);
    await ledger.saw(send(LETTER), taken('m-2'));
    expect(ledger.sums(CASE)).toMatchObject({ mailsDoubled: 1, cutOff: 0 });
    expect(ledger.unexplained(CASE)).toHaveLength(1);
  });

  it('is found where its link has changed', async () => {
    const ledger = new MailLedger();
    await ledger.saw(send(LETTER), taken('m-1', true));
    await ledger.saw(send('http://127.0.0.1/a/another'), taken('m-2'));
    expect(ledger.sums(CASE).changedLinks).toBe(1);
  });
});

describe('which call meets which fault', () => {
  const write: Call = { operation: 'UpdateItem', protocol: 'json', body: '', process: SENDER };
  const kinds = (seed: number) =>
    Array.from({ length: 200 }, (_, nth) => anyFault(chanceAt(seed, 'UpdateItem', nth), write));

  it('is the same by the same seed, and another by another', () => {
    expect(kinds(1)).toEqual(kinds(1));
    expect(kinds(2)).not.toEqual(kinds(1));
  });

  it('goes by what can happen to it: no mail is refused where none is sent', () => {
    expect(new Set(kinds(1)).size).toBe(9);
    expect(kinds(1)).not.toContain('mail refused');
  });

  it('is told of the case that the call is about', () => {
    const started = JSON.stringify({ input: JSON.stringify({ schema: 1, caseId: CASE }) });
    expect(caseIn({ ...write, body: JSON.stringify({ Key: { pk: { S: `case#${CASE}` } } }) })).toBe(CASE);
    expect(caseIn({ ...write, operation: 'StartExecution', body: started })).toBe(CASE);
    expect(caseIn(send(LETTER))).toBe(CASE);
    expect(caseIn({ ...write, body: '{"executionArn":"x:N-2026-0007-nomination-1"}' })).toBe('N-2026-0007');
  });
});
