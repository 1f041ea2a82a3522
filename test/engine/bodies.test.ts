import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Body, endLink, endOfficeLink } from '../../shared/records/bodies.ts';
import { wakeCase } from '../../shared/records/heads.ts';
import { ANSWERS } from '../builders/answers.ts';
import { callBodies, changeBody, tryChangeBody } from '../harness/bodies.ts';
import { aCouncil } from '../harness/councils.ts';
import { eventually } from '../harness/eventually.ts';
import { clearStepQueue, stepQueueIsEmpty } from '../harness/functions.ts';
import { answerStep, linkFor, MAILBOX, post, submit } from '../harness/people.ts';
import { factsOf, store, waitsAt, wholeCase } from '../harness/record.ts';
import { reviewBegun, takenOver } from '../harness/reviews.ts';
import { system } from '../harness/system.ts';

beforeAll(clearStepQueue);

/** A case that waits for the positions of councils. */
const askedOf = async (...councils: readonly Body[]) => {
  const submitted = await submit(2);
  const ids = councils.map(({ id }) => id);
  const screened = { councils: ids, leadCouncil: String(ids[0]) };
  await answerStep(submitted.caseNumber, 'screening', MAILBOX.office, screened);
  await waitsAt(submitted.id, 'position');
  return submitted;
};

describe('/api/bodies', () => {
  it('is for who has the scope admin', async () => {
    expect((await fetch(`${system().baseUrl}/api/bodies`)).status).toBe(401);
    expect((await callBodies('', {}, 'nominations.read')).status).toBe(403);
    const put = { method: 'PUT', body: '{}' };
    expect((await callBodies('/sobOffice', put, 'nominations.write')).status).toBe(403);
  });

  it('lists the bodies, and gives one with its version', async () => {
    const council = await aCouncil();
    const { bodies } = (await (await callBodies('')).json()) as { bodies: readonly Body[] };
    expect(bodies.map(({ id }) => id)).toEqual(expect.arrayContaining(['sobOffice', 'ppr', council.id]));
    const response = await callBodies(`/${council.id}`);
    expect([response.headers.get('etag'), await response.json()]).toEqual(['"1"', council]);
    expect((await callBodies('/council-unknown')).status).toBe(404);
  });

  it('refuses details with something wrong in them, and names it', async () => {
    const council = await aCouncil();
    const response = await tryChangeBody({ ...council, mailbox: 'inte en adress' });
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ field: 'mailbox' }] }]);
  });

  it('lets one of two changes of the same version through', async () => {
    const council = await aCouncil();
    const changes = ['a', 'b', 'c'].map((name) =>
      tryChangeBody({ ...council, name: { sv: name, en: name } }, '"1"'),
    );
    const statuses = (await Promise.all(changes)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 412, 412]);
  });

  it('lets no two bodies become each other’s successor', async () => {
    const [one, other] = [await aCouncil(), await aCouncil()];
    const both = await Promise.all([
      tryChangeBody({ ...one, successor: other.id }, '"1"'),
      tryChangeBody({ ...other, successor: one.id }, '"1"'),
    ]);
    expect(both.filter(({ status }) => status === 200).length).toBeLessThan(2);
    const kept = (await Promise.all(
      [one, other].map(async ({ id }) => (await callBodies(`/${id}`)).json()),
    )) as Body[];
    expect(kept.filter(({ successor }) => successor !== undefined).length).toBeLessThan(2);
  });
});

describe('ROUTINE.md section 0 no. 12: a body’s new mailbox', () => {
  it('gets its open questions by a new link, and the old link leads to no form', async () => {
    const council = await aCouncil();
    const { id, caseNumber } = await askedOf(council);
    const old = await linkFor(caseNumber, 'position', council.mailbox);
    const mailbox = `ny-${randomUUID()}@example.se`;
    const movedTo = { ...council, mailbox };
    expect(await changeBody(movedTo)).toBe(1);

    const link = await linkFor(caseNumber, 'position', mailbox);
    expect(link).not.toBe(old);
    expect((await post(old, ANSWERS.position)).status).not.toBe(303);
    expect((await factsOf(id)).questions.find(({ body }) => body === council.id)?.status).toBe('open');
    expect(await changeBody(movedTo)).toBe(0);
    await stepQueueIsEmpty();
    await waitsAt(id, 'position');
    expect((await post(link, ANSWERS.position)).status).toBe(303);
    await waitsAt(id, 'decision');
  });
});

it('a question that was opened after its body moved keeps its link', async () => {
  const { id } = await submit(2);
  const { questions } = await waitsAt(id, 'screening');
  const asked = questions.find(({ round }) => round.step === 'screening');
  expect(await endLink(store(), id, String(asked?.id), String(asked?.openedAt))).toBe(false);
  expect((await factsOf(id)).questions).toEqual(questions);
});

it('the office’s link to a case’s page ends once for each new mailbox, and another is made', async () => {
  const { id } = await submit(2);
  const { head } = await waitsAt(id, 'screening');
  const { version } = head.caseLinks.sobOffice;
  expect(await endOfficeLink(store(), id, head.submittedAt)).toBe(false);
  const movedAt = '2099-01-01T00:00:00.000Z';
  expect(await endOfficeLink(store(), id, movedAt)).toBe(true);
  expect(await endOfficeLink(store(), id, movedAt)).toBe(false);
  await wakeCase(store(), id, randomUUID());
  await eventually(async () =>
    expect((await factsOf(id)).head.caseLinks).toMatchObject({
      sobOffice: { version: version + 1, linked: version + 1 },
      nominator: head.caseLinks.nominator,
    }),
  );
});

describe('ROUTINE.md section 0 no. 12: a body’s successor', () => {
  it('is asked in its place, by the same day, and the case goes on with its answer', async () => {
    const [old, successor] = [await aCouncil(), await aCouncil()];
    const { id, caseNumber } = await askedOf(old);
    const before = await factsOf(id);
    const link = await linkFor(caseNumber, 'position', old.mailbox);
    const replaced = { ...old, successor: successor.id };
    expect(await changeBody(replaced)).toBe(1);
    expect(await changeBody(replaced)).toBe(0);

    const { head, questions } = await factsOf(id);
    expect([head.councils, head.councilsAsked]).toEqual([[successor.id], [successor.id]]);
    expect(head.version).toBe(before.head.version + 1);
    const of = (facts: typeof before.questions, body: string) => facts.find((it) => it.body === body);
    expect(of(questions, old.id)?.status).toBe('released');
    const { receivedOn, targetOn } = of(before.questions, old.id) ?? {};
    expect(of(questions, successor.id)).toMatchObject({ status: 'open', receivedOn, targetOn });
    expect((await post(link, ANSWERS.position)).status).not.toBe(303);

    await answerStep(caseNumber, 'position', successor.mailbox);
    expect((await waitsAt(id, 'decision')).head.milestone).toBe('positionGiven');
    const acts = (await wholeCase(id)).filter(({ sk }) => String(sk).startsWith('x#act#'));
    expect(acts.map(({ kind }) => kind)).toContain('bodyMoved');
  });

  it('R-12: is responsible for the programmes of the other, and is asked whether they are still needed', async () => {
    const [old, successor] = [await aCouncil(), await aCouncil()];
    const { id } = await takenOver({ responsibleCouncil: old.id });
    expect(await changeBody({ ...old, successor: successor.id })).toBe(0);
    const { programme, questions } = await reviewBegun(id);
    expect(programme?.council).toBe(successor.id);
    expect(questions.find(({ round }) => round.step === 'followUp')?.body).toBe(successor.id);
    // The councils end with this test; the programme goes on to one that stays.
    await changeBody({ ...successor, successor: 'council-psykisk-halsa' });
    expect((await factsOf(id)).programme?.council).toBe('council-psykisk-halsa');
  });
});
