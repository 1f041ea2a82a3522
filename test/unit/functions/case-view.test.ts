import { describe, expect, it } from 'vitest';
import { agendaView } from '../../../functions/answer/agenda-view.ts';
import { caseView } from '../../../functions/answer/case-view.ts';
import type { OpenedCase } from '../../../functions/answer/opened.ts';
import type { AnswerDeps } from '../../../functions/answer/record.ts';
import type { CaseFacts, Recipient } from '../../../shared/case/facts.ts';
import { undelivered } from '../../../shared/case/feedback.ts';
import type { Body } from '../../../shared/records/bodies.ts';
import type { Interest } from '../../../shared/records/interests.ts';
import { QUESTIONS, ROLE_NAMES } from '../../../shared/routine/routine.ts';
import { aQuestion, facts } from '../../builders/case.ts';
import { asked, inUse } from '../../builders/programme.ts';

const TODAY = '2026-12-03';

const office = { sv: 'SoB Exempel', en: 'SoB Example' };
const council = { sv: 'Råd A', en: 'Council A' };
const BODIES: readonly Body[] = [
  { id: 'sobOffice', role: 'sobOffice', name: office, mailbox: 'sob@example.se', language: 'sv' },
  {
    id: 'council-a',
    role: 'coordinationCouncil',
    name: council,
    mailbox: 'rad-a@example.se',
    language: 'sv',
  },
];

const INTEREST: Interest = {
  unit: 'Vårdcentralen Lärkan',
  need: '40 patienter om året',
  name: 'Exempel Person',
  role: 'enhetschef',
  email: 'larkan@example.se',
  at: '2026-11-30T23:30:00.000Z',
};

/** What the views read; anything else that they asked for would be a fault. */
const deps = {
  record: {
    texts: async () => ({ nomination: { workingTitle: 'Sov bättre' }, versions: [], answers: [], acts: [] }),
    minutesToDecision: async () => [],
    interests: async () => [INTEREST],
  },
  now: () => new Date(`${TODAY}T12:00:00.000Z`),
} as unknown as AnswerDeps;

const opened = (facts: CaseFacts): OpenedCase & { readonly reader: 'sobOffice' } => ({
  facts,
  bodies: BODIES,
  files: [],
  reader: 'sobOffice',
  known: {
    today: TODAY,
    facts: { nominationType: 'createNew', programmeKind: 'treatment' },
    registers: { councils: [] },
  },
});

const asking = { lang: 'sv', query: '' } as const;

describe('the mailboxes that the office was told could not be reached', () => {
  /** What the office's page says once a mail to someone has bounced. */
  const shown = async (to: Recipient, deputyAskedOn?: string) => {
    const question = aQuestion('position', 'council-a', deputyAskedOn === undefined ? {} : { deputyAskedOn });
    const before = facts({ questions: [question] });
    const { notice } = undelivered(before, { to, question: question.id }, { hasDeputy: false, today: TODAY });
    if (notice === undefined) throw new Error('The office was not told');
    const view = await caseView(deps, opened({ ...before, mailings: [notice] }), asking);
    return view.office?.undelivered;
  };

  it('a body is called by its name, and its deputy’s being asked is said', async () => {
    const to = { body: 'council-a' };
    expect(await shown(to)).toEqual([{ bodyName: council, on: TODAY }]);
    expect(await shown(to, TODAY)).toEqual([{ bodyName: council, on: TODAY, deputyAsked: true }]);
  });

  it('a deputy is told from the body, and nobody else was asked in the deputy’s place', async () => {
    expect(await shown({ body: 'council-a', deputy: true }, TODAY)).toEqual([
      { bodyName: { sv: 'ersättaren för Råd A', en: 'the deputy of Council A' }, on: TODAY },
    ]);
  });

  it.each(['nominator', 'headOfOperations', 'sobContact'] as const)(
    'someone of the nomination is called by their role: %s',
    async (contact) => {
      expect(await shown({ contact })).toEqual([{ bodyName: ROLE_NAMES[contact], on: TODAY }]);
    },
  );

  it('who nominated a merged case is called by its number', async () => {
    expect(await shown({ merged: 'N-2026-0007' })).toEqual([
      {
        bodyName: { sv: 'den som nominerade N-2026-0007', en: 'the nominator of N-2026-0007' },
        on: TODAY,
      },
    ]);
  });

  it('a unit that uses the programme is called by its name', async () => {
    const { notice } = undelivered(facts(), { to: { user: 'unit-1' } }, { hasDeputy: false, today: TODAY });
    if (notice === undefined) throw new Error('The office was not told');
    const view = await caseView(deps, opened({ ...inUse(), mailings: [notice] }), asking);
    expect(view.office?.undelivered).toEqual([
      { bodyName: { sv: 'Exempelmottagningen', en: 'Exempelmottagningen' }, on: TODAY },
    ]);
  });

  it('other notices are none of them', async () => {
    const { mails } = {
      mails: [{ id: 'm', about: { notice: 'N-3' }, to: { contact: 'nominator' } }],
    } as const;
    const view = await caseView(deps, opened(facts({ mailings: [{ id: 'm', mails, sent: {} }] })), asking);
    expect(view.office?.undelivered).toEqual([]);
  });
});

it('R-10: the office is told who wants the same, and whom to ask; nobody else is', async () => {
  const view = await caseView(deps, opened(facts()), asking);
  expect(view.office?.interests).toEqual([
    {
      unit: 'Vårdcentralen Lärkan',
      need: '40 patienter om året',
      on: '2026-12-01',
      contact: 'Exempel Person, enhetschef, larkan@example.se',
    },
  ]);
  const nominator = await caseView(deps, { ...opened(facts()), reader: 'nominator' }, asking);
  expect(JSON.stringify(nominator)).not.toContain('Lärkan');
});

it('R-k4: what was proposed over the API is nobody’s of the case', async () => {
  const by = async (who: string) => {
    const act = { seq: 9, act: 'proposeInactivation', at: `${TODAY}T08:00:00.000Z`, by: who, answers: {} };
    const texts = { nomination: {}, versions: [], answers: [], acts: [act] };
    const record = { ...deps.record, texts: async () => texts };
    const view = await caseView({ ...deps, record } as unknown as AnswerDeps, opened(inUse()), asking);
    return view.course.flatMap((it) => ('act' in it ? [it.by] : []));
  };
  expect(await by('')).toEqual([{ sv: 'Via API', en: 'Through the API' }]);
  expect(await by('sobOffice')).toEqual([office]);
});

it('R-09: an agenda tells the age of each case beside how long its question has waited', async () => {
  const asked = aQuestion('position', 'council-a', { openedAt: '2026-11-30T08:00:00.000Z' });
  const waiting = {
    ...opened(facts({ head: { submittedAt: '2026-11-20T23:30:00.000Z' }, questions: [asked] })),
    asked,
    question: QUESTIONS.position,
  };
  const { items } = await agendaView(deps, BODIES[1] as Body, [waiting], asking);
  // Half past midnight of the 21st in Sweden.
  expect(items).toMatchObject([{ caseDays: 12, days: 3, workingTitle: 'Sov bättre' }]);
});

it('an agenda names a programme as it is called, and when it was published', async () => {
  const question = aQuestion('followUp', 'council-a');
  const waiting = {
    ...opened(inUse({}, { questions: [question] })),
    asked: question,
    question: QUESTIONS.followUp,
  };
  const { items } = await agendaView(deps, BODIES[1] as Body, [waiting], asking);
  expect(items).toMatchObject([{ workingTitle: 'Sov bättre', publishedOn: '2026-09-15' }]);
});

it('P-06: what a confidential assignment says stands nowhere on the page of somebody outside the project', async () => {
  const assignment = asked('projectAssignment', 'nominator', { outcome: 'started' });
  const approval = asked('assignmentApproval', 'projectOwner', { outcome: 'approved' });
  const secret = 'Hemligt mål';
  const answered = (questionId: string, answers: object) => ({
    ...{ questionId, answeredAt: '2026-12-01T09:00:00.000Z', answers },
  });
  const texts = {
    ...{ nomination: {}, versions: [] },
    answers: [
      answered(assignment.id, { projectOutcome: 'started', documentStatus: 'confidential', goal: secret }),
      answered(approval.id, { approved: true, comment: secret }),
    ],
    acts: [
      {
        ...{ seq: 4, act: 'reportDeviation', at: '2026-12-01T09:00:00.000Z', by: 'projectManager' },
        answers: { what: secret },
      },
    ],
  };
  const record = { ...deps.record, texts: async () => texts };
  const page = async (reader: 'projectOwner' | 'programmeOwner') =>
    JSON.stringify(
      await caseView(
        { ...deps, record } as unknown as AnswerDeps,
        { ...opened(inUse({}, { questions: [assignment, approval] })), reader },
        asking,
      ),
    );
  expect((await page('projectOwner')).split(secret)).toHaveLength(6);
  expect(await page('programmeOwner')).not.toContain(secret);
  expect(await page('programmeOwner')).toContain('confidential');
});

it('of questions that come each year, the office’s page leads to the newest and to all that are open', async () => {
  const answered = (nth: number) => asked('followUp', 'council-a', { outcome: 'keep' }, nth);
  const decisions = [1, 2].map((nth) => asked('deviationApproval', 'projectOwner', undefined, nth));
  const given = inUse({}, { questions: [answered(1), answered(2), ...decisions] });
  const view = await caseView(deps, opened(given), asking);
  expect(view.office?.questions.map(({ href }) => decodeURIComponent(href ?? ''))).toEqual([
    '?question=review/followUp/2/council-a',
    ...decisions.map(({ id }) => `?question=${id}`),
  ]);
});

it('how long cases take to their decision is told only until then', async () => {
  const record = { ...deps.record, minutesToDecision: async () => [1, 2, 3, 4, 5] };
  const forecast = async (given: CaseFacts) =>
    (await caseView({ ...deps, record } as AnswerDeps, opened(given), asking)).forecast;
  expect(await forecast(facts())).toBeDefined();
  expect(await forecast(facts({ head: { phase: 'production' } }))).toBeUndefined();
});
