import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { linkDigest } from '../../shared/links/links.ts';
import { readFacts } from '../../shared/records/cases.ts';
import { readDraft } from '../../shared/records/drafts.ts';
import { keys } from '../../shared/records/keys.ts';
import { atDesk } from '../harness/desk.ts';
import {
  beginDraft,
  draftLink,
  fieldsOfPart,
  savePart,
  sendDraft,
  storedDraft,
  wholeDraft,
} from '../harness/drafts.ts';
import { eventually } from '../harness/eventually.ts';
import { store, wholeTable } from '../harness/record.ts';
import { dynamodb, system } from '../harness/system.ts';

/** A nomination that is being written: its link, those who write it, and the case that it becomes. */

const page = async (link: string): Promise<string> => (await fetch(link)).text();

const mailsTo = async (mailbox: string) =>
  (await system().mailbox.mails()).filter(({ to }) => to[0]?.address === mailbox);

describe('beginning a draft', () => {
  it('mails its link once, however often the form is sent; nothing of it is in the mail, and no link in the table', async () => {
    const { link, mailbox } = await beginDraft({ workingTitle: 'Hemligt arbetsnamn', key: 'twice' });
    await beginDraft({ workingTitle: 'Hemligt arbetsnamn', key: 'twice', mailbox });
    const mails = await mailsTo(mailbox);
    expect(mails.map(({ subject }) => subject)).toEqual(['Länk till er nominering']);
    expect(mails[0]?.text).not.toContain('Hemligt');
    const secret = new URL(link).pathname.split('/').at(-1) ?? '';
    expect(JSON.stringify(await wholeTable())).not.toContain(secret);
    expect(await page(link)).toContain('Hemligt arbetsnamn');
  });

  it('keeps a draft for a year after it was last saved', async () => {
    const { link } = await beginDraft();
    const { id, savedAt } = await storedDraft(link);
    const { Item } = await dynamodb.send(new GetCommand({ TableName: system().table, Key: keys.draft(id) }));
    expect(Item?.expiresAt).toBe(Math.floor(Date.parse(savedAt) / 1000) + 365 * 24 * 3600);
  });

  it('takes a few from a mailbox within an hour, and says so', async () => {
    const { mailbox } = await beginDraft();
    await beginDraft({ mailbox });
    await beginDraft({ mailbox });
    const response = await fetch(`${system().baseUrl}/nominate`, {
      method: 'POST',
      body: new URLSearchParams({ _key: 'one too many', workingTitle: 'En till', mailbox }),
      redirect: 'manual',
    });
    expect(response.status).toBe(429);
    const html = await response.text();
    expect(html).toContain('vänta en timme');
    expect(html).toContain('value="En till"');
  });
});

describe('the link once more', () => {
  it('is mailed again to the mailbox on record, at most once an hour', async () => {
    const { link, mailbox } = await beginDraft();
    const again = () => fetch(link, { method: 'POST', body: '_resend=1', redirect: 'manual' });
    expect((await again()).headers.get('location')).toContain('resent=sent');
    expect((await again()).headers.get('location')).toContain('resent=wait');
    await eventually(async () => expect(await mailsTo(mailbox)).toHaveLength(2));
    expect((await mailsTo(mailbox)).map((mail) => draftLink(mail.text))).toEqual([link, link]);
  });
});

describe('two who save at the same moment', () => {
  it('in different fields: both are there', async () => {
    const { link } = await beginDraft();
    const shown = await fieldsOfPart(link, 'D');
    await Promise.all([
      savePart(link, 'D', { ...shown, needDescription: 'Behovet är stort.' }),
      savePart(link, 'D', { ...shown, targetGroup: 'Vuxna med insomni.' }),
    ]);
    const { answers } = await storedDraft(link);
    expect(answers).toMatchObject({
      needDescription: { value: { needDescription: 'Behovet är stort.' } },
      targetGroup: { value: { targetGroup: 'Vuxna med insomni.' } },
    });
  });

  it('in the same field: both texts are kept and shown, and it cannot be sent before somebody has chosen', async () => {
    const { link } = await beginDraft();
    const shown = await fieldsOfPart(link, 'D');
    await savePart(link, 'D', { ...shown, needDescription: 'Den första texten.' });
    const { location } = await savePart(link, 'D', { ...shown, needDescription: 'Den andra texten.' });
    const html = await page(String(new URL(location, link)));
    expect(html).toContain('Den första texten.');
    expect(html).toContain('Den andra texten.');
    expect(await page(`${link}?part=review`)).toContain('Två har skrivit olika');
    await savePart(link, 'D', { ...(await fieldsOfPart(link, 'D')), needDescription: 'Båda texterna.' });
    expect((await storedDraft(link)).answers.needDescription).toMatchObject({
      value: { needDescription: 'Båda texterna.' },
    });
    expect((await storedDraft(link)).answers.needDescription?.rivals).toBeUndefined();
  });

  it('a form that is sent again saves once', async () => {
    const { link } = await beginDraft();
    const form = { ...(await fieldsOfPart(link, 'D')), needDescription: 'En gång.' };
    await savePart(link, 'D', form);
    const once = await storedDraft(link);
    await savePart(link, 'D', form);
    expect(await storedDraft(link)).toEqual(once);
  });
});

describe('what cannot be kept', () => {
  it('a personal number is not stored; the rest of the part is, and what was typed is shown', async () => {
    const { link } = await beginDraft();
    const form = {
      ...(await fieldsOfPart(link, 'D')),
      needDescription: 'Gäller 19121212-1212 hos oss.',
      targetGroup: 'Vuxna.',
    };
    const { status, html } = await savePart(link, 'D', form);
    expect(status).toBe(422);
    expect(html).toContain('personnummer');
    expect(html).toContain('Gäller 19121212-1212 hos oss.');
    expect(JSON.stringify(await wholeTable())).not.toContain('19121212-1212');
    expect((await storedDraft(link)).answers.targetGroup?.value).toEqual({ targetGroup: 'Vuxna.' });
  });

  it('more than 64 KB at once is shown again as it was typed', async () => {
    const { link } = await beginDraft();
    const form = { ...(await fieldsOfPart(link, 'D')), needDescription: `${'å'.repeat(33_000)} slut` };
    const { status, html } = await savePart(link, 'D', form);
    expect(status).toBe(413);
    expect(html).toContain('högst 64 kB');
    expect(html).toContain('å slut');
    expect((await storedDraft(link)).answers.needDescription).toBeUndefined();
  });

  it('a text that is too long for its field is kept, and said to be', async () => {
    const { link } = await beginDraft();
    const form = { ...(await fieldsOfPart(link, 'D')), targetGroup: 'x'.repeat(2001) };
    const { status, location } = await savePart(link, 'D', form);
    expect(status).toBe(303);
    expect(await page(String(new URL(location, link)))).toContain('högst 2000 tecken');
    expect((await storedDraft(link)).answers.targetGroup?.value).toEqual({ targetGroup: 'x'.repeat(2001) });
  });
});

describe('sending', () => {
  it('twice at once makes one case, and both lead to the receipt; the answers are then in the case alone', async () => {
    const link = await wholeDraft(2);
    const responses = await Promise.all([sendDraft(link), sendDraft(link)]);
    expect(responses.map(({ status }) => status)).toEqual([303, 303]);
    const { sent, answers } = await storedDraft(link);
    expect(answers).toEqual({});
    expect(await page(link)).toContain(`Ärende ${sent?.caseNumber}`);
    const facts = await readFacts(store(), String(sent?.caseId));
    expect(facts?.head).toMatchObject({ number: sent?.caseNumber, nominationType: 'createNew' });
    const { id } = await storedDraft(link);
    const submissions = (await wholeTable()).filter(
      ({ sk, by }) => sk === 'x#act#000001' && JSON.stringify(by) === JSON.stringify({ draft: id }),
    );
    expect(submissions).toHaveLength(1);
  });

  it('shows who saves after it was sent the receipt, and what they typed', async () => {
    const link = await wholeDraft(2);
    const form = { ...(await fieldsOfPart(link, 'D')), targetGroup: 'Skrivet för sent.' };
    await sendDraft(link);
    const { status, html } = await savePart(link, 'D', form);
    expect(status).toBe(409);
    expect(html).toContain('Nomineringen är redan skickad');
    expect(html).toContain('Skrivet för sent.');
  });

  it('sends what was read through: what somebody has saved since is read first', async () => {
    const link = await wholeDraft(2);
    const { version, id } = await storedDraft(link);
    await savePart(link, 'D', { ...(await fieldsOfPart(link, 'D')), targetGroup: 'En annan målgrupp.' });
    const response = await fetch(`${link}?part=review`, {
      method: 'POST',
      body: new URLSearchParams({ _version: String(version), readThrough: 'true' }),
      redirect: 'manual',
    });
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('Någon har sparat något sedan du läste');
    expect((await readDraft(store(), id))?.sent).toBeUndefined();
  });
});

describe('a link that leads nowhere', () => {
  it('is told nothing of, also once its draft is forgotten', async () => {
    const { link } = await beginDraft();
    const { id } = await storedDraft(link);
    await dynamodb.send(
      new UpdateCommand({
        TableName: system().table,
        Key: keys.link(String(linkDigest(new URL(link).pathname.split('/').at(-1) ?? ''))),
        UpdateExpression: 'SET draft = :gone',
        ExpressionAttributeValues: { ':gone': `${id}-gone` },
      }),
    );
    expect((await fetch(link)).status).toBe(404);
    expect((await fetch(`${system().baseUrl}/n/${'x'.repeat(43)}`)).status).toBe(404);
  });
});

describe('"Ring mig"', () => {
  const askForCall = async (phone: string): Promise<string> => {
    const body = new URLSearchParams({
      _key: crypto.randomUUID(),
      name: `Exempel ${phone}`,
      unit: 'Vårdcentral Ekdungen',
      phone,
      about: 'En idé om sömn.',
    });
    const ask = () =>
      fetch(`${system().baseUrl}/nominate?call=1`, { method: 'POST', body, redirect: 'manual' });
    expect((await ask()).headers.get('location')).toBe('nominate?call=done');
    await ask();
    const calls = (await wholeTable()).filter(
      ({ pk, said }) => pk === 'calls' && JSON.stringify(said).includes(`Exempel ${phone}`),
    );
    expect(calls).toHaveLength(1);
    return String(calls[0]?.draftId);
  };

  const deskPage = (path: string) => `${system().baseUrl}/desk/${path}`;

  it('is a draft that the office is told of by one mail, with nothing of it in the mail', async () => {
    const url = deskPage(`drafts/${await askForCall('010-765 43 21')}`);
    const mail = await system().mailbox.waitForMail(({ text }) => text.includes(url));
    expect(mail.subject).toBe('Någon vill bli uppringd om en nominering');
    expect(`${mail.text}${mail.html}`).not.toMatch(/Ekdungen|Exempel 010|765|sömn/u);
    expect((await system().mailbox.mails()).filter(({ text }) => text.includes(url))).toHaveLength(1);
  });

  it('is filled in at the desk with the caller, and marked as dealt with', async () => {
    const id = await askForCall('010-765 43 22');
    const { headers, cookie, name } = await atDesk();
    const list = async () => (await fetch(deskPage('calls'), { headers: { cookie } })).text();
    expect(await list()).toContain('010-765 43 22');
    const link = deskPage(`drafts/${id}`);
    const opened = await (await fetch(`${link}?part=B`, { headers: { cookie } })).text();
    expect(opened).toContain('En idé om sömn.');
    expect(opened).toContain('value="Vårdcentral Ekdungen"');
    const body = new URLSearchParams({ _seen: 'needDescription', needDescription: 'Sagt på telefon.' });
    await fetch(`${link}?part=D`, { method: 'POST', body, headers, redirect: 'manual' });
    expect((await readDraft(store(), id))?.answers.needDescription?.value).toEqual({
      needDescription: 'Sagt på telefon.',
    });
    const done = new URLSearchParams({ done: id });
    await fetch(deskPage('calls'), { method: 'POST', body: done, headers, redirect: 'manual' });
    expect(await list()).toMatch(new RegExp(`010-765 43 22[^]*${name}`, 'u'));
  });

  it('is for those at the desk alone; a reader reads, and what they sent is shown to them', async () => {
    const id = await askForCall('010-765 43 23');
    const link = deskPage(`drafts/${id}`);
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(303);
    const body = new URLSearchParams({ _seen: 'needDescription', needDescription: 'Inte min sak.' });
    const reader = await atDesk('reader');
    expect((await fetch(link, { headers: { cookie: reader.cookie } })).status).toBe(200);
    const refused = await fetch(`${link}?part=D`, { method: 'POST', body, headers: reader.headers });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('Inte min sak.');
    const foreign = { cookie: (await atDesk()).cookie, 'sec-fetch-site': 'cross-site' };
    expect((await fetch(`${link}?part=D`, { method: 'POST', body, headers: foreign })).status).toBe(403);
    expect((await readDraft(store(), id))?.answers.needDescription).toBeUndefined();
  });

  it('does not open to the desk what somebody writes with a link of their own', async () => {
    const { link } = await beginDraft();
    const { cookie } = await atDesk();
    const { id } = await storedDraft(link);
    expect((await fetch(deskPage(`drafts/${id}`), { headers: { cookie } })).status).toBe(404);
  });
});
