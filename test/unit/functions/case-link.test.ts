import { expect, it } from 'vitest';
import { openCasePage, questionIn } from '../../../functions/answer/opened.ts';
import type { AnswerDeps } from '../../../functions/answer/record.ts';
import { SOB_OFFICE } from '../../../shared/case/rounds.ts';
import { caseSubject, linkDigest, linkSecret } from '../../../shared/links/links.ts';
import { mailboxSince, type StoredBody } from '../../../shared/records/bodies.ts';
import type { CaseReader } from '../../../shared/routine/question.ts';
import { aQuestion, facts, NOW } from '../../builders/case.ts';

const RING = { current: 'k1', keys: { k1: 'key' } };

const office: StoredBody = {
  id: SOB_OFFICE,
  role: 'sobOffice',
  name: { sv: 'SoB-förvaltningen', en: 'The SoB office' },
  mailbox: 'sob@example.se',
  language: 'sv',
  version: 1,
};

/** What the first link to a reader's page leads to, in a case with this head, now that the office is as given. */
const opened = async (reader: CaseReader, head: Parameters<typeof facts>[0], now = office) => {
  const secret = linkSecret(RING, 'k1', caseSubject('case-1', reader, 1));
  const target = {
    ...{ caseId: 'case-1', reader, linkVersion: 1 },
    ...(reader === 'sobOffice' && { since: mailboxSince(office) }),
  };
  const links = new Map([[linkDigest(secret), target]]);
  const record = {
    link: async (digest: string) => links.get(digest),
    bodies: async () => [now],
    files: async () => [],
    facts: async () => facts(head),
  };
  return openCasePage({ record, now: () => NOW } as unknown as AnswerDeps, secret);
};

it('a link to a page of the case opens it for its reader', async () => {
  expect(await opened('nominator', {})).toMatchObject({ reader: 'nominator' });
  expect(await opened('sobOffice', {})).toMatchObject({ reader: 'sobOffice' });
});

it('ROUTINE.md section 0 no. 12: the office’s ends with the mailbox that it was sent to, also in a case that has ended', async () => {
  const moved = { ...office, movedAt: '2026-12-01T09:01:00.000Z' };
  expect(await opened('sobOffice', { head: { phaseWanted: false } }, moved)).toMatchObject({
    replaced: { to: { body: SOB_OFFICE } },
  });
  expect(await opened('nominator', {}, moved)).toMatchObject({ reader: 'nominator' });
});

it('ROUTINE.md section 0 no. 12: the nominator’s ends when another has taken over', async () => {
  const caseLinks = { nominator: { version: 2, linked: 1 }, sobOffice: { version: 1, linked: 1 } };
  expect(await opened('nominator', { head: { caseLinks } })).toMatchObject({
    replaced: { to: { contact: 'nominator' } },
  });
});

it('ROUTINE.md section 0 no. 12, P-28: a project’s owner and manager and a programme’s owner have a page until another takes over', async () => {
  const links = (version: number) => ({
    nominator: { version: 1, linked: 1 },
    sobOffice: { version: 1, linked: 1 },
    projectOwner: { version, linked: 1 },
    projectManager: { version, linked: 1 },
    programmeOwner: { version, linked: 1 },
  });
  for (const reader of ['projectOwner', 'projectManager', 'programmeOwner'] as const) {
    expect(await opened(reader, { head: { caseLinks: links(1) } })).toMatchObject({ reader });
    expect(await opened(reader, { head: { caseLinks: links(2) } })).toMatchObject({
      replaced: { to: { contact: reader } },
    });
  }
});

it('of the questions of a case, whoever has a page answers their own', async () => {
  const mine = aQuestion('productionChecklist', 'projectManager');
  const theirs = aQuestion('assignmentApproval', 'projectOwner');
  const caseLinks = {
    nominator: { version: 1, linked: 1 },
    sobOffice: { version: 1, linked: 1 },
    projectManager: { version: 1, linked: 1 },
  };
  const page = await opened('projectManager', { head: { caseLinks }, questions: [mine, theirs] });
  if (page === undefined || 'replaced' in page) throw new Error('The page does not open');
  expect(questionIn(page, mine.id, NOW)).toMatchObject({ asked: { id: mine.id } });
  expect(questionIn(page, theirs.id, NOW)).toBeUndefined();
});

it('nobody is waited for in a case that has ended, even where a question was opened as it did', async () => {
  const questions = [aQuestion('decision', SOB_OFFICE)];
  const page = await opened('sobOffice', { head: { phaseWanted: false, milestone: 'withdrawn' }, questions });
  expect(page?.facts.questions).toMatchObject([{ status: 'closed' }]);
});
