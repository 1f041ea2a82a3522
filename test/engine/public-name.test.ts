import { expect, it } from 'vitest';
import { ANSWERS, type Fields, linkFor, MAILBOX, post } from '../harness/people.ts';
import { answered, asked, PROJECT_MAILBOX, producing, published } from '../harness/programmes.ts';
import { endsAs, factsOf } from '../harness/record.ts';

const isRefused = async (link: string, fields: Fields): Promise<void> => {
  const response = await post(link, fields);
  expect([response.status, await response.text()]).toEqual([
    422,
    expect.stringContaining('Ett annat program heter redan'),
  ]);
};

it('form g: a programme is not called what another in the register is, neither in g nor in j', async () => {
  const name = String((await published()).facts.programme?.name);
  const reached = await producing();
  const { id, caseNumber } = reached;
  const g = await linkFor(caseNumber, 'productionChecklist', PROJECT_MAILBOX.manager);
  await isRefused(g, { ...ANSWERS.productionChecklist, publicName: ` ${name.toUpperCase()} ` });
  for (const step of ['productionChecklist', 'contentReview', 'test'] as const) await answered(reached, step);
  await asked(id, 'introduction');
  const j = await linkFor(caseNumber, 'introduction', MAILBOX.office);
  await isRefused(j, { ...ANSWERS.introduction, publicName: name });
  expect((await factsOf(id)).programme).toBeUndefined();
  expect((await post(j, ANSWERS.introduction)).status).toBe(303);
  expect((await endsAs(id, 'inUse')).programme?.name).not.toBe(name);
});
