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
import {
  answered,
  asked,
  bothApprove,
  decided,
  PROJECT_MAILBOX,
  producing,
  publish,
  published,
  startProject,
} from '../harness/programmes.ts';
import { endsAs, factsOf, told, waitsAt } from '../harness/record.ts';

/** j) The programme is published, through gate G6; and what becomes of the other decisions. */

const J = 'introduction';
const EARLY: Fields = { ...ANSWERS[J], overrideReason: 'Programmet behövs före sommaren.' };
const BESIDE = ['contentReview', 'test'] as const;

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
    const reached = await decided();
    const { id, caseNumber, office } = reached;
    const { version } = reached.facts.head;
    expect((await post(introduction(reached), EARLY)).status).not.toBe(303);
    expect((await factsOf(id)).head.version).toBe(version);
    await startProject(reached);
    await asked(id, 'test');
    expect(await read(office)).toContain(UNREVIEWED);
    const undecided = 'inte avgjort om programmet är en medicinteknisk produkt';
    await refused(introduction(reached), ANSWERS[J], UNCHECKED, undecided, UNREVIEWED);
    const mailed = await linkFor(caseNumber, 'test', PROJECT_MAILBOX.manager);
    await answer(introduction(reached), EARLY);
    const facts = await endsAs(id, 'inUse');
    const ended = facts.questions.filter(({ round }) =>
      ['productionChecklist', ...BESIDE].includes(round.step),
    );
    expect(ended.map(({ status }) => status)).toEqual(['closed', 'closed', 'closed']);
    expect(told(facts, 'released')).toEqual(['projectManager']);
    expect(await read(mailed)).toContain('Ärendet gick vidare');
    await endsWith(caseNumber, 'SUCCEEDED', 2, 'production');
    expect((await statesIn(caseNumber)).slice(-5)).toEqual([
      'g–i) Produktion, granskning och test',
      'g–i) Färdigt och godkänt?',
      'j) SoB-förvaltningen: införande och publicering',
      'j) Publicerat?',
      'Publicerat',
    ]);
  });

  it('R-12, P-50: never without a responsible council, nor a handover that is accepted, whatever the reason', async () => {
    const reached = await producing();
    const lacking = [
      'responsibleCouncil',
      ...['receiver', 'content', 'acceptedBy', 'acceptedOn'].map((it) => `handover.${it}`),
    ];
    for (const field of lacking) await refused(introduction(reached), { ...EARLY, [field]: '' });
    await refused(introduction(reached), { ...EARLY, responsibleCouncil: 'council-okant' });
    expect((await factsOf(reached.id)).programme).toBeUndefined();
  });

  it('R-g2, R-g3: accessibility that is not good enough is refused, also while it is mended, until it is', async () => {
    const reached = await producing();
    const { id, caseNumber, office } = reached;
    await answered(reached, 'productionChecklist', {
      'accessibility.value': 'notOk',
      'accessibility.comment': 'Kontrasten räcker inte.',
    });
    for (const step of BESIDE) await answered(reached, step);
    await asked(id, J);
    const link = await linkFor(caseNumber, J, MAILBOX.office);
    await refused(link, ANSWERS[J], UNCHECKED);
    const reopen = (reopenReason: string) =>
      act(office, 'reopen', { reopenStep: 'productionChecklist', reopenReason });
    await reopen('Kontrasten ska bli bättre.');
    await answered(reached, 'productionChecklist', {}, 2);
    await waitsAt(id, J, { attempt: 3 });
    await reopen('Texten är ändrad.');
    await asked(id, 'productionChecklist', 3);
    await refused(link, ANSWERS[J], UNCHECKED);
    await answered(reached, 'productionChecklist', {}, 3);
    await waitsAt(id, J, { attempt: 4 });
    await answer(link, ANSWERS[J]);
    await endsAs(id, 'inUse');
  });
});

describe('R-e1: what is decided', () => {
  it('to purchase: f needs no group that makes it, and goes on as any project', async () => {
    const { facts } = await published({
      decision: { decision: 'purchase', procurementRoute: 'procurement' },
      projectAssignment: {
        'projectMembers[0].responsibility': ['projectManager'],
        'projectMembers[1].responsibility': ['other'],
        procurementRef: 'Upphandling 2026-17',
      },
    });
    expect(facts.programme?.origin).toBe('purchase');
  });

  it('to collaborate: f names the regions and who leads, and goes on as any project', async () => {
    const reached = await decided({ decision: { decision: 'collaborate', reviewOn: '2099-01-15' } });
    const { caseNumber, facts } = reached;
    const link = await linkFor(caseNumber, 'projectAssignment', facts.head.contacts.nominator);
    await refused(link, { ...ANSWERS.projectAssignment, leadRegion: '' }, 'Vilken region leder arbetet?');
    await answer(link, ANSWERS.projectAssignment);
    await bothApprove(caseNumber);
    expect((await publish(reached)).facts.programme?.origin).toBe('collaborate');
  });

  it('R-b6: to use a programme that is available at once ends the case', async () => {
    const { id, caseNumber } = await reach('decision', { position: { manageableWithinUnits: 'true' } });
    const using = { decision: 'useExisting', accessRoute: 'alreadyAvailable' };
    await answerStep(caseNumber, 'decision', MAILBOX.office, using);
    const { head, questions } = await endsAs(id, 'decided');
    expect(head.phase).toBe('nomination');
    expect(questions.filter(({ round }) => round.phase === 'production')).toEqual([]);
  });

  it('R-b5, R-f4: to use a programme that takes an agreement: f, with nobody to approve it, then j', async () => {
    const reached = await decided({ decision: { decision: 'useExisting', accessRoute: 'agreement' } });
    const { id, caseNumber, facts } = reached;
    await answerStep(caseNumber, 'projectAssignment', facts.head.contacts.nominator, {
      projectOwnerEmail: '',
      projectManagerEmail: '',
      agreementsNeeded: 'true',
      'agreements[0].kind': 'supplier',
      'agreements[0].status': 'signed',
    });
    await waitsAt(id, J, { attempt: 2 });
    await answered(reached, J);
    const { programme, questions } = await endsAs(id, 'inUse');
    expect(programme).toMatchObject({ origin: 'useExisting', medicalDevice: 'notDevice' });
    expect(questions.map(({ round }) => round.step)).not.toContain('productionChecklist');
    await endsWith(caseNumber, 'SUCCEEDED', 2, 'production');
    expect(await statesIn(caseNumber)).toEqual([
      'Vad börjar produktionen med?',
      'f) Nominerande verksamhet: projektuppdrag',
      'f) Kan projektet starta?',
      'j) SoB-förvaltningen: införande och publicering',
      'j) Publicerat?',
      'Publicerat',
    ]);
  });
});

describe('ROUTINE.md 3.1 no. 4: a decision that is reopened', () => {
  const REOPENING = { reopenStep: 'decision', reopenReason: 'Kostnaden har ändrats.' };

  const brokenOff = async (caseNumber: string): Promise<void> => {
    await endsWith(caseNumber, 'SUCCEEDED', 2, 'production');
    expect((await statesIn(caseNumber)).at(-1)).toBe('Produktionen avbruten');
  };

  it('ends the production; whoever was asked is told, and what is decided next begins anew', async () => {
    const { id, caseNumber, office } = await producing();
    await act(office, 'reopen', REOPENING);
    const open = await waitsAt(id, 'decision', { attempt: 3 });
    expect(open.questions.filter(({ status }) => status === 'open')).toHaveLength(1);
    expect(told(open, 'released')).toEqual(['projectManager']);
    await brokenOff(caseNumber);
    await answerStep(caseNumber, 'decision', MAILBOX.office, {}, 2);
    await asked(id, 'projectAssignment', 2);
  });

  it('while the programme waits to be published, and is withdrawn before anybody has looked: nothing is asked', async () => {
    const reached = await producing();
    const { id, caseNumber, office, nominator } = reached;
    for (const step of ['productionChecklist', ...BESIDE] as const) await answered(reached, step);
    await waitsAt(id, J, { attempt: 2 });
    await whilePaused('MachinesDrive', async () => {
      await act(office, 'reopen', REOPENING);
      await act(nominator, 'withdraw', { withdrawReason: 'Verksamheten läggs ner.' });
    });
    const { questions } = await endsAs(id, 'withdrawn');
    expect(questions.filter(({ status }) => status === 'open')).toEqual([]);
    await brokenOff(caseNumber);
  });
});
