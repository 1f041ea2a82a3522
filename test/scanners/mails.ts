import { casePk } from '../../shared/records/keys.ts';
import { submit } from '../harness/people.ts';
import { system } from '../harness/system.ts';
import { allQuiet } from './cases.ts';
import type { ScannedPage } from './scanned.ts';

/** The links of so many mails, as the mailbox has them, each with all that is kept of the cases that were nominated for it. */
export const mailedPages = async (
  wanted: number,
): Promise<{ readonly count: number; readonly pages: readonly ScannedPage[] }> => {
  const cases: { readonly id: string; readonly caseNumber: string }[] = [];
  const ours = async () => {
    const numbers = new Map(cases.map(({ caseNumber, id }) => [caseNumber, id]));
    return (await system().mailbox.mails()).flatMap(({ subject, text }) => {
      const id = numbers.get(subject.slice(0, subject.indexOf(':')));
      const links = text.match(LINK) ?? [];
      return id === undefined || links.length === 0 ? [] : [{ pk: casePk(id), links }];
    });
  };
  for (;;) {
    const mails = (await ours()).slice(0, wanted);
    if (mails.length === wanted) {
      await allQuiet(cases.map(({ id }) => id));
      const pages = mails.flatMap(({ pk, links }) =>
        links.map((link) => ({ type: 'links of mails', link, pk })),
      );
      return { count: mails.length, pages };
    }
    // Each makes some mails with links: to the office, the head of operations, the nominator.
    const more = Math.ceil((wanted - mails.length) / MAILS_OF_ONE);
    const made = [];
    for (let nth = 0; nth < more; nth += 1) made.push(await submit(2));
    cases.push(...made);
    await allQuiet(made.map(({ id }) => id));
  }
};

const MAILS_OF_ONE = 4;
const LINK = /https?:\/\/\S+\/[acmnr]\/[\w-]+/gu;
