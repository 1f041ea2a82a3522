import { describe, expect, it } from 'vitest';
import { readTexts } from '../../shared/records/cases.ts';
import type { MachineStep } from '../../shared/routine/question.ts';
import { sample } from '../builders/samples.ts';
import {
  ANSWERS,
  act,
  agenda,
  answer,
  answerStep,
  CONFIRMED,
  casePage,
  filledIn,
  linkFor,
  MAILBOX,
  post,
  questionOn,
  type Reached,
  reach,
  read,
  submit,
  tryAct,
} from '../harness/people.ts';
import { endsAs, factsOf, rests, store, told, waitsAt } from '../harness/record.ts';
import { system } from '../harness/system.ts';

/** What people do beside answering, by the links in their mails. */

const NOMINATOR = 'ortopedmottagningen@example.se';
const COUNCIL = MAILBOX['council-psykisk-halsa'];
const MAILBOX_AT = { screening: MAILBOX.office, position: COUNCIL, pprPosition: MAILBOX.ppr } as const;
const BODY_AT = { screening: 'sobOffice', position: 'council-psykisk-halsa', pprPosition: 'ppr' } as const;
const TODAY = new Date().toISOString().slice(0, 10);

const questionAt = async ({ id }: Pick<Reached, 'id'>, step: MachineStep, nth = 1) => {
  const { questions } = await factsOf(id);
  const found = questions.find(({ round }) => round.step === step && round.nth === nth);
  if (found === undefined) throw new Error(`No question ${step}/${nth}`);
  return found;
};

describe('N-5: a supplement', () => {
  it.each(['screening', 'position', 'pprPosition'] as const)(
    'is asked for at %s, whose question waits until the next version of the nomination has come',
    async (step) => {
      const { id, caseNumber } = await reach(step);
      const link = await linkFor(caseNumber, step, MAILBOX_AT[step]);
      await act(link, 'requestSupplement', { supplementNeeded: 'Vem tar emot programmet i regionen?' });
      const supplement = await linkFor(caseNumber, 'supplement', NOMINATOR);
      const waiting = await questionAt({ id }, step);
      expect(waiting.waits).toMatchObject([{ for: 'nomination/supplement/1/nominator' }]);
      expect(await read(link)).toContain('Väntar på komplettering sedan');
      const form = await read(supplement);
      expect(form).toContain('Vem tar emot programmet i regionen?');
      expect(form).toContain('Papper finns kvar för den som inte kan använda programmet.');
      const amended = { ...sample(2).nomination, proposedOwner: 'Ortopedkliniken i regionen' };
      await answer(supplement, { ...ANSWERS.supplement, ...filledIn(amended) });
      const facts = await rests(id, step);
      expect(facts.head.nominationVersion).toBe(2);
      expect((await questionAt({ id }, step)).waits).toMatchObject([{ to: expect.any(String) }]);
      expect((await readTexts(store(), id)).versions.map(({ answers }) => answers.proposedOwner)).toEqual([
        'Ortopedmottagningen',
        'Ortopedkliniken i regionen',
      ]);
      expect(told(facts, 'N-5')).toEqual([BODY_AT[step]]);
      const page = await read(link);
      expect(page).toContain('Ortopedkliniken i regionen');
      expect(page).not.toContain('Väntar på komplettering sedan');
    },
  );

  it('is asked for once at a time, and nothing else of the nomination is lost on the way', async () => {
    const { id, caseNumber, office } = await reach('screening');
    const question = questionOn(office, 'screening', 'sobOffice');
    await act(question, 'requestSupplement', { supplementNeeded: 'Vem tar emot programmet?' });
    const again = await tryAct(question, 'requestSupplement', { supplementNeeded: 'Och vad kostar det?' });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('En komplettering är redan begärd');
    await answerStep(caseNumber, 'supplement', NOMINATOR, filledIn(sample(2).nomination));
    await rests(id, 'screening');
    const [first, second] = (await readTexts(store(), id)).versions;
    expect(second?.answers).toEqual(first?.answers);
  });

  it('need not be waited for', async () => {
    const { id, caseNumber } = await reach('position');
    const link = await linkFor(caseNumber, 'position', COUNCIL);
    await act(link, 'requestSupplement', { supplementNeeded: 'Hur många patienter är det?' });
    await answer(link, ANSWERS.position);
    await waitsAt(id, 'decision');
    await answerStep(caseNumber, 'supplement', NOMINATOR, filledIn(sample(2).nomination));
    const { questions } = await rests(id, 'decision');
    expect(questions.find(({ round }) => round.step === 'position')).toMatchObject({ givenOn: 1 });
  });
});

describe('ROUTINE.md 3.1 no. 4: an amendment', () => {
  it('is told to the office and to whoever has an open question, and answers say which version they are given on', async () => {
    const { id, caseNumber, nominator } = await reach('position', {
      screening: { councils: ['council-psykisk-halsa', 'council-primarvard'] },
    });
    await answerStep(caseNumber, 'position', COUNCIL);
    const amended = { ...sample(2).nomination, estimatedPatientsPerYear: 600 };
    await act(nominator, 'amend', {
      ...CONFIRMED,
      ...filledIn(amended),
      amendReason: 'Vi räknade om antalet patienter.',
    });
    await answerStep(caseNumber, 'position', MAILBOX['council-primarvard']);
    const facts = await waitsAt(id, 'decision');
    expect(facts.head.nominationVersion).toBe(2);
    expect(
      facts.questions.filter(({ round }) => round.step === 'position').map(({ givenOn }) => givenOn),
    ).toEqual(expect.arrayContaining([1, 2]));
    expect(told(facts, 'N-5')).toEqual(['council-primarvard', 'headOfOperations', 'sobOffice']);
    const decision = await read(await linkFor(caseNumber, 'decision', MAILBOX.office));
    expect(decision).toContain('600');
    expect(decision).toMatch(/version 1/);
  });

  it('is read through once more before it counts, and changes nothing when something is missing', async () => {
    const { id, nominator } = await reach('screening');
    const { needDescription: _, ...lacking } = sample(2).nomination;
    const wrong = await tryAct(nominator, 'amend', { ...filledIn(lacking), amendReason: 'Ett fel.' });
    expect(wrong.status).toBe(422);
    const review = await tryAct(nominator, 'amend', {
      ...filledIn(sample(2).nomination),
      amendReason: 'Ett fel.',
    });
    expect([review.status, await review.text()]).toEqual([
      200,
      expect.stringContaining('Kontrollera dina svar'),
    ]);
    expect((await factsOf(id)).head.nominationVersion).toBe(1);
  });
});

describe('ROUTINE.md 0 no. 4 and 8: the dates of a question', () => {
  it('R-b3: the month counts from the day that the council corrects', async () => {
    const { id, caseNumber } = await reach('position');
    const link = await linkFor(caseNumber, 'position', COUNCIL);
    const before = await questionAt({ id }, 'position');
    expect(before.receivedOn).toBe((await questionAt({ id }, 'screening')).receivedOn);
    await act(link, 'correctReceived', { receivedOn: '2026-01-15' });
    expect(await questionAt({ id }, 'position')).toMatchObject({
      receivedOn: '2026-01-15',
      targetOn: '2026-02-16',
    });
    expect(await read(link)).toContain('16 februari 2026');
  });

  it('R-b3: the office can correct it from the page of the case', async () => {
    const { id, office } = await reach('position');
    const question = questionOn(office, 'position', 'council-psykisk-halsa');
    await act(question, 'correctReceived', { receivedOn: '2026-01-15' });
    expect(await questionAt({ id }, 'position')).toMatchObject({ targetOn: '2026-02-16' });
  });

  it('the day of a meeting is kept and shown, and cannot have been', async () => {
    const { id, caseNumber, office } = await reach('pprPosition');
    const link = await linkFor(caseNumber, 'pprPosition', MAILBOX.ppr);
    expect((await tryAct(link, 'setMeeting', { meetingOn: '2026-01-15' })).status).toBe(422);
    await act(link, 'setMeeting', { meetingOn: '2099-01-15' });
    expect(await questionAt({ id }, 'pprPosition')).toMatchObject({ meetingOn: '2099-01-15' });
    expect(await read(link)).toContain('15 januari 2099');
    expect(await read(office)).toContain('15 januari 2099');
  });
});

describe('ROUTINE.md 0 no. 2: an answer that came on paper', () => {
  it('is recorded by the office with the minutes it stands in, and is marked', async () => {
    const { id, caseNumber, office } = await reach('position');
    const link = await linkFor(caseNumber, 'position', COUNCIL);
    const question = questionOn(office, 'position', 'council-psykisk-halsa');
    expect(await read(question)).toContain(
      'Ni registrerar ett svar i stället för Samordningsråd psykisk hälsa',
    );
    const { minutesRef: _, ...without } = ANSWERS.position;
    const refused = await post(question, { ...without, evidenceText_inMinutes: '', evidenceText: 'Starkt.' });
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('Ange protokollet som det står i'),
    ]);
    await answer(question, ANSWERS.position);
    const { questions } = await waitsAt(id, 'decision');
    expect(questions.find(({ round }) => round.step === 'position')).toMatchObject({
      recordedByOffice: true,
      answeredBy: 'Exempel Person, Handläggare',
    });
    for (const page of [link, office, await linkFor(caseNumber, 'decision', MAILBOX.office)]) {
      expect(await read(page)).toMatch(/registrerat av SoB-förvaltningen/i);
    }
  });

  it('R-05: is recorded before the council is asked, and the council is then not asked', async () => {
    const { id, caseNumber, office } = await reach('screening');
    expect(await read(office)).toContain('Inte ställd än');
    await answer(questionOn(office, 'position', 'council-psykisk-halsa'), ANSWERS.position);
    const { head } = await rests(id, 'screening');
    expect(head.councils).toEqual(['council-psykisk-halsa']);
    await answerStep(caseNumber, 'screening', MAILBOX.office, { councils: ['council-primarvard'] });
    await answerStep(caseNumber, 'position', MAILBOX['council-primarvard']);
    const { questions, mailings } = await waitsAt(id, 'decision');
    expect(questions.filter(({ round }) => round.step === 'position')).toHaveLength(2);
    const asked = mailings.flatMap(({ mails }) => mails).filter(({ about }) => 'question' in about);
    expect(asked.some(({ to }) => 'body' in to && to.body === 'council-psykisk-halsa')).toBe(false);
  });

  it('a position of PPR is recorded as well', async () => {
    const { id, office } = await reach('pprPosition');
    await answer(questionOn(office, 'pprPosition', 'ppr'), ANSWERS.pprPosition);
    const { questions } = await waitsAt(id, 'decision');
    expect(questions.find(({ body }) => body === 'ppr')).toMatchObject({ recordedByOffice: true });
  });
});

describe('a nomination that is withdrawn', () => {
  it.each(['screening', 'position', 'pprPosition', 'decision'] as const)(
    'at %s: everyone who was to answer is told, and their links say why nothing is asked any more',
    async (step) => {
      const { id, caseNumber, nominator } = await reach(step);
      const mailbox = step === 'decision' ? MAILBOX.office : MAILBOX_AT[step];
      const open = [
        await linkFor(caseNumber, step, mailbox),
        await linkFor(caseNumber, 'anchoring', 'ortopedi.chef@example.se'),
      ];
      await act(nominator, 'withdraw', { withdrawReason: 'Verksamheten läggs ner.' });
      const facts = await endsAs(id, 'withdrawn');
      const body = step === 'decision' ? 'sobOffice' : BODY_AT[step];
      expect(told(facts, 'withdrawn')).toEqual(
        [...new Set([body, 'headOfOperations', 'nominator', 'sobOffice'])].sort(),
      );
      for (const link of open) expect(await read(link)).toContain('Nomineringen drogs tillbaka');
      const late = await post(String(open[0]), ANSWERS[step]);
      expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('inte sparat')]);
      expect((await tryAct(nominator, 'withdraw', { withdrawReason: 'Igen.' })).status).not.toBe(303);
      expect((await factsOf(id)).head.milestone).toBe('withdrawn');
    },
  );

  it('is withdrawn by the office for the nominator', async () => {
    const { id, office } = await reach('screening');
    await act(office, 'withdraw', { withdrawReason: 'Nominatorn bad om det på telefon.' });
    await endsAs(id, 'withdrawn');
  });
});

describe('ROUTINE.md 0 no. 11: cases about the same idea', () => {
  it('a merge names a case that exists and is not its own', async () => {
    const { caseNumber } = await reach('screening');
    const link = await linkFor(caseNumber, 'screening', MAILBOX.office);
    const merging = { ...ANSWERS.screening, screeningOutcome: 'mergeWithOther', councils: [] };
    for (const mergedInto of ['N-2026-9999', caseNumber]) {
      expect((await post(link, { ...merging, mergedInto })).status).toBe(422);
    }
  });

  it('whoever nominated a merged case is told of the other’s decision, and both pages show the relation', async () => {
    const [goesOn, merged] = [await reach('screening'), await reach('screening')];
    const inMerged = await linkFor(merged.caseNumber, 'anchoring', 'ortopedi.chef@example.se');
    await answerStep(merged.caseNumber, 'screening', MAILBOX.office, {
      screeningOutcome: 'mergeWithOther',
      councils: [],
      mergedInto: goesOn.caseNumber,
    });
    const closed = await endsAs(merged.id, 'merged');
    expect(told(closed, 'merged')).toContain('nominator');
    expect(await read(inMerged)).toContain(goesOn.caseNumber);
    expect(await read(merged.nominator)).toContain(goesOn.caseNumber);
    expect(await read(goesOn.office)).toContain(merged.caseNumber);
    await answerStep(goesOn.caseNumber, 'screening', MAILBOX.office);
    await answerStep(goesOn.caseNumber, 'position', COUNCIL);
    await answerStep(goesOn.caseNumber, 'decision', MAILBOX.office);
    const decided = await endsAs(goesOn.id, 'decided');
    expect(told(decided, 'N-10')).toEqual(expect.arrayContaining(['nominator', merged.caseNumber]));
  });

  it('linked cases go on, each showing the other', async () => {
    const [one, other] = [await reach('screening'), await reach('screening')];
    expect((await tryAct(one.office, 'linkCases', { relatedCases: 'N-2026-9999' })).status).toBe(422);
    await act(one.office, 'linkCases', { relatedCases: other.caseNumber });
    expect(await read(one.office)).toContain(other.caseNumber);
    expect(await read(other.office)).toContain(one.caseNumber);
    expect((await factsOf(other.id)).head.milestone).toBe('submitted');
  });
});

describe('ROUTINE.md 0 no. 12: people change', () => {
  const HEAD = 'ortopedi.chef@example.se';
  const CONTACTS = { contactFunction: 'Verksamhetsutvecklare', headOfOperationsEmail: HEAD };

  it('a new nominator has a new page, and the link of the one before offers only to send the new one', async () => {
    const { id, caseNumber, nominator } = await reach('screening');
    await act(nominator, 'changeContacts', { ...CONTACTS, contactEmail: 'ny.kontakt@example.se' });
    const page = await casePage(caseNumber, 'ny.kontakt@example.se');
    expect(await read(page)).toContain(caseNumber);
    expect((await fetch(nominator)).status).toBe(410);
    expect(told(await rests(id, 'screening'), 'contactsChanged')).toEqual(['nominator', 'sobOffice']);
  });

  it('an amendment that names another nominator tells them, with the new page of the case', async () => {
    const { id, nominator } = await reach('screening');
    await act(nominator, 'amend', {
      ...CONFIRMED,
      ...filledIn({ ...sample(2).nomination, contactEmail: 'ny.kontakt@example.se' }),
      amendReason: 'Ny kontaktperson.',
    });
    const facts = await rests(id, 'screening');
    expect((await fetch(nominator)).status).toBe(410);
    expect(told(facts, 'contactsChanged')).toContain('nominator');
  });

  it('R-a3: a new head of operations is asked, and the link of the one before offers only to send the new one', async () => {
    const { id, caseNumber, office } = await reach('screening');
    const old = await linkFor(caseNumber, 'anchoring', HEAD);
    await act(office, 'changeContacts', {
      ...CONTACTS,
      contactEmail: NOMINATOR,
      headOfOperationsEmail: 'ny.chef@example.se',
    });
    const link = await linkFor(caseNumber, 'anchoring', 'ny.chef@example.se');
    expect(link).not.toBe(old);
    expect((await fetch(old)).status).toBe(410);
    expect((await post(old, ANSWERS.anchoring)).status).toBe(410);
    expect((await factsOf(id)).head.anchoring).toBe('asked');
    const resent = await post(old, { _resend: '' });
    expect(resent.status).toBe(200);
    expect(await linkFor(caseNumber, 'anchoring', 'ny.chef@example.se', 2)).toBe(link);
    const mails = (await system().mailbox.mails()).filter(({ subject }) => subject.includes(caseNumber));
    expect(mails.filter(({ to }) => to[0]?.address === HEAD)).toHaveLength(1);
    await answer(link, ANSWERS.anchoring);
    expect((await rests(id, 'screening')).head.anchoring).toBe('supported');
  });
});

describe('R-d1: all that waits for PPR', () => {
  it('is listed behind the link in its mails, and answered from there', async () => {
    const [one, other] = [await reach('pprPosition'), await reach('pprPosition')];
    const list = await agenda(one.caseNumber, MAILBOX.ppr);
    expect(await agenda(other.caseNumber, MAILBOX.ppr)).toBe(list);
    const page = await read(list);
    for (const { caseNumber } of [one, other]) expect(page).toContain(caseNumber);
    const question = `${list}?case=${one.id}&question=${encodeURIComponent('nomination/pprPosition/1/ppr')}`;
    expect(page).toContain(question.split('?')[1]?.replaceAll('&', '&amp;'));
    expect(await read(question)).toContain(one.caseNumber);
    const response = await post(question, { ...ANSWERS.pprPosition, decidedOn: TODAY });
    expect(response.status).toBe(303);
    await waitsAt(one.id, 'decision');
    expect(await read(list)).not.toContain(one.caseNumber);
    expect(await read(list)).toContain(other.caseNumber);
  });

  it('a nomination that PPR never was asked about cannot be opened from there', async () => {
    const waiting = await reach('pprPosition');
    const { id } = await submit(2);
    const list = await agenda(waiting.caseNumber, MAILBOX.ppr);
    const question = `${list}?case=${id}&question=${encodeURIComponent('nomination/screening/1/sobOffice')}`;
    expect((await post(question, ANSWERS.screening)).status).toBe(404);
    expect((await factsOf(id)).head.milestone).toBe('submitted');
  });
});
