import { withQuery } from '../../local/people.ts';
import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import { linkDigest } from '../../shared/links/links.ts';
import { SEEN } from '../../shared/pages/pages.ts';
import { mailboxSince, readBody } from '../../shared/records/bodies.ts';
import { casePk, keys, REPORTS } from '../../shared/records/keys.ts';
import { putLink } from '../../shared/records/questions.ts';
import type { CaseReader } from '../../shared/routine/question.ts';
import { draftIdOf, sendDraft, wholeDraft } from '../harness/drafts.ts';
import { aGuess } from '../harness/everybody.ts';
import { pageOf } from '../harness/links.ts';
import { post, read, SIGNED, tryAct } from '../harness/people.ts';
import { factsOf, store } from '../harness/record.ts';
import { system } from '../harness/system.ts';
import { waitingCases } from './cases.ts';
import { inTurn, type Making, type ScannedPage, statusOf, times } from './scanned.ts';

const WITHDRAWN = { withdrawReason: 'Vi har ordnat det på annat sätt.' };

/** The pages of a case, a programme under way that others may want, and a link that a newer one has replaced. */
export const ofCases: Making = async (n) => {
  const cases = await waitingCases(times(4 * n, 'screening'));
  const readers: readonly (readonly [string, CaseReader])[] = [
    ['page of the case, for the nominator', 'nominator'],
    ['page of the case, for the office', 'sobOffice'],
  ];
  const pages = readers.flatMap(([type, reader], at) =>
    cases.slice(at * n, (at + 1) * n).map(async ({ id }): Promise<ScannedPage> => {
      const link = await pageOf(id, reader);
      return { type, link, pk: casePk(id), answer: () => statusOf(tryAct(link, 'withdraw', WITHDRAWN)) };
    }),
  );
  const acts = cases.slice(2 * n, 3 * n).map(async ({ id }): Promise<ScannedPage> => {
    const link = await pageOf(id, 'nominator');
    const amending = withQuery(link, { act: 'amend' });
    return { type: 'form of an act, filled in from before', link: amending, pk: casePk(id) };
  });
  const wanted = cases.slice(2 * n, 3 * n).map(({ id, number }) => wantedToo(id, number));
  const replaced = cases.slice(3 * n).map(({ id }) => replacedLink(id));
  return [...(await Promise.all([...pages, ...acts, ...replaced])), ...wanted];
};

const wantedToo = (id: string, number: string): ScannedPage => {
  const link = `${system().baseUrl}/programmes/${number}/interest`;
  const fields = {
    unit: 'Exempelmottagningen',
    need: 'Ungefär tio om året.',
    email: 'enhet@example.se',
    ...SIGNED,
  };
  return { type: 'we want it too', link, pk: casePk(id), answer: () => statusOf(post(link, fields)) };
};

const replacedLink = async (caseId: string): Promise<ScannedPage> => {
  const asked = (await factsOf(caseId)).questions.find(({ round }) => round.step === 'screening');
  if (asked === undefined) throw new Error('Nobody is asked');
  const secret = aGuess();
  const target = { caseId, questionId: asked.id, linkVersion: asked.linkVersion - 1 };
  await putLink(store(), String(linkDigest(secret)), target);
  return { type: 'a link that was replaced', link: `${system().baseUrl}/a/${secret}`, pk: casePk(caseId) };
};

/** Nominations that could be sent as they are: where they stand, one of their parts, and all to read through and send. */
export const ofDrafts: Making = async (n) => {
  const drafts = await inTurn(times(n, 2 as const), async (sample) => {
    const link = await wholeDraft(sample);
    return { link, pk: keys.draft(await draftIdOf(link)).pk };
  });
  const answered = (link: string) => () => statusOf(sendDraft(link));
  return drafts.flatMap(({ link, pk }) => [
    { type: 'nomination being written', link, pk },
    { type: 'nomination being written, a part', link: withQuery(link, { part: 'B' }), pk },
    {
      type: 'nomination being written, to send',
      link: withQuery(link, { part: 'review' }),
      pk,
      answer: answered(link),
    },
  ]);
};

/** A year that no other test asks for. */
const REPORTED = 2021;

export const ofReports: Making = async (n) => {
  const office = await readBody(store(), SOB_OFFICE);
  if (office === undefined) throw new Error('There is no office');
  return inTurn(times(n, { report: REPORTED, since: mailboxSince(office) }), async (target) => {
    const secret = aGuess();
    await putLink(store(), String(linkDigest(secret)), target);
    const link = `${system().baseUrl}/r/${secret}`;
    return { type: 'report to approve', link, pk: REPORTS, answer: () => approve(link) };
  });
};

const approve = async (link: string): Promise<number> => {
  const [, seen = ''] = new RegExp(`name="${SEEN}" value="([^"]+)"`, 'u').exec(await read(link)) ?? [];
  return statusOf(post(link, { ...SIGNED, [SEEN]: seen, reason: 'Ett program saknades.' }));
};
