import { describe, expect, it } from 'vitest';
import { nextListDay } from '../../shared/case/review.ts';
import type { ActName, CaseReader } from '../../shared/routine/question.ts';
import { eventually } from '../harness/eventually.ts';
import { endsWith, statesOf } from '../harness/executions.ts';
import { linkTo, pageOf } from '../harness/links.ts';
import { ANSWERS, act, answer, type Fields, linkFor, post, read, tryAct } from '../harness/people.ts';
import { asked, TODAY } from '../harness/programmes.ts';
import { endsAs, factsOf, rests, told, waitsAt } from '../harness/record.ts';
import { OLD_PROGRAMME, replied, reviewBegun, takenOver } from '../harness/reviews.ts';
import { system } from '../harness/system.ts';

/** What is done with a programme that there is, by the pages of the office, its owner and its nominator. */

const COUNCIL = 'council-psykisk-halsa';

const UNIT: Fields = { unit: 'Nya enheten', contactEmail: 'ny.enhet@example.se', unitConnectedToSob: 'true' };
const STARTED: Fields = { ...UNIT, riskAnalysisOn: TODAY, startedOn: TODAY };
const PROPOSAL: Fields = { ground: 'needChanged', proposalReason: 'Få patienter använder det.' };
const STOP: Fields = { stopReason: 'Ett avsnitt kan skada.' };

/** Tries an act, and expects it to be refused with these words. */
const isRefused = async (page: string, name: ActName, fields: Fields, words: string): Promise<void> => {
  const response = await tryAct(page, name, fields);
  expect([response.status, await response.text()]).toEqual([422, expect.stringContaining(words)]);
};

const programmeOf = async (id: string) => (await factsOf(id)).programme;

const userNamed = async (id: string, wanted: string) =>
  (await programmeOf(id))?.users.find(({ name }) => name === wanted);

const positionIsNotAsked = async (id: string): Promise<void> => {
  const open = (await factsOf(id)).questions.filter(({ status }) => status === 'open');
  expect(open.map(({ round }) => round.step)).not.toContain('inactivationPosition');
};

describe('G7: a unit', () => {
  const NOT_CONNECTED = 'inte ansluten till Stöd och behandling';
  const NO_RISK_ANALYSIS = 'inte gjort någon riskanalys';

  it('R-11, P-43: starts once it is connected and has analysed its risks; N-11: it and the office are told', async () => {
    const { id, caseNumber } = await takenOver();
    const owner = await pageOf(id, 'programmeOwner');
    await act(owner, 'addUnit', { ...UNIT, unitConnectedToSob: 'false' });
    const notStarted = await endsAs(id, 'inUse');
    expect(told(notStarted, 'N-11')).toEqual([]);
    await isRefused(owner, 'addUnit', { ...STARTED, unitConnectedToSob: 'false' }, NOT_CONNECTED);
    await isRefused(owner, 'addUnit', { ...STARTED, riskAnalysisOn: '' }, NO_RISK_ANALYSIS);
    await act(owner, 'addUnit', { ...UNIT, riskAnalysisOn: TODAY });
    await act(owner, 'addUnit', { ...STARTED, riskAnalysisOn: '' });
    expect(told(await endsAs(id, 'inUse'), 'N-11')).toEqual(['sobOffice', 'unit-3']);
    expect(await userNamed(id, 'Nya enheten')).toMatchObject({ riskAnalysisOn: TODAY, startedOn: TODAY });
    const { text } = await system().mailbox.waitForMail(
      ({ to, subject }) => to[0]?.address === UNIT.contactEmail && subject.includes(caseNumber),
    );
    expect(text).toContain('Ni är antecknade som användare');
  });

  it('starts without, where the office says why; nobody else can', async () => {
    const { id } = await takenOver();
    const lacking = {
      ...UNIT,
      unitConnectedToSob: 'false',
      startedOn: TODAY,
      overrideReason: 'Ansluts i veckan.',
    };
    await isRefused(await pageOf(id, 'programmeOwner'), 'addUnit', lacking, NOT_CONNECTED);
    const { overrideReason: _, ...without } = lacking;
    await isRefused(await pageOf(id, 'sobOffice'), 'addUnit', without, NOT_CONNECTED);
    await act(await pageOf(id, 'sobOffice'), 'addUnit', lacking);
    expect(await userNamed(id, 'Nya enheten')).toMatchObject({ startedOn: TODAY });
  });

  it('R-j1: is the first, and the programme is in use from then on', async () => {
    const { id } = await takenOver({ units: [], spread: [] });
    expect((await factsOf(id)).head.milestone).toBe('published');
    await act(await pageOf(id, 'sobOffice'), 'addUnit', STARTED);
    await endsAs(id, 'inUse');
  });
});

describe('ROUTINE.md 7.9: a medical device made in-house', () => {
  const WHY = 'Varför får';
  const REGION: Fields = { name: 'Region Annan', agreementRef: 'A 9', since: TODAY };
  const REASON: Fields = { inHouseReason: 'Juristen har godkänt det.' };

  it('is spread to another region, or used by a private unit, with a reason only', async () => {
    const { id } = await takenOver({ medicalDevice: 'inHouse' });
    const owner = await pageOf(id, 'programmeOwner');
    const isPrivate = { ...STARTED, isPrivate: 'true' };
    await isRefused(owner, 'addSpread', REGION, WHY);
    await isRefused(owner, 'addUnit', isPrivate, WHY);
    await act(owner, 'addSpread', { ...REGION, ...REASON });
    await act(owner, 'addUnit', { ...isPrivate, ...REASON });
    const ofRegion = { ...STARTED, unit: 'Regionens enhet' };
    await isRefused(owner, 'addUnit', ofRegion, 'Är enheten privat driven?');
    await act(owner, 'addUnit', { ...ofRegion, isPrivate: 'false' });
    expect((await programmeOf(id))?.users).toHaveLength(5);
  });

  it('any other programme is spread without', async () => {
    const { id } = await takenOver();
    await act(await pageOf(id, 'sobOffice'), 'addSpread', REGION);
    expect(await userNamed(id, 'Region Annan')).toMatchObject({ kind: 'spread', startedOn: TODAY });
  });
});

describe('R-j1: the end of a use', () => {
  it('is told to whoever ends it and to the office, and to nobody else; it hears no more of the programme', async () => {
    const { id } = await takenOver();
    const owner = await pageOf(id, 'programmeOwner');
    await isRefused(owner, 'endUse', { user: 'unit-1', endedOn: '2024-02-18' }, 'före starten');
    await act(owner, 'endUse', { user: 'unit-1', endedOn: TODAY, endReason: 'Enheten läggs ner.' });
    expect(told(await endsAs(id, 'inUse'), 'useEnded')).toEqual(['sobOffice', 'unit-1']);
    await isRefused(owner, 'endUse', { user: 'unit-1', endedOn: TODAY }, 'Vilken enhet');
    await act(await pageOf(id, 'sobOffice'), 'urgentStop', STOP);
    const facts = await waitsAt(id, 'inactivationPosition');
    expect(told(facts, 'urgentStop')).toEqual([COUNCIL, 'programmeOwner', 'spread-2']);
  });
});

describe('R-12: what is said of a programme', () => {
  const CORRECTION: Fields = {
    publicName: 'Bättre namn',
    programmeKind: 'support',
    publishedOn: '2024-02-13',
    medicalDevice: 'notDevice',
    responsibleCouncil: 'council-primarvard',
    programmeOwner: 'Nya ägaren',
    operationalResponsibility: 'Nya ägaren rättar fel.',
    correctionReason: 'Ansvaret har flyttat.',
  };

  it('never leaves it without a council and someone who operates it', async () => {
    const { id } = await takenOver();
    const office = await pageOf(id, 'sobOffice');
    for (const field of ['responsibleCouncil', 'operationalResponsibility'])
      expect((await tryAct(office, 'correctProgramme', { ...CORRECTION, [field]: '' })).status).toBe(422);
    expect(await programmeOf(id)).toMatchObject({
      council: COUNCIL,
      operationalResponsibility: 'Exempelmottagningen',
    });
  });

  it('is put right by the office: its new council is asked the next time, and its new owner has the page', async () => {
    const { id, caseNumber } = await takenOver();
    const before = await pageOf(id, 'programmeOwner');
    const programmeOwnerEmail = 'nya.agaren@example.se';
    await act(await pageOf(id, 'sobOffice'), 'correctProgramme', { ...CORRECTION, programmeOwnerEmail });
    expect(await programmeOf(id)).toMatchObject({
      ...{ name: 'Bättre namn', kind: 'support', publishedOn: '2024-02-13', versionOn: '2024-02-13' },
      ...{ council: 'council-primarvard', owner: 'Nya ägaren' },
    });
    expect(await read(`${system().baseUrl}/programmes/${caseNumber}`)).toContain('Bättre namn');
    const owner = await pageOf(id, 'programmeOwner');
    const late = await tryAct(before, 'proposeInactivation', PROPOSAL);
    expect([late.status, await late.text()]).toEqual([410, expect.stringContaining('Länken har ersatts')]);
    expect(await read(owner)).toContain('Bättre namn');
    const { questions } = await reviewBegun(id);
    expect(questions.find(({ round }) => round.step === 'followUp')?.body).toBe('council-primarvard');
    await linkFor(caseNumber, 'figures', programmeOwnerEmail);
  });
});

describe('R-12: a programme that changes council while that is asked', () => {
  it('is before the new one, and the old one is told that it need not answer', async () => {
    const { id } = await takenOver();
    const office = await pageOf(id, 'sobOffice');
    await act(office, 'proposeInactivation', PROPOSAL);
    await waitsAt(id, 'inactivationPosition');
    await act(office, 'correctProgramme', {
      ...{ publicName: `Bytt råd ${id}`, programmeKind: 'treatment', publishedOn: '2024-02-12' },
      ...{ medicalDevice: 'notDevice', responsibleCouncil: 'council-primarvard', programmeOwner: 'Ägaren' },
      ...{ operationalResponsibility: 'Ägaren', correctionReason: 'Ansvaret har flyttat.' },
    });
    const facts = await rests(id, 'inactivationPosition');
    expect(facts.questions.filter(({ round }) => round.step === 'inactivationPosition')).toMatchObject([
      { body: 'council-primarvard', status: 'open', linked: 1 },
      { body: COUNCIL, status: 'released' },
    ]);
    expect(told(facts, 'released')).toEqual([COUNCIL]);
    const open = facts.questions.filter(({ status }) => status === 'open');
    const link = await linkTo({ ...facts, questions: open }, 'inactivationPosition');
    await answer(link, { ...ANSWERS.inactivationPosition, position: 'keep' });
    await endsAs(id, 'inUse');
  });
});

describe('R-k4: an urgent stop', () => {
  it('breaks off a new version that is being made, and is before the council at once', async () => {
    const { id, caseNumber } = await takenOver();
    const office = await pageOf(id, 'sobOffice');
    await act(office, 'revise', { revisionReason: 'Innehållet är föråldrat.' });
    await waitsAt(id, 'productionChecklist');
    await act(office, 'urgentStop', STOP);
    await waitsAt(id, 'inactivationPosition', { attempt: 2 });
    expect(await endsWith(caseNumber, 'SUCCEEDED', 1, 'production')).toBeDefined();
    await replied(id, 'inactivationPosition', { position: 'keep' });
    expect((await endsAs(id, 'inUse')).programme).toMatchObject({ version: 1, startsStoppedOn: TODAY });
  });

  it('has a yearly follow-up that is not answered give way to the council’s position', async () => {
    const { id, caseNumber } = await takenOver();
    await reviewBegun(id);
    await waitsAt(id, 'followUp');
    await act(await pageOf(id, 'sobOffice'), 'urgentStop', STOP);
    const facts = await waitsAt(id, 'inactivationPosition');
    expect(facts.questions.find(({ round }) => round.step === 'followUp')?.status).toBe('closed');
    await replied(id, 'inactivationPosition', { position: 'keep' });
    await endsAs(id, 'inUse');
    await endsWith(caseNumber, 'SUCCEEDED', 1, 'review');
  });

  it('keeps new patients from starting until it is lifted; the council’s position follows, and all who use it are told', async () => {
    const { id } = await takenOver();
    const office = await pageOf(id, 'sobOffice');
    expect((await tryAct(await pageOf(id, 'programmeOwner'), 'urgentStop', STOP)).status).not.toBe(303);
    await isRefused(office, 'liftStop', { liftReason: 'Det var ett misstag.' }, 'inte stoppat');
    await act(office, 'urgentStop', STOP);
    const stopped = await waitsAt(id, 'inactivationPosition');
    expect(stopped.programme).toMatchObject({ startsStoppedOn: TODAY });
    expect(told(stopped, 'urgentStop')).toEqual([COUNCIL, 'programmeOwner', 'spread-2', 'unit-1']);
    await isRefused(office, 'urgentStop', { stopReason: 'Ett avsnitt till.' }, 'redan stoppat');
    await isRefused(office, 'addUnit', STARTED, 'stoppat för nya patienter');
    await isRefused(office, 'addSpread', { name: 'Region Annan', since: TODAY }, 'stoppat för nya patienter');
    await isRefused(office, 'proposeInactivation', PROPOSAL, 'redan ett förslag');
    await act(office, 'liftStop', { liftReason: 'Avsnittet är rättat.' });
    await act(office, 'addUnit', STARTED);
    expect((await programmeOf(id))?.startsStoppedOn).toBeUndefined();
    await replied(id, 'inactivationPosition', { position: 'keep' });
    const kept = await endsAs(id, 'inUse');
    expect(told(kept, 'stopLifted')).toEqual([COUNCIL, 'programmeOwner', 'spread-2', 'unit-1']);
    expect(told(kept, 'N-12')).toEqual(['nominator', 'programmeOwner', 'sobOffice']);
    expect(kept.programme?.nextReviewOn).toBe(nextListDay(TODAY));
  });
});

describe('R-k4: a proposal of inactivation', () => {
  it.each(['nominator', 'programmeOwner', 'sobOffice'] as const)(
    'is made by the %s, once, and is before the council',
    async (reader: CaseReader) => {
      const { id } = await takenOver();
      const page = await pageOf(id, reader);
      await act(page, 'proposeInactivation', PROPOSAL);
      const facts = await waitsAt(id, 'inactivationPosition');
      expect(told(facts, 'inactivationProposed')).toEqual(['sobOffice']);
      expect(facts.programme?.nextReviewOn).toBeUndefined();
      await isRefused(page, 'proposeInactivation', { ...PROPOSAL, ground: 'other' }, 'redan ett förslag');
    },
  );

  it('R-k2: during the yearly follow-up it is told to the council, whose answer to that is its position', async () => {
    const { id } = await takenOver();
    await reviewBegun(id);
    await act(await pageOf(id, 'nominator'), 'proposeInactivation', PROPOSAL);
    const facts = await rests(id, 'followUp');
    expect(facts.head.inactivationProposedOn).toBe(TODAY);
    expect(told(facts, 'inactivationProposed')).toEqual([COUNCIL, 'sobOffice']);
    await replied(id, 'followUp', { conclusion: 'keep' });
    const kept = await endsAs(id, 'inUse');
    expect(kept.head.inactivationProposedOn).toBeUndefined();
    await positionIsNotAsked(id);
  });

  it('R-k2: during the work on a new version it is before the council once that is published', async () => {
    const { id } = await takenOver();
    const office = await pageOf(id, 'sobOffice');
    await act(office, 'revise', { revisionReason: 'Innehållet är föråldrat.' });
    await waitsAt(id, 'productionChecklist');
    await act(office, 'proposeInactivation', PROPOSAL);
    await positionIsNotAsked(id);
    await versionPublished(id);
    const facts = await waitsAt(id, 'inactivationPosition', { attempt: 2 });
    expect(facts.programme?.version).toBe(2);
    expect(facts.head.inactivationProposedOn).toBeUndefined();
  });
});

/** g–j of the next version; units that were there are kept. */
const versionPublished = async (id: string): Promise<void> => {
  for (const step of ['productionChecklist', 'contentReview', 'test'] as const) await replied(id, step);
  const link = await linkTo(await asked(id, 'introduction'), 'introduction');
  const kept = Object.entries(ANSWERS.introduction).filter(([name]) => !name.startsWith('units'));
  await answer(link, Object.fromEntries(kept));
};

describe('R-j1: the next version', () => {
  it('keeps the day of the first and who uses it; P-44: they are told, and analyse their risks anew', async () => {
    const { id } = await takenOver();
    const office = await pageOf(id, 'sobOffice');
    await act(office, 'revise', { revisionReason: 'Innehållet är föråldrat.' });
    const revised = await waitsAt(id, 'productionChecklist');
    expect(told(revised, 'N-11')).toEqual([COUNCIL, 'programmeOwner']);
    await isRefused(office, 'revise', { revisionReason: 'En gång till.' }, 'pågår redan');
    await versionPublished(id);
    const facts = await endsAs(id, 'inUse');
    expect(facts.programme).toMatchObject({
      ...{ version: 2, publishedOn: '2024-02-12', versionOn: TODAY, nextReviewOn: nextListDay(TODAY) },
      users: [
        { id: 'unit-1', riskAnalysisOn: '2024-01-30', startedOn: '2024-02-19' },
        { id: 'spread-2', startedOn: '2024-05-01' },
      ],
    });
    expect(told(facts, 'N-11')).toEqual(expect.arrayContaining(['unit-1', 'spread-2']));
    const { text, subject } = await eventually(async () => {
      const mails = (await system().mailbox.mails()).filter(({ subject }) =>
        subject.includes(facts.head.number),
      );
      const mail = mails.find(
        ({ to, subject }) => to[0]?.address === OLD_PROGRAMME.unit && subject.includes('ny version'),
      );
      expect(mail).toBeDefined();
      return mail as NonNullable<typeof mail>;
    });
    expect(subject).toContain('En ny version av programmet är publicerad');
    expect(text).toMatch(/riskanalys/iu);
    const analysed = { unit: 'Exempelmottagningen', unitConnectedToSob: 'true', riskAnalysisOn: TODAY };
    await act(await pageOf(id, 'programmeOwner'), 'addUnit', analysed);
    expect(await userNamed(id, 'Exempelmottagningen')).toMatchObject({
      ...{ id: 'unit-1', riskAnalysisOn: TODAY, startedOn: '2024-02-19' },
    });
  });
});

describe('R-j1: a new version that nobody finishes', () => {
  it('is given up by the office: its questions are closed, and the programme is followed up again', async () => {
    const { id, caseNumber } = await takenOver();
    const office = await pageOf(id, 'sobOffice');
    await isRefused(office, 'endRevision', { endReason: 'Ingen hinner.' }, 'Det går inte att göra just nu');
    await act(office, 'revise', { revisionReason: 'Innehållet är föråldrat.' });
    await waitsAt(id, 'productionChecklist');
    await act(office, 'endRevision', { endReason: 'Ingen hinner.' });
    const facts = await endsAs(id, 'inUse');
    expect(facts.questions.filter(({ status }) => status === 'open')).toEqual([]);
    expect(told(facts, 'revisionEnded')).toEqual([COUNCIL, 'programmeOwner']);
    expect(facts.programme).toMatchObject({ version: 1, nextReviewOn: nextListDay(TODAY) });
    await endsWith(caseNumber, 'SUCCEEDED', 1, 'production');
    expect((await statesOf(caseNumber, 1, 'production')).at(-1)).toBe('Produktionen avbruten');
    await act(office, 'revise', { revisionReason: 'Nu finns det tid.' });
    await waitsAt(id, 'productionChecklist', { attempt: 2 });
  });
});

describe('G8: an inactivation', () => {
  it('R-k2, R-k3: waits for the council’s position; N-12: all who use it are told when it is done', async () => {
    const { id } = await takenOver();
    await act(await pageOf(id, 'programmeOwner'), 'proposeInactivation', PROPOSAL);
    await replied(id, 'inactivationPosition');
    const link = await linkTo(await waitsAt(id, 'inactivation'), 'inactivation');
    const office = await pageOf(id, 'sobOffice');
    const reopened = { reopenStep: 'inactivationPosition' };
    await act(office, 'reopen', { ...reopened, reopenReason: 'Ny kunskap har kommit.' });
    const refused = await post(link, ANSWERS.inactivation);
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Vänta på rådet')]);
    await replied(id, 'inactivationPosition', {}, 2);
    await waitsAt(id, 'inactivation', { attempt: 2 });
    await replied(id, 'inactivation', { unpublishOn: '2099-01-15' });
    const facts = await factsOf(id);
    expect(facts.programme).toMatchObject({ inactivatedOn: TODAY, startsStoppedOn: TODAY });
    const told12 = [COUNCIL, 'nominator', 'programmeOwner', 'spread-2', 'unit-1'];
    expect(told(facts, 'N-12')).toEqual(told12);
    expect(facts.head.milestone).toBe('inactivated');
    const resting = await asked(id, 'unpublishing');
    expect(resting.questions.at(-1)).toMatchObject({ restsUntil: '2099-01-15', linked: 0 });
    await isRefused(office, 'reopen', { ...reopened, reopenReason: 'Ångrat.' }, 'kan inte öppnas igen');
    expect((await tryAct(office, 'addUnit', STARTED)).status).not.toBe(303);
  });
});

describe('R-j1: the year’s figures', () => {
  it('are asked of the owner, and refused of groups under 5', async () => {
    const { id, caseNumber } = await takenOver();
    await reviewBegun(id);
    const link = await linkFor(caseNumber, 'figures', OLD_PROGRAMME.owner);
    const refused = await post(link, { ...ANSWERS.figures, patientsCompleted: '4' });
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Grupper under 5')]);
    expect((await post(link, { ...ANSWERS.figures, patientsCompleted: '5' })).status).toBe(303);
    const council = await linkTo(await rests(id, 'followUp'), 'followUp');
    expect(await read(council)).toContain('120');
    expect((await post(council, { ...ANSWERS.followUp, patientsStarted: '3' })).status).toBe(422);
  });
});
