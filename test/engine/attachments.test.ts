import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import { withQuery } from '../../local/people.ts';
import { MOST_BYTES } from '../../shared/case/attachments.ts';
import { chainBreak, readActs } from '../../shared/records/acts.ts';
import { exportDifferences } from '../../shared/records/case-export.ts';
import { readTexts } from '../../shared/records/cases.ts';
import { verifyCases } from '../../shared/records/verify.ts';
import { anOfficeFile, aPdf, EICAR } from '../builders/files.ts';
import { sample } from '../builders/samples.ts';
import { type AtDesk, atDesk } from '../harness/desk.ts';
import { beginDraft, sendDraft, storedDraft, wholeDraft } from '../harness/drafts.ts';
import {
  agenda,
  casePage,
  linkFor,
  MAILBOX,
  post,
  postNomination,
  questionOn,
  type Reached,
  reach,
  read,
  SIGNED,
} from '../harness/people.ts';
import { factsOf, store, wholeTable } from '../harness/record.ts';
import { system } from '../harness/system.ts';
import { send, upload, uploadFormOn } from '../harness/uploads.ts';

/** Files of a case: sent to the bucket, looked into, named, and opened by whoever may read them. */

const s3 = new S3Client({});

const keysUnder = async (prefix: string): Promise<readonly string[]> => {
  const { Contents = [] } = await s3.send(
    new ListObjectsV2Command({ Bucket: system().filesBucket, Prefix: prefix }),
  );
  return Contents.map(({ Key }) => String(Key));
};

/** Attaches a file from a page, as its reader does it. */
const attach = async (
  page: string,
  title: string,
  {
    content = aPdf(title),
    name = 'Protokoll år 2026.pdf',
    act = 'attachToQuestion',
    confidential = false,
  } = {},
): Promise<Response> => {
  const there = await upload(withQuery(page, { act }), name, content);
  const [, file = ''] = /name="file"[^>]* value="([0-9a-f]{64})"/u.exec(await read(there)) ?? [];
  return post(there, { file, title, ...(confidential && { confidential: 'true' }), ...SIGNED });
};

const linkNamed = (html: string, title: string): string | undefined =>
  new RegExp(`href="([^"]+)"[^>]*>${title}<`, 'u').exec(html)?.[1]?.replaceAll('&amp;', '&');

/** What the page's link of this title gives. */
const opened = async (page: string, title: string): Promise<Response> => {
  const href = linkNamed(await read(page), title);
  return fetch(new URL(String(href), page), { redirect: 'follow' });
};

const filesOf = (draft: string): string => withQuery(draft, { part: 'attachments' });

/** Adds a file to a draft; it is called by its title. */
const addToDraft = async (
  draft: string,
  title: string,
  { content = aPdf(title), confidential = '' } = {},
): Promise<Response> => post(await upload(filesOf(draft), `${title}.pdf`, content), { title, confidential });

let it0: Reached;
let ppr: string;
beforeAll(async () => {
  it0 = await reach('pprPosition');
  ppr = await linkFor(it0.caseNumber, 'pprPosition', MAILBOX.ppr);
});

describe('a file of a case', () => {
  it('is sent, named and then among the documents, as an act in the chain that holds its digest', async () => {
    const before = await factsOf(it0.id);
    expect((await attach(ppr, 'Protokoll PPR')).status).toBe(303);
    const given = await opened(ppr, 'Protokoll PPR');
    expect(given.headers.get('content-type')).toBe('application/pdf');
    expect(given.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''Protokoll%20%C3%A5r%202026.pdf",
    );
    expect(Buffer.from(await given.arrayBuffer())).toEqual(aPdf('Protokoll PPR'));
    const after = await factsOf(it0.id);
    expect(after.head.version).toBe(before.head.version + 1);
    expect(after.questions).toEqual(before.questions);
    expect(await read(it0.office)).toContain('Protokoll PPR');
  });

  it('is added once, however often the button is pressed', async () => {
    const there = await upload(withQuery(ppr, { act: 'attachToQuestion' }), 'a.pdf', aPdf('twice'));
    const [, file = ''] = /value="([0-9a-f]{64})"/u.exec(await read(there)) ?? [];
    const before = (await factsOf(it0.id)).head.version;
    for (let n = 0; n < 2; n += 1)
      expect((await post(there, { file, title: 'Två tryck', ...SIGNED })).status).toBe(303);
    expect((await factsOf(it0.id)).head.version).toBe(before + 1);
  });

  it('is not told by its own name to whoever is given a masked copy', async () => {
    const { id, caseNumber, office } = await reach('position');
    await attach(office, 'Brev om Anna Exempelsson', { act: 'attach', name: 'Anna Exempelsson.pdf' });
    const { seq } = (await readTexts(store(), id)).acts.at(-1) ?? {};
    const { headers } = await atDesk();
    const page = `${system().baseUrl}/desk/cases/${caseNumber}/disclosure?once=a`;
    const fields = { disclosedTo: 'Exempelbladet', disclosureRequest: 'Mejl', ...SIGNED };
    const body = new URLSearchParams({ ...fields, 'maskedTexts[]': `act/${seq}:title` });
    const copy = await (await fetch(page, { method: 'POST', headers, body })).text();
    expect(copy).toContain('[Maskerat] (pdf');
    expect(copy).not.toContain('Anna Exempelsson');
  });

  it('is not added by looking: GET and HEAD of every step leave every byte', async () => {
    const page = withQuery(ppr, { act: 'attachToQuestion' });
    const there = await upload(page, 'a.pdf', aPdf('look'));
    const before = JSON.stringify([await wholeTable(), await keysUnder('cases/')]);
    for (const url of [page, there, ppr])
      for (const method of ['HEAD', 'GET']) expect((await fetch(url, { method })).status).toBe(200);
    expect(JSON.stringify([await wholeTable(), await keysUnder('cases/')])).toBe(before);
  });

  it('is added from an agenda and from the office’s page, where an answer came on paper', async () => {
    const list = await agenda(it0.caseNumber, MAILBOX.ppr);
    const question = it0.facts.questions.find(({ round }) => round.step === 'pprPosition')?.id ?? '';
    const fromList = withQuery(list, { case: it0.id, question });
    expect((await attach(fromList, 'Från listan')).status).toBe(303);
    expect((await opened(fromList, 'Från listan')).headers.get('content-type')).toBe('application/pdf');
    const onPaper = questionOn(it0.office, 'pprPosition', 'ppr');
    expect((await attach(onPaper, 'På papper')).status).toBe(303);
    expect((await attach(it0.office, 'Av kontoret', { act: 'attach' })).status).toBe(303);
    expect(await read(it0.office)).toMatch(/Från listan[\s\S]*På papper[\s\S]*Av kontoret/u);
  });

  it('can be added after the answer, when the minutes are approved', async () => {
    const given = await reach('decision', { position: { manageableWithinUnits: 'true' } });
    const council = await linkFor(given.caseNumber, 'position', MAILBOX['council-psykisk-halsa']);
    expect((await attach(council, 'Justerat protokoll')).status).toBe(303);
    expect(await read(given.office)).toContain('Justerat protokoll');
  });
});

describe('at the desk', () => {
  it('an officer attaches a file and signs by name; a reader opens it and adds none', async () => {
    const [officer, reader] = [await atDesk('officer'), await atDesk('reader')];
    const page = `${system().baseUrl}/desk/cases/${it0.caseNumber}`;
    const there = await upload(withQuery(page, { act: 'attach' }), 'desk.pdf', aPdf('desk'), officer.headers);
    const html = await (await fetch(there, { headers: officer.headers })).text();
    expect(html).toContain(`value="${officer.name}"`);
    const [, file = ''] = /name="file"[^>]* value="([0-9a-f]{64})"/u.exec(html) ?? [];
    const body = new URLSearchParams({ file, title: 'Från skrivbordet', ...SIGNED });
    const press = (headers: Readonly<Record<string, string>>) =>
      fetch(there, { method: 'POST', body, headers, redirect: 'manual' });
    expect((await press(reader.headers)).status).toBe(403);
    expect((await press({ cookie: officer.cookie })).status).toBe(403);
    expect((await press(officer.headers)).status).toBe(303);

    const shown = await (await fetch(page, { headers: reader.headers })).text();
    expect(shown).not.toContain('act=attach');
    const href = new URL(String(linkNamed(shown, 'Från skrivbordet')), page);
    const given = await fetch(href, { headers: reader.headers });
    expect(Buffer.from(await given.arrayBuffer())).toEqual(aPdf('desk'));
    const stranger = await fetch(href, { redirect: 'manual' });
    expect(stranger.headers.get('location')).toContain('/login?');
  });
});

describe('what is not taken', () => {
  const page = () => withQuery(ppr, { act: 'attachToQuestion' });

  it('a file above 20 MB is refused by the bucket', async () => {
    const sent = await send(await uploadFormOn(page()), 'stor.pdf', Buffer.alloc(MOST_BYTES + 1));
    expect(sent.status).toBe(400);
  });

  it.each([
    ['another content than the name says', 'avtal.pdf', anOfficeFile('docx'), 'stämmer inte med innehållet'],
    ['a program', 'avtal.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(99)]), 'inte en pdf'],
    ['macros', 'avtal.docx', anOfficeFile('docm'), 'makron'],
    ['what the scanner knows', 'avtal.pdf', aPdf(EICAR), 'Virusskyddet'],
  ])('%s is refused with what to do about it, looked at or pressed', async (_, name, content, says) => {
    const before = (await factsOf(it0.id)).head.version;
    const there = await upload(page(), name, content);
    const shown = await fetch(there);
    expect(shown.status).toBe(422);
    expect(await shown.text()).toContain(says);
    const pressed = await post(there, { file: '0'.repeat(64), title: 'Ändå', ...SIGNED });
    expect(pressed.status).toBe(422);
    expect(await pressed.text()).toContain(says);
    expect((await factsOf(it0.id)).head.version).toBe(before);
  });

  it('an upload opens nothing in another case, and what was never sent nothing at all', async () => {
    const there = new URL(await upload(page(), 'a.pdf', aPdf('mine')));
    const id = String(there.searchParams.get('upload'));
    const other = await reach('screening');
    const screening = await linkFor(other.caseNumber, 'screening', MAILBOX.office);
    for (const [link, given] of [
      [screening, id],
      [ppr, crypto.randomUUID()],
      [ppr, '../../cases'],
    ] as const) {
      const shown = await fetch(withQuery(link, { act: 'attachToQuestion', upload: given }));
      expect(shown.status).toBe(422);
      expect(await shown.text()).toContain('Filen finns inte här');
    }
  });

  it('the bucket’s origin may be posted to from the page with the form, and from no other', async () => {
    const policy = async (link: string) => (await fetch(link)).headers.get('content-security-policy');
    expect(await policy(page())).toContain(`form-action 'self' ${new URL(system().awsEndpoint).origin}`);
    expect(await policy(ppr)).toContain("form-action 'self';");
  });
});

describe('who may read a document', () => {
  it('7.3: a confidential one is for the office, the bodies and whoever added it; others see that it is there', async () => {
    expect((await attach(ppr, 'Hemligt från PPR', { confidential: true })).status).toBe(303);
    expect((await attach(it0.nominator, 'Vår offert', { act: 'attach', confidential: true })).status).toBe(
      303,
    );
    for (const link of [it0.office, ppr]) {
      expect((await opened(link, 'Hemligt från PPR')).status).toBe(200);
      expect((await opened(link, 'Vår offert')).status).toBe(200);
    }
    const nominator = await read(it0.nominator);
    expect(nominator).toContain('Vår offert');
    expect(nominator).not.toContain('Hemligt från PPR');
    expect(nominator).toContain('En handling som inte visas här');
  });

  it('its address opens it for them only: not by another link, and not without one', async () => {
    const href = String(linkNamed(await read(ppr), 'Hemligt från PPR'));
    const query = new URL(href, ppr).search;
    expect((await fetch(`${it0.nominator}${query}`, { redirect: 'manual' })).status).toBe(404);
    const guess = `${ppr.slice(0, -3)}AAA${query}`;
    expect((await fetch(guess, { redirect: 'manual' })).status).toBe(404);
    const [key = ''] = await keysUnder(`cases/${it0.id}/`);
    expect((await fetch(`${system().awsEndpoint}/${system().filesBucket}/${key}`)).status).toBe(403);
  });
});

it('the chain of acts holds, and every file of the case is one whose digest an act names', async () => {
  const { head } = await factsOf(it0.id);
  expect(chainBreak(await readActs(store(), it0.id), head)).toBeUndefined();
  const { acts } = await readTexts(store(), it0.id);
  const named = acts.map(({ answers }) => `cases/${it0.id}/${answers.file}`);
  const kept = await keysUnder(`cases/${it0.id}/`);
  expect(kept.length).toBeGreaterThan(4);
  expect(kept.toSorted()).toEqual([...new Set(named)].sort());
});

describe('the files of a nomination that is being written', () => {
  it('are added, opened, removed, and go with it to its case, where their digests are in the nomination', async () => {
    const link = await wholeDraft(2);
    expect((await addToDraft(link, 'Vårdprogram')).status).toBe(303);
    expect((await addToDraft(link, 'Offert', { confidential: 'true' })).status).toBe(303);
    expect((await addToDraft(link, 'Fel fil')).status).toBe(303);
    const [, , [, wrong = ''] = []] = (await read(filesOf(link))).matchAll(
      /name="_remove" value="([0-9a-f]{64})"/gu,
    );
    for (let n = 0; n < 2; n += 1) expect((await post(filesOf(link), { _remove: wrong })).status).toBe(303);
    const page = await read(filesOf(link));
    expect(page).not.toContain('Fel fil');
    const file = await fetch(new URL(String(linkNamed(page, 'Vårdprogram.pdf[^<]*')), filesOf(link)));
    expect(Buffer.from(await file.arrayBuffer())).toEqual(aPdf('Vårdprogram'));
    expect((await sendDraft(link)).status).toBe(303);

    const { sent } = await storedDraft(link);
    const { nomination } = await readTexts(store(), String(sent?.caseId));
    const [first, second] = nomination.attachments as { title: string; file: string }[];
    expect([first, second]).toMatchObject([
      { title: 'Vårdprogram' },
      { title: 'Offert', confidential: true },
    ]);
    expect((await keysUnder(`cases/${sent?.caseId}/`)).toSorted()).toEqual(
      [first, second].map((it) => `cases/${sent?.caseId}/${it?.file}`).sort(),
    );
    const office = await casePage(String(sent?.caseNumber), MAILBOX.office);
    const given = await opened(office, 'Offert');
    expect(Buffer.from(await given.arrayBuffer())).toEqual(aPdf('Offert'));
  });

  it('are ten at most, of different names, and each is there once', async () => {
    const { link } = await beginDraft();
    for (let n = 1; n <= 9; n += 1) expect((await addToDraft(link, `Bilaga ${n}`)).status).toBe(303);
    const says = async (response: Response, text: string) => {
      expect(response.status).toBe(422);
      expect(await response.text()).toContain(text);
    };
    await says(await addToDraft(link, 'bilaga 9', { content: aPdf('another') }), 'heter redan så');
    await says(
      await addToDraft(link, 'Nytt namn', { content: aPdf('Bilaga 9') }),
      'redan bifogad, med namnet ”Bilaga 9”',
    );
    expect((await addToDraft(link, 'Bilaga 9')).status).toBe(303);
    const eleventh = await upload(filesOf(link), 'elva.pdf', aPdf('elva'));
    expect((await addToDraft(link, 'Bilaga 10')).status).toBe(303);
    await says(await post(eleventh, { title: 'Elva' }), 'redan 10 bilagor');
    expect(await read(filesOf(link))).not.toContain('type="file"');
    expect((await storedDraft(link)).attachments).toHaveLength(10);
  });

  it('one that is infected or has no name is not added, and nothing of it is kept', async () => {
    const { link } = await beginDraft();
    expect((await addToDraft(link, 'Smittad', { content: aPdf(EICAR) })).status).toBe(422);
    expect((await addToDraft(link, ' ', { content: aPdf('nameless') })).status).toBe(422);
    const { id, attachments } = await storedDraft(link);
    expect([attachments, await keysUnder(`drafts/${id}/`)]).toEqual([undefined, []]);
  });

  it('a file that is gone from the bucket is missed before the nomination is sent, and no case is made', async () => {
    const link = await wholeDraft(2);
    await addToDraft(link, 'Försvunnen');
    const { id } = await storedDraft(link);
    const [Key] = await keysUnder(`drafts/${id}/`);
    await s3.send(new DeleteObjectCommand({ Bucket: system().filesBucket, Key }));
    const response = await sendDraft(link);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('”Försvunnen” finns inte kvar');
    expect((await storedDraft(link)).sent).toBeUndefined();
  });

  it('the API takes a nomination whose attachments are named, and no file that it says it has', async () => {
    const named = { attachments: [{ title: 'Vårdprogram' }] };
    expect((await postNomination({ ...sample(2).nomination, ...named })).status).toBe(201);
    const forged = { attachments: [{ title: 'Vårdprogram', file: 'a'.repeat(64) }] };
    expect((await postNomination({ ...sample(2).nomination, ...forged })).status).toBe(422);
  });
});

describe('a file that is redacted', () => {
  const versionsUnder = async (Prefix: string): Promise<number> => {
    const { Versions = [], DeleteMarkers = [] } = await s3.send(
      new ListObjectVersionsCommand({ Bucket: system().filesBucket, Prefix }),
    );
    return Versions.length + DeleteMarkers.length;
  };
  const atOffice = (caseNumber: string) => `${system().baseUrl}/desk/cases/${caseNumber}`;
  const press = async (caseNumber: string, text: string, reason: string): Promise<Response> => {
    const { headers } = officer;
    const fields = { redactedText: text, redactedKind: 'patient', redactReason: reason, ...SIGNED };
    const page = withQuery(atOffice(caseNumber), { act: 'redact', text });
    return fetch(page, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' });
  };
  const sha = (content: Buffer) => createHash('sha256').update(content).digest('hex');
  const NOTE = /\[Borttaget \d{4}-\d\d-\d\d av .+: uppgift om en patient\. Skäl: En journal\.\]/u;
  const JOURNAL = aPdf('journal');
  const gone = sha(JOURNAL);

  const FILE = `file/nominator/${gone}:fileName`;

  let officer: AtDesk;
  const shown = async (page: string): Promise<string> =>
    (await fetch(page, { headers: { cookie: officer.cookie } })).text();
  const choose = () => withQuery(atOffice(number), { act: 'redact' });

  let [id, number, office, address] = ['', '', '', ''];
  let other: Reached;
  let form: string;
  let places: readonly string[];
  beforeAll(async () => {
    officer = await atDesk();
    const draft = await wholeDraft(2);
    await addToDraft(draft, 'Bilaga', { content: JOURNAL });
    await addToDraft(draft, 'Vårdprogram');
    expect((await sendDraft(draft)).status).toBe(303);
    const { sent } = await storedDraft(draft);
    [id, number] = [String(sent?.caseId), String(sent?.caseNumber)];
    office = await casePage(number, MAILBOX.office);
    await attach(office, 'Samma fil', { act: 'attach', content: JOURNAL, name: 'journal.pdf' });
    await attach(office, 'Samma namn', { act: 'attach', name: 'Bilaga.pdf' });
    other = await reach('screening');
    await attach(other.office, 'I ett annat ärende', { act: 'attach', content: JOURNAL });
    address = String(new URL(String(linkNamed(await read(office), 'Bilaga')), office));
    places = [`cases/${id}/${gone}`, `drafts/${id}/${gone}`, `incoming/${id}/`];
    for (const place of places) expect(await versionsUnder(place)).not.toBe(0);
    form = `${await shown(choose())}${await shown(withQuery(choose(), { text: FILE }))}`;
    for (let n = 0; n < 2; n += 1) expect((await press(number, FILE, 'En journal.')).status).toBe(303);
  });

  it('is chosen by its name, and everybody’s who added it is shown before it goes', () => {
    expect(form).toContain(encodeURIComponent(FILE));
    expect(form).toMatch(/Bilaga\.pdf[\s\S]*Bifogade filer: Bilaga<[\s\S]*Bifogade filer: Samma fil</u);
  });

  it('is deleted in every version with the copies that it came by, and no other file or case’s is', async () => {
    for (const place of places) expect(await versionsUnder(place)).toBe(0);
    expect(await versionsUnder(`cases/${other.id}/${gone}`)).toBe(1);
    for (const [page, title] of [
      [office, 'Vårdprogram'],
      [office, 'Samma namn'],
      [other.office, 'I ett annat ärende'],
    ] as const)
      expect((await opened(page, title)).status).toBe(200);
  });

  it('is told by the note wherever it was named, and its address says that it is gone', async () => {
    for (const page of [await read(office), await shown(atOffice(number))]) {
      expect(page).toMatch(new RegExp(`Bilaga<br[^>]*>[\\s\\S]*?${NOTE.source}[\\s\\S]*?Samma fil<br`, 'u'));
      expect(page).not.toContain('journal.pdf');
    }
    expect(await shown(`${atOffice(number)}/print`)).toMatch(NOTE);
    const there = await fetch(address, { redirect: 'manual' });
    expect(there.status).toBe(410);
    expect(await there.text()).toMatch(NOTE);
    expect(await shown(choose())).not.toContain(encodeURIComponent(FILE));
  });

  it('is one act however often it was sent, and the case and its export are whole', async () => {
    const acts = await readActs(store(), id);
    expect(chainBreak(acts, (await factsOf(id)).head)).toBeUndefined();
    expect(acts.filter(({ kind }) => kind === 'redact')).toHaveLength(1);
    for await (const verified of verifyCases(store(), number)) expect(verified).toEqual({ number });
    const exported = await shown(`${atOffice(number)}/export.json`);
    expect(exportDifferences(exported)).toEqual([]);
    const { manifest } = JSON.parse(exported);
    expect(manifest.removedFiles).toEqual([gone, gone]);
    expect(manifest.files).toHaveLength(2);
  });

  it('is not there to be removed once more, and cannot be added again', async () => {
    const again = await press(number, FILE, 'Ett annat skäl.');
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('Texten eller filen finns inte längre i ärendet');
    const back = await attach(office, 'En gång till', { act: 'attach', content: JOURNAL });
    expect(back.status).toBe(422);
    expect(await back.text()).toContain('har tagits bort ur ärendet och kan inte läggas till igen');
    expect(await versionsUnder(`cases/${id}/${gone}`)).toBe(0);
  });
});
