import { describe, expect, it } from 'vitest';
import { endsWith, statesOf } from '../harness/executions.ts';
import { whilePaused } from '../harness/functions.ts';
import {
  ANSWERS,
  act,
  answer,
  answerStep,
  type Fields,
  linkFor,
  MAILBOX,
  post,
  questionOn,
  type Reached,
  reach,
  read,
} from '../harness/people.ts';
import { answered, asked, decided, PROJECT_MAILBOX, producing, published } from '../harness/programmes.ts';
import { endsAs, factsOf, told, waitsAt } from '../harness/record.ts';

/** j) The programme is published, through gate G6; and what is decided that is not to be made. */

const J = 'introduction';
const EARLY: Fields = { ...ANSWERS[J], overrideReason: 'Programmet behövs före sommaren.' };

/** j as the office opens it from the page of the case. */
const introduction = ({ office }: Pick<Reached, 'office'>): string => questionOn(office, J, 'sobOffice');

const refused = async (link: string, fields: Fields, ...says: readonly string[]): Promise<void> => {
  const response = await post(link, fields);
  const text = await response.text();
  expect(response.status).toBe(422);
  for (const said of says) expect(text).toContain(said);
};

const UNCHECKED = 'Tillgängligheten är inte kontrollerad';
const UNREVIEWED = 'Granskning och test är inte klara';

const statesIn = (caseNumber: string) => statesOf(caseNumber, 2, 'production');

describe('G6', () => {
  it('R-g1, R-g3, R-h1, R-i1: before g, h and i are done a programme is published only with a reason; whoever was asked is told', async () => {
    const reached = await producing();
    const { id, caseNumber, office } = reached;
    expect(await read(office)).toContain(UNREVIEWED);
    await refused(
      introduction(reached),
      ANSWERS[J],
      UNCHECKED,
      'inte avgjort om programmet är en medicinteknisk produkt',
      UNREVIEWED,
    );
    await answer(introduction(reached), EARLY);
    const facts = await endsAs(id, 'inUse');
    const left = facts.questions.filter(({ status }) => status === 'closed').map(({ round }) => round.step);
    expect(left.sort()).toEqual(['contentReview', 'productionChecklist', 'test']);
    expect(told(facts, 'released')).toEqual(['projectManager']);
    expect(await read(await linkFor(caseNumber, 'test', PROJECT_MAILBOX.manager))).toContain(
      'Ärendet gick vidare',
    );
    await endsWith(caseNumber, 'SUCCEEDED', 2, 'production');
    expect((await statesIn(caseNumber)).slice(-5)).toEqual([
      'g–i) Produktion, granskning och test',
      'g–i) Färdigt och godkänt?',
      'j) SoB-förvaltningen: införande och publicering',
      'j) Publicerat?',
      'Publicerat',
    ]);
  });

  it('R-12: nothing is published without a council that answers for it, whatever the reason', async () => {
    const reached = await producing();
    for (const responsibleCouncil of ['', 'council-okant'])
      await refused(introduction(reached), { ...EARLY, responsibleCouncil });
    expect((await factsOf(reached.id)).programme).toBeUndefined();
  });

  it('nothing is published before there is a project', async () => {
    const reached = await decided();
    const { version } = (await factsOf(reached.id)).head;
    expect((await post(introduction(reached), EARLY)).status).not.toBe(303);
    expect((await factsOf(reached.id)).head.version).toBe(version);
  });

  it('R-g3: accessibility that is not good enough takes a reason', async () => {
    const reached = await producing();
    await answered(reached, 'productionChecklist', {
      'accessibility.value': 'notOk',
      'accessibility.comment': 'Kontrasten räcker inte.',
    });
    for (const step of ['contentReview', 'test'] as const) await answered(reached, step);
    await asked(reached.id, J);
    const link = await linkFor(reached.caseNumber, J, MAILBOX.office);
    await refused(link, ANSWERS[J], UNCHECKED);
    await answer(link, EARLY);
    await endsAs(reached.id, 'inUse');
  });

  it('R-g2: a checklist that is to be gone through again takes a reason', async () => {
    const reached = await producing();
    for (const step of ['productionChecklist', 'contentReview', 'test'] as const)
      await answered(reached, step);
    await asked(reached.id, J);
    const reopening = { reopenStep: 'productionChecklist', reopenReason: 'Texten är ändrad.' };
    await act(reached.office, 'reopen', reopening);
    await asked(reached.id, 'productionChecklist', 2);
    await refused(introduction(reached), ANSWERS[J], UNCHECKED);
    await answer(introduction(reached), EARLY);
    await endsAs(reached.id, 'inUse');
  });

  it('P-50: the project ends with a handover that the receiver has accepted', async () => {
    const reached = await producing();
    for (const part of ['receiver', 'content', 'acceptedBy', 'acceptedOn'])
      await refused(introduction(reached), { ...EARLY, [`handover.${part}`]: '' });
    await answer(introduction(reached), EARLY);
    await endsAs(reached.id, 'inUse');
  });
});

it('R-j1, N-11: that it is published is told to the councils, the units, the owner and the nominator', async () => {
  const facts = (await published()).facts;
  expect(told(facts, 'N-11')).toEqual(
    expect.arrayContaining([
      ...['council-psykisk-halsa', 'headOfOperations', 'nominator', 'programmeOwner', 'unit-1'],
    ]),
  );
});

describe('R-e1: what is decided', () => {
  it('to purchase: f needs no group that makes it, and goes on as any project', async () => {
    const { facts, caseNumber } = await published({
      decision: { decision: 'purchase', procurementRoute: 'procurement' },
      projectAssignment: {
        'projectMembers[0].responsibility': ['projectManager'],
        'projectMembers[1].responsibility': ['other'],
        procurementRef: 'Upphandling 2026-17',
      },
    });
    expect(facts.programme?.origin).toBe('purchase');
    await endsWith(caseNumber, 'SUCCEEDED', 2, 'production');
  });

  it('to collaborate: f names the regions and who leads, and goes on as any project', async () => {
    const reached = await decided({ decision: { decision: 'collaborate', reviewOn: '2099-01-15' } });
    const link = await linkFor(
      reached.caseNumber,
      'projectAssignment',
      reached.facts.head.contacts.nominator,
    );
    await refused(link, { ...ANSWERS.projectAssignment, leadRegion: '' }, 'Vilken region leder arbetet?');
    await answer(link, ANSWERS.projectAssignment);
    await asked(reached.id, 'assignmentApproval');
    const { facts } = await published({ decision: { decision: 'collaborate', reviewOn: '2099-01-15' } });
    expect(facts.programme?.origin).toBe('collaborate');
  });

  it('R-b6: to use a programme that is available at once ends the case', async () => {
    const { id, caseNumber } = await reach('decision', { position: { manageableWithinUnits: 'true' } });
    const using = { decision: 'useExisting', accessRoute: 'alreadyAvailable' };
    await answerStep(caseNumber, 'decision', MAILBOX.office, using);
    const { head, questions } = await endsAs(id, 'decided');
    expect(head.phase).toBe('nomination');
    expect(questions.filter(({ round }) => round.phase === 'production')).toEqual([]);
  });

  it.each(['agreement', 'procurement'])(
    'R-b5, R-f4: to use a programme that takes an %s: f, with nobody to approve it, then j',
    async (accessRoute) => {
      const nobody = { projectOwnerEmail: '', projectManagerEmail: '' };
      const reached = await decided({ decision: { decision: 'useExisting', accessRoute } });
      const { id, caseNumber, facts } = reached;
      await answerStep(caseNumber, 'projectAssignment', facts.head.contacts.nominator, {
        ...nobody,
        agreementsNeeded: 'true',
        'agreements[0].kind': 'supplier',
        'agreements[0].status': 'signed',
      });
      await waitsAt(id, J, { attempt: 2 });
      await answered(reached, J);
      const { programme, questions } = await endsAs(id, 'inUse');
      expect(programme).toMatchObject({ origin: 'useExisting', medicalDevice: 'notDevice' });
      expect(questions.map(({ round }) => round.step)).not.toContain('productionChecklist');
      expect(await statesIn(caseNumber)).toEqual([
        'Vad börjar produktionen med?',
        'f) Nominerande verksamhet: projektuppdrag',
        'f) Kan projektet starta?',
        'j) SoB-förvaltningen: införande och publicering',
        'j) Publicerat?',
        'Publicerat',
      ]);
    },
  );
});

describe('ROUTINE.md 3.1 no. 4: a decision that is reopened', () => {
  const REOPENING = { reopenStep: 'decision', reopenReason: 'Kostnaden har ändrats.' };

  it.each(['productionChecklist', J] as const)(
    'ends the production that waits at %s; whoever was asked is told, and what is decided next begins anew',
    async (step) => {
      const reached = await producing();
      const { id, caseNumber, office } = reached;
      if (step === J) {
        for (const before of ['productionChecklist', 'contentReview', 'test'] as const)
          await answered(reached, before);
      }
      await waitsAt(id, step, { attempt: 2 });
      await act(office, 'reopen', REOPENING);
      const open = await waitsAt(id, 'decision', { attempt: 3 });
      expect(open.questions.filter(({ status }) => status === 'open')).toHaveLength(1);
      expect(told(open, 'released')).toEqual(step === J ? [] : ['projectManager']);
      await endsWith(caseNumber, 'SUCCEEDED', 2, 'production');
      expect((await statesIn(caseNumber)).at(-1)).toBe('Produktionen avbruten');
      await answerStep(caseNumber, 'decision', MAILBOX.office, {}, 2);
      await asked(id, 'projectAssignment', 2);
    },
  );

  it('and is withdrawn before anybody has looked: the production ends, and nothing is asked', async () => {
    const { id, caseNumber, office, nominator } = await producing();
    await waitsAt(id, 'productionChecklist', { attempt: 2 });
    await whilePaused('MachinesDrive', async () => {
      await act(office, 'reopen', REOPENING);
      await act(nominator, 'withdraw', { withdrawReason: 'Verksamheten läggs ner.' });
    });
    const { questions } = await endsAs(id, 'withdrawn');
    expect(questions.filter(({ status }) => status === 'open')).toEqual([]);
    await endsWith(caseNumber, 'SUCCEEDED', 2, 'production');
    expect((await statesIn(caseNumber)).at(-1)).toBe('Produktionen avbruten');
  });

  it('is not reopened once the programme is there', async () => {
    const { id, office } = await published();
    const { attempt } = (await factsOf(id)).head;
    const response = await post(`${office}?act=reopen`, {
      ...REOPENING,
      answeredByName: 'X',
      answeredByRole: 'Y',
    });
    expect(response.status).not.toBe(303);
    expect((await factsOf(id)).head.attempt).toBe(attempt);
  });
});
