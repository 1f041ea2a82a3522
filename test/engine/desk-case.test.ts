import { describe, expect, it } from 'vitest';
import { withQuery } from '../../local/people.ts';
import { chainBreak, readActs, textDigest } from '../../shared/records/acts.ts';
import { readCaseSummary } from '../../shared/records/candidates.ts';
import { exportDifferences } from '../../shared/records/case-export.ts';
import { readTexts } from '../../shared/records/cases.ts';
import { disclosuresOf, listDisclosures } from '../../shared/records/disclosures.ts';
import { putInterest, readInterests } from '../../shared/records/interests.ts';
import { verifyCases } from '../../shared/records/verify.ts';
import { sample } from '../builders/samples.ts';
import { aCouncil } from '../harness/councils.ts';
import { type AtDesk, atDesk } from '../harness/desk.ts';
import { eventually } from '../harness/eventually.ts';
import {
  ANSWERS,
  act,
  CONFIRMED,
  type Fields,
  linkFor,
  MAILBOX,
  type Reached,
  reach,
  read,
  SIGNED,
  submit,
} from '../harness/people.ts';
import { factsOf, rests, store, told, waitsAt, wholeCase, wholeTable } from '../harness/record.ts';
import { system } from '../harness/system.ts';

/** A case at the desk: by a session in place of a link. */

const pageOf = (caseNumber: string, under = ''): string =>
  `${system().baseUrl}/desk/cases/${caseNumber}${under}`;

const open = (page: string, { cookie }: AtDesk): Promise<Response> =>
  fetch(page, { headers: { cookie }, redirect: 'manual' });

const send = (page: string, fields: Fields, headers: Readonly<Record<string, string>>): Promise<Response> => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') body.append(name, value);
    else for (const one of value) body.append(`${name}[]`, one);
  }
  return fetch(page, { method: 'POST', body, headers, redirect: 'manual' });
};

const questionAt = (caseNumber: string, id: string): string =>
  withQuery(pageOf(caseNumber), { question: id });

const taken = async (response: Response): Promise<void> => {
  expect([response.status, response.status === 303 ? '' : await response.text()]).toEqual([303, '']);
};

describe('the door', () => {
  it('opens the office’s page of a case to whoever is logged in, with their name on it, and by GET and HEAD only to look', async () => {
    const officer = await atDesk();
    const { caseNumber } = await reach('position');
    const pages = ['', '?act=redact', '?act=reopen', '/print', '/export.json'].map((it) =>
      pageOf(caseNumber, it),
    );
    const before = JSON.stringify(await wholeTable());
    for (const page of pages) {
      for (const method of ['HEAD', 'GET']) {
        const { status } = await fetch(page, { method, headers: { cookie: officer.cookie } });
        expect([page, method, status]).toEqual([page, method, 200]);
      }
    }
    expect(JSON.stringify(await wholeTable())).toBe(before);
    const html = await (await open(pageOf(caseNumber), officer)).text();
    expect(html).toContain('För SoB-förvaltningen');
    expect(html).toContain(officer.name);
    expect((await open(pageOf('N-1999-0001'), officer)).status).toBe(404);
  });

  it('sends whoever is not logged in to the login, and back', async () => {
    const { caseNumber } = await submit(2);
    const response = await fetch(`${pageOf(caseNumber)}?act=reopen`, { redirect: 'manual' });
    expect(response.status).toBe(303);
    const login = new URL(String(response.headers.get('location')), response.url);
    expect(login.pathname).toMatch(/\/desk\/login$/u);
    expect(login.searchParams.get('next')).toContain(`desk/cases/${caseNumber}?act=reopen`);
  });

  it('is closed to whoever has no role, and a reader has all of the page but what would change it', async () => {
    const { id, caseNumber } = await reach('position');
    expect((await open(pageOf(caseNumber), await atDesk('none'))).status).toBe(403);
    const reader = await atDesk('reader');
    const html = await (await open(pageOf(caseNumber), reader)).text();
    expect(html).toContain('För SoB-förvaltningen');
    expect(html).not.toContain('Det här kan ni göra');
    expect(html).not.toContain('Registrera svar');
    expect(html).not.toContain(`${caseNumber}/disclosure`);
    const [asked] = (await factsOf(id)).questions.filter(({ status }) => status === 'open');
    const question = await (await open(questionAt(caseNumber, String(asked?.id)), reader)).text();
    expect(question).not.toContain('id="answer"');
    expect((await open(pageOf(caseNumber, '/disclosure'), reader)).status).toBe(403);
    const before = JSON.stringify(await wholeCase(id));
    const { status } = await send(
      withQuery(pageOf(caseNumber), { act: 'withdraw' }),
      { withdrawReason: 'Nej.', ...SIGNED },
      reader.headers,
    );
    expect(status).toBe(403);
    expect(JSON.stringify(await wholeCase(id))).toBe(before);
  });

  it('takes no form from another site, and one without a session keeps all that was typed', async () => {
    const { id, caseNumber } = await reach('position');
    const officer = await atDesk();
    const page = withQuery(pageOf(caseNumber), { act: 'withdraw' });
    const fields = {
      _step: 'withdraw',
      withdrawReason: 'Den långa texten som inte får försvinna.',
      ...SIGNED,
    };
    const before = JSON.stringify(await wholeCase(id));
    const foreign = await send(page, fields, { cookie: officer.cookie, 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    expect(await foreign.text()).not.toContain('Den långa texten');
    expect((await send(page, fields, { cookie: officer.cookie })).status).toBe(403);
    const gone = await send(page, fields, { 'sec-fetch-site': 'same-origin' });
    expect(gone.status).toBe(401);
    const kept = await gone.text();
    expect(kept).toContain('Du är inte inloggad längre');
    expect(kept).toContain('name="withdrawReason" value="Den långa texten som inte får försvinna."');
    expect(JSON.stringify(await wholeCase(id))).toBe(before);
    await taken(await send(page, fields, officer.headers));
    expect((await factsOf(id)).head.milestone).toBe('withdrawn');
  });
});

describe('what an officer does there', () => {
  it('names who it was: the form knows the name, and the act in the chain the subject', async () => {
    const officer = await atDesk();
    const { id, caseNumber } = await reach('screening');
    const asked = (await factsOf(id)).questions.find(({ round }) => round.step === 'screening');
    const question = questionAt(caseNumber, String(asked?.id));
    const html = await (await open(question, officer)).text();
    expect(html).toContain(`value="${officer.name}"`);
    expect(html).toContain('value="SoB-förvaltningen"');
    await taken(await send(question, { ...ANSWERS.screening, ...CONFIRMED }, officer.headers));
    await waitsAt(id, 'position');
    const [, screened] = await readActs(store(), id);
    expect(screened).toMatchObject({ kind: 'answered', by: { subject: officer.subject } });
  });

  it('0 no. 2: an answer that came on paper is recorded from the case', async () => {
    const officer = await atDesk();
    const { id, caseNumber } = await reach('position');
    const [asked] = (await factsOf(id)).questions.filter(({ round }) => round.step === 'position');
    const fields = { ...ANSWERS.position, minutesRef: '2026-11-20 § 4', ...CONFIRMED };
    const response = await send(questionAt(caseNumber, String(asked?.id)), fields, officer.headers);
    await taken(response);
    const answered = (await factsOf(id)).questions.find((it) => it.id === asked?.id);
    expect(answered).toMatchObject({ status: 'answered', recordedByOffice: true });
    const html = await (await open(pageOf(caseNumber), officer)).text();
    expect(html).toContain('Protokoll: 2026-11-20 § 4');
    expect(new URL(String(response.headers.get('location')), response.url).pathname).toMatch(
      new RegExp(`/desk/cases/${caseNumber}$`, 'u'),
    );
  });

  it('sends a question to the deputy too, and tells the original mailbox', async () => {
    const officer = await atDesk();
    const council = await aCouncil({ deputy: 'ersattare@example.se' });
    const { id, caseNumber } = await reach('position', { screening: { councils: [council.id] } });
    const [asked] = (await factsOf(id)).questions.filter(({ round }) => round.step === 'position');
    const page = withQuery(questionAt(caseNumber, String(asked?.id)), { act: 'askDeputy' });
    await taken(await send(page, { deputyReason: 'Rådet har paus.', ...SIGNED }, officer.headers));
    const toDeputy = await linkFor(caseNumber, 'position', 'ersattare@example.se');
    expect(toDeputy).toBe(await linkFor(caseNumber, 'position', council.mailbox));
    expect(await read(toDeputy)).toContain('Frågan är skickad även till er ersättare');
    expect(told(await rests(id, 'position'), 'deputyAsked')).toEqual([council.id]);
    expect((await send(page, SIGNED, officer.headers)).status).toBe(422);
  });

  it('a council hands a question over to its deputy from its own page', async () => {
    const council = await aCouncil({ deputy: 'ersattare2@example.se' });
    const { id, caseNumber } = await reach('position', { screening: { councils: [council.id] } });
    const link = await linkFor(caseNumber, 'position', council.mailbox);
    expect(await read(link)).toContain('Fråga ersättaren');
    await act(link, 'askDeputy', {});
    expect(await linkFor(caseNumber, 'position', 'ersattare2@example.se')).toBe(link);
    expect(told(await rests(id, 'position'), 'deputyAsked')).toEqual([council.id]);
  });

  it('sends a question again with the same link, or with a new one that ends it', async () => {
    const officer = await atDesk();
    const council = await aCouncil();
    const { id, caseNumber } = await reach('position', { screening: { councils: [council.id] } });
    const [asked] = (await factsOf(id)).questions.filter(({ round }) => round.step === 'position');
    const page = withQuery(questionAt(caseNumber, String(asked?.id)), { act: 'resendQuestion' });
    const first = await linkFor(caseNumber, 'position', council.mailbox);
    await taken(await send(page, { resendAs: 'sameLink', ...SIGNED }, officer.headers));
    expect(await linkFor(caseNumber, 'position', council.mailbox, 2)).toBe(first);
    await rests(id, 'position');
    const again = { resendAs: 'sameLink', resendReason: 'En gång till.', ...SIGNED };
    expect((await send(page, again, officer.headers)).status).toBe(422);
    await taken(await send(page, { resendAs: 'newLink', ...SIGNED }, officer.headers));
    const second = await linkFor(caseNumber, 'position', council.mailbox, 3);
    expect(second).not.toBe(first);
    expect((await fetch(first)).status).toBe(410);
    expect((await fetch(second)).status).toBe(200);
  });

  it('registers the case, whose number stands on it from then on', async () => {
    const officer = await atDesk();
    const { caseNumber } = await submit(2);
    const page = withQuery(pageOf(caseNumber), { act: 'registerCase' });
    await taken(await send(page, { caseRegistrationNumber: 'SSN 2026-00123', ...SIGNED }, officer.headers));
    for (const under of ['', '/print'])
      expect(await (await open(pageOf(caseNumber, under), officer)).text()).toContain('SSN 2026-00123');
  });
});

describe('a redaction', () => {
  const NEED = String(sample(2).nomination.summary);
  const FIELDS = { redactedKind: 'patient', redactReason: 'Beskriver en enskild patient.', ...SIGNED };

  const redact = async (
    { caseNumber }: Pick<Reached, 'caseNumber'>,
    officer: AtDesk,
    text: string,
    fields: Fields = {},
  ): Promise<Response> => {
    const page = withQuery(pageOf(caseNumber), { act: 'redact', text });
    return send(page, { ...FIELDS, redactedText: text, ...fields }, officer.headers);
  };

  it('replaces a text by a note in all that is kept of the case, and the chain still holds', async () => {
    const officer = await atDesk();
    const reached = await reach('position');
    const { id, caseNumber, nominator } = reached;
    const form = await (
      await open(withQuery(pageOf(caseNumber), { act: 'redact', text: SUMMARY }), officer)
    ).text();
    expect(form).toContain('Det här tas bort:');
    await taken(await redact(reached, officer, SUMMARY));
    await rests(id, 'position');
    const { versions } = await readTexts(store(), id);
    const [{ answers } = { answers: {} as Record<string, unknown> }] = versions;
    expect(answers.summary).toMatch(
      /^\[Borttaget \d{4}-\d\d-\d\d av .+: uppgift om en patient\. Skäl: Beskriver en enskild patient\.\]$/u,
    );
    expect(answers.workingTitle).toBe(sample(2).nomination.workingTitle);
    expect((await readCaseSummary(store(), caseNumber))?.summary).toBe(answers.summary);
    const left = JSON.stringify((await wholeTable()).filter((it) => JSON.stringify(it).includes(id)));
    expect(left).not.toContain(JSON.stringify(NEED).slice(1, -1));
    for (const page of [await read(nominator), await (await open(pageOf(caseNumber), officer)).text()]) {
      expect(page).toContain('[Borttaget');
    }
    const { head } = await factsOf(id);
    const acts = await readActs(store(), id);
    expect(chainBreak(acts, head)).toBeUndefined();
    expect(acts.at(-1)).toMatchObject({ kind: 'redact', by: { subject: officer.subject } });
    expect(JSON.stringify(acts.at(-1))).toContain(SUMMARY);
  });

  it('of a title leaves none of its words to be found by', async () => {
    const officer = await atDesk();
    const reached = await submit(2, { workingTitle: 'Xylofonspel mot nattskräck' });
    const kept = async () =>
      (await wholeTable()).filter((it) => JSON.stringify(it).includes(reached.caseNumber));
    const title = /xylofonspel|nattskräck/iu;
    await eventually(async () => expect(JSON.stringify(await kept())).toMatch(title));
    await taken(await redact(reached, officer, 'nomination/1:workingTitle'));
    await eventually(async () => expect(JSON.stringify(await kept())).not.toMatch(title));
    expect(JSON.stringify(await wholeCase(reached.id))).not.toMatch(title);
  });

  it('of the number of the case leaves it on no page, in no list and in no search', async () => {
    const officer = await atDesk();
    const reached = await submit(2);
    const register = withQuery(pageOf(reached.caseNumber), { act: 'registerCase' });
    const number = 'Anna Exempelsson 1912';
    await taken(await send(register, { caseRegistrationNumber: number, ...SIGNED }, officer.headers));
    const kept = async () =>
      JSON.stringify((await wholeTable()).filter((it) => JSON.stringify(it).includes(reached.caseNumber)));
    await eventually(async () => expect(await kept()).toContain('exempelsson'));
    const stated = (await readTexts(store(), reached.id)).acts.find(({ act }) => act === 'registerCase');
    await taken(await redact(reached, officer, `act/${stated?.seq}:caseRegistrationNumber`));
    await eventually(async () => expect(await kept()).not.toMatch(/exempelsson/iu));
    expect(JSON.stringify(await wholeCase(reached.id))).not.toContain(number);
    for await (const verified of verifyCases(store(), reached.caseNumber))
      expect(verified).toEqual({ number: reached.caseNumber });
  });

  it('is done once however often it is sent, and of a text that is gone there is nothing to remove', async () => {
    const officer = await atDesk();
    const reached = await reach('position');
    await taken(await redact(reached, officer, SUMMARY));
    await taken(await redact(reached, officer, SUMMARY));
    expect((await readActs(store(), reached.id)).filter(({ kind }) => kind === 'redact')).toHaveLength(1);
    const another = await redact(reached, officer, SUMMARY, { redactReason: 'Ett annat skäl.' });
    expect(another.status).toBe(422);
    expect(await another.text()).toContain('Texten eller filen finns inte längre i ärendet');
  });

  it('takes away a name that signed, and what a unit wrote that wants the same', async () => {
    const officer = await atDesk();
    const { id, caseNumber } = await reach('position');
    const { head, questions } = await factsOf(id);
    const interest = {
      ...{ unit: 'Lärkan', name: 'Åsa Exempelsson', role: 'chef', email: 'asa@example.se' },
      ...{ need: 'Många patienter.', at: new Date().toISOString() },
    };
    await putInterest(store(), head, interest);
    const [{ id: interestId } = { id: '' }] = await readInterests(store(), id);
    await taken(
      await redact({ caseNumber }, officer, `interest/${interestId}:name`, { redactedKind: 'personal' }),
    );
    expect((await readInterests(store(), id))[0]).toMatchObject({
      name: expect.stringContaining('[Borttaget'),
      unit: 'Lärkan',
    });
    const screened = questions.find(({ round }) => round.step === 'screening');
    await taken(await redact({ caseNumber }, officer, `signature/${screened?.id}:answeredBy`));
    const after = (await factsOf(id)).questions.find((it) => it.id === screened?.id);
    expect(after?.answeredBy).toContain('[Borttaget');
    expect(after?.told).toEqual(screened?.told);
  });

  it('is never given a personal number as its reason', async () => {
    const officer = await atDesk();
    const reached = await reach('position');
    const response = await redact(reached, officer, SUMMARY, { redactReason: 'Patienten 19121212-1212' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('personnummer');
  });
});

const SUMMARY = 'nomination/1:summary';

describe('a masked copy', () => {
  it('does not tell the number of the case where that is masked; once the case has changed, the same form makes another copy', async () => {
    const officer = await atDesk();
    const { id, caseNumber } = await submit(2);
    await rests(id, 'screening');
    const register = (caseRegistrationNumber: string) =>
      send(
        withQuery(pageOf(caseNumber), { act: 'registerCase' }),
        { caseRegistrationNumber, ...SIGNED },
        officer.headers,
      );
    await taken(await register('SSN 2026-00123'));
    const { seq } = (await readTexts(store(), id)).acts.at(-1) ?? {};
    const page = withQuery(pageOf(caseNumber, '/disclosure'), { once: 'a' });
    const fields = {
      ...{ disclosedTo: 'Exempelbladet', disclosureRequest: 'Mejl', ...SIGNED },
      maskedTexts: [`act/${seq}:caseRegistrationNumber`],
    };
    const copy = async () => (await send(page, fields, officer.headers)).text();
    const [first, again] = [await copy(), await copy()];
    expect(first).not.toContain('SSN 2026-00123');
    expect(again).toBe(first);
    expect(await disclosuresOf(store(), id)).toHaveLength(1);
    await taken(await register('SSN 2026-00124'));
    const later = await copy();
    expect(later).toContain('SSN 2026-00124');
    const noted = await disclosuresOf(store(), id);
    expect(noted.map(({ digest }) => digest).toSorted()).toEqual([first, later].map(textDigest).toSorted());
  });

  it('is made and noted: for whom, by whom, what was masked, and the digest of what was shown', async () => {
    const officer = await atDesk();
    const { id, caseNumber } = await submit(3);
    await rests(id, 'screening');
    const start = await open(pageOf(caseNumber, '/disclosure'), officer);
    expect(start.status).toBe(303);
    const page = String(new URL(String(start.headers.get('location')), start.url));
    expect((await open(page, officer)).status).toBe(200);
    const fields = {
      disclosedTo: 'Exempelbladet',
      disclosureRequest: 'Mejl 2026-11-20',
      maskedTexts: [SUMMARY],
      ...SIGNED,
    };
    expect((await send(page, { ...fields, disclosedTo: '' }, officer.headers)).status).toBe(422);
    expect(await disclosuresOf(store(), id)).toEqual([]);
    const copy = await (await send(page, fields, officer.headers)).text();
    const { nomination } = sample(3);
    expect(copy).toContain('Exempelbladet');
    expect(copy).toContain(String(nomination.workingTitle));
    expect(copy).toContain('[Maskerat]');
    expect(copy).not.toMatch(/72\s000/u);
    expect(copy).not.toContain(String(nomination.contactEmail));
    expect(copy).not.toContain(String(nomination.summary).slice(0, 40));
    const [noted, ...more] = await disclosuresOf(store(), id);
    expect(more).toEqual([]);
    expect(noted).toMatchObject({
      ...{ caseNumber, to: 'Exempelbladet', request: 'Mejl 2026-11-20', digest: textDigest(copy) },
      by: { subject: officer.subject },
    });
    expect(noted?.masked).toContain(SUMMARY);
    expect(await listDisclosures(store())).toContainEqual(noted);
    await send(page, fields, officer.headers);
    expect(await disclosuresOf(store(), id)).toHaveLength(1);
    expect(await (await open(pageOf(caseNumber), officer)).text()).toContain('Utlämnade kopior');
  });
});

describe('the whole case', () => {
  it('is printed with every answer, and exported with every act, but for what opens links and machines', async () => {
    const officer = await atDesk();
    const { caseNumber, id } = await reach('decision');
    const print = await (await open(pageOf(caseNumber, '/print'), officer)).text();
    for (const said of [String(sample(2).nomination.workingTitle), 'Mejl i ärendet', 'Det här har hänt'])
      expect(print).toContain(said);
    const response = await open(pageOf(caseNumber, '/export.json'), officer);
    expect(response.headers.get('content-type')).toContain('application/json');
    const text = await response.text();
    const whole = JSON.parse(text);
    expect(whole.case.number).toBe(caseNumber);
    expect(exportDifferences(text)).toEqual([]);
    expect(print).toContain(whole.manifest.parts['answers/1']);
    expect(chainBreak(whole.chain, (await factsOf(id)).head)).toBeUndefined();
    expect(whole.answers.length).toBeGreaterThan(1);
    expect(JSON.stringify(whole)).not.toMatch(/taskToken|caseLinks|"pk"/u);
  });

  it('says of each mail to whom it went and when, once it is sent', async () => {
    const officer = await atDesk();
    const { caseNumber, id } = await reach('position');
    await eventually(async () => {
      const sent = (await factsOf(id)).mailings.filter(({ sentAt }) => sentAt !== undefined);
      expect(sent.length).toBeGreaterThan(0);
    });
    const html = await (await open(pageOf(caseNumber), officer)).text();
    expect(html).toMatch(/Mejl i ärendet \(\d+\)/u);
    expect(html).not.toContain(MAILBOX['council-psykisk-halsa']);
  });
});
