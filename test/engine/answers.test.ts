import { describe, expect, it } from 'vitest';
import { readTexts } from '../../shared/records/cases.ts';
import { ANSWERS, answerStep, linkFor, MAILBOX, post, submit } from '../harness/people.ts';
import { endsAs, store, waitsAt, wholeCase, wholeTable } from '../harness/record.ts';

const screeningLink = async (n: 1 | 2 = 2) => {
  const submitted = await submit(n);
  return { ...submitted, link: await linkFor(submitted.caseNumber, 'screening', MAILBOX.office) };
};

const actsOf = async (caseId: string) =>
  (await wholeCase(caseId)).filter(({ sk }) => String(sk).startsWith('x#act#'));

describe('an answer counts once', () => {
  it('when the same person sends it twice, the second time with a change', async () => {
    const { id, link } = await screeningLink();
    const first = await post(link, ANSWERS.screening);
    const again = await post(link, ANSWERS.screening);
    const changed = await post(link, { ...ANSWERS.screening, programmeKind: 'support' });
    expect([first.status, again.status, changed.status]).toEqual([303, 303, 409]);
    const { answers } = await readTexts(store(), id);
    expect(answers).toHaveLength(1);
    expect(answers[0]?.answers).toMatchObject({ programmeKind: 'treatment' });
    expect(await actsOf(id)).toHaveLength(2);
  });

  it('when ten people send it at once, and all see the same receipt', async () => {
    const { id, link } = await screeningLink();
    const names = Array.from({ length: 10 }, (_, n) => `Person ${n}`);
    const responses = await Promise.all(
      names.map((answeredByName) => post(link, { ...ANSWERS.screening, answeredByName })),
    );
    const statuses = responses.map(({ status }) => status).sort();
    expect(statuses).toEqual([303, ...names.slice(1).map(() => 409)]);
    expect((await readTexts(store(), id)).answers).toHaveLength(1);
    expect(await actsOf(id)).toHaveLength(2);
    const receipts: string[] = [];
    for (const _ of names) receipts.push(await (await fetch(link)).text());
    expect(new Set(receipts).size).toBe(1);
    expect(names.filter((name) => receipts[0]?.includes(name))).toHaveLength(1);
  });

  it('when three councils answer one round at the same moment, each of their answers', async () => {
    const { id, caseNumber } = await submit(2);
    const councils = ['council-psykisk-halsa', 'council-primarvard', 'council-rorelseorgan'] as const;
    await answerStep(caseNumber, 'screening', MAILBOX.office, { councils });
    const links = await Promise.all(
      councils.map((council) => linkFor(caseNumber, 'position', MAILBOX[council])),
    );
    const responses = await Promise.all(links.map((link) => post(link, ANSWERS.position)));
    expect(responses.map(({ status }) => status)).toEqual([303, 303, 303]);
    const { head } = await waitsAt(id, 'decision');
    expect(head).toMatchObject({ milestone: 'positionGiven', version: 5 });
  });
});

describe('an answer that is not right', () => {
  it('is shown again with its errors and everything that was typed, and nothing is stored', async () => {
    const { id, link } = await screeningLink();
    await waitsAt(id, 'screening');
    const before = await wholeCase(id);
    const response = await post(link, { ...ANSWERS.screening, screeningReason: 'Kort', answeredByRole: '' });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('Exempel Person');
    expect(html).toContain('Kort');
    expect(html).toMatch(/<title>Fel:/);
    expect(await wholeCase(id)).toEqual(before);
  });

  it('R-a12: a purchase cannot be closed in the screening', async () => {
    const { caseNumber } = await submit(3);
    const link = await linkFor(caseNumber, 'screening', MAILBOX.office);
    const response = await post(link, { ...ANSWERS.screening, screeningOutcome: 'notForSob' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('alltid vidare till samordningsråd');
  });

  it('is refused when it names a council that does not exist', async () => {
    const { link } = await screeningLink();
    expect((await post(link, { ...ANSWERS.screening, councils: ['council-of-nothing'] })).status).toBe(422);
  });

  it('is refused when it is larger than 64 KB', async () => {
    const { link } = await screeningLink();
    expect((await post(link, { ...ANSWERS.screening, screeningReason: 'x'.repeat(70 * 1024) })).status).toBe(
      413,
    );
  });
});

describe('reading changes nothing', () => {
  it('HEAD and GET of every link, ten times each, leave every byte of the table', async () => {
    const { id, caseNumber, link: screening } = await screeningLink(1);
    await post(screening, ANSWERS.screening);
    const position = await linkFor(caseNumber, 'position', MAILBOX['council-psykisk-halsa']);
    await post(position, { ...ANSWERS.position, manageableWithinUnits: 'false' });
    const ppr = await linkFor(caseNumber, 'pprPosition', MAILBOX.ppr);
    await post(ppr, ANSWERS.pprPosition);
    const decision = await linkFor(caseNumber, 'decision', MAILBOX.office);
    await waitsAt(id, 'decision');
    const open = { screening, position, ppr, decision };
    const before = JSON.stringify(await wholeTable());
    for (const link of Object.values(open)) {
      for (const method of ['HEAD', 'GET']) {
        for (let time = 0; time < 10; time += 1) expect((await fetch(link, { method })).status).toBe(200);
      }
    }
    expect(JSON.stringify(await wholeTable())).toBe(before);
    await post(decision, ANSWERS.decision);
    await endsAs(id, 'decided');
  });

  it('a stranger’s guess is told no more than that the link cannot be opened', async () => {
    const { link } = await screeningLink();
    const guess = `${link.slice(0, -3)}AAA`;
    const [guessed, malformed] = await Promise.all([fetch(guess), fetch(`${link}x`)]);
    expect([guessed.status, malformed.status]).toEqual([404, 404]);
    expect(await guessed.text()).toBe(await malformed.text());
    expect((await post(guess, ANSWERS.screening)).status).toBe(404);
  });
});

it('R-c6, R-d2, N-7, N-9, N-10: everyone whom the routine names is told, once', async () => {
  const { id, caseNumber } = await submit(1);
  const councils = ['council-psykisk-halsa', 'council-primarvard'] as const;
  await answerStep(caseNumber, 'screening', MAILBOX.office, { councils });
  for (const council of councils) {
    await answerStep(caseNumber, 'position', MAILBOX[council], { manageableWithinUnits: 'false' });
  }
  await answerStep(caseNumber, 'pprPosition', MAILBOX.ppr);
  await answerStep(caseNumber, 'decision', MAILBOX.office);
  const { mailings } = await endsAs(id, 'decided');
  const mails = mailings.flatMap((mailing) => mailing.mails);
  const told = (notice: string) =>
    mails
      .filter(({ about }) => 'notice' in about && about.notice === notice)
      .map(({ to }) => Object.values(to).join())
      .sort();
  expect(told('N-7')).toEqual(['nominator', 'nominator', 'sobOffice', 'sobOffice']);
  expect(told('N-9')).toEqual(['council-primarvard', 'council-psykisk-halsa', 'sobOffice']);
  expect(told('N-10')).toEqual([
    'council-primarvard',
    'council-psykisk-halsa',
    'headOfOperations',
    'nominator',
    'ppr',
    'sobContact',
  ]);
});
