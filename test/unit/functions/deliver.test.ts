import { describe, expect, it } from 'vitest';
import { deliverer } from '../../../functions/ask/deliver.ts';
import type { CaseFacts, MailFact, QuestionFact } from '../../../shared/case/facts.ts';
import type { Letter } from '../../../shared/mail/letters.ts';
import type { StoredBody } from '../../../shared/records/bodies.ts';
import { aHead, aQuestion, facts } from '../../builders/case.ts';
import { aProgramme, aUser } from '../../builders/programme.ts';

const body = (id: string, role: StoredBody['role']): StoredBody => ({
  id,
  role,
  name: { sv: id, en: id },
  mailbox: `${id}@example.se`,
  language: 'sv',
  version: 1,
});
const bodies: readonly StoredBody[] = [
  { ...body('sobOffice', 'sobOffice'), deputy: 'deputy-of-office@example.se' },
  body('ppr', 'ppr'),
  { ...body('council', 'coordinationCouncil'), deputy: 'deputy@example.se' },
];
const asked = aQuestion('position', 'council', { linkKeyId: 'k1' });
const LINK = { version: 1, linked: 1, keyId: 'k1' };
const withProject: Partial<CaseFacts> = {
  programme: aProgramme(),
  head: aHead({
    contacts: {
      nominator: 'nominator@example.se',
      headOfOperations: 'chef@example.se',
      projectOwner: 'agare@example.se',
      projectManager: 'ledare@example.se',
      programmeOwner: 'programagare@example.se',
    },
    replaced: { projectManager: 'forra@example.se' },
    caseLinks: {
      nominator: LINK,
      sobOffice: LINK,
      projectOwner: LINK,
      projectManager: LINK,
      programmeOwner: LINK,
    },
  }),
};

interface Agenda {
  readonly digest: string;
  readonly agenda: string;
  readonly since: string;
}

interface Delivered {
  readonly to: string;
  readonly letter: Letter;
  readonly agendas: readonly Agenda[];
}

const delivered = async (
  mail: Pick<MailFact, 'about' | 'to'>,
  given: Partial<CaseFacts> = {},
  register = bodies,
): Promise<Delivered> => {
  const sent: { to: string; letter: Letter }[] = [];
  const agendas: Agenda[] = [];
  const deliver = deliverer({
    mailer: {
      send: async (to, letter) => {
        sent.push({ to, letter });
        return { messageId: 'm-1' };
      },
    },
    body: async (id) => register.find((it) => it.id === id),
    keyRing: async () => ({ current: 'k1', keys: { k1: 'key' } }),
    putAgendaLink: async (digest, target) => agendas.push({ digest, ...target }),
    baseUrl: 'https://nominera.example.se',
  });
  await deliver({ ...facts({ questions: [asked] }), ...given }, { id: 'mail-1', ...mail });
  return { ...(sent[0] as { to: string; letter: Letter }), agendas };
};

describe('a mail is in the language of its recipient', () => {
  const inEnglish = { head: aHead({ ...withProject.head, language: 'en' }) };
  const languageOf = async (to: MailFact['to'], given: Partial<CaseFacts>, register = bodies) => {
    const { letter } = await delivered({ about: { notice: 'N-4' }, to }, given, register);
    expect(letter.subject.endsWith('gått vidare till samordningsråd')).toBe(
      letter.html.includes('<html lang="sv">'),
    );
    return /<html lang="(..)">/u.exec(letter.html)?.[1];
  };

  it('the nominator’s is that of the nomination, also of its links; others whom the case names read Swedish', async () => {
    expect(await languageOf({ contact: 'nominator' }, inEnglish)).toBe('en');
    expect(await languageOf({ contact: 'headOfOperations' }, inEnglish)).toBe('sv');
    expect(await languageOf({ contact: 'nominator' }, withProject)).toBe('sv');
    const { letter } = await delivered({ about: { notice: 'N-4' }, to: { contact: 'nominator' } }, inEnglish);
    expect(letter.text).toMatch(/\/c\/[\w-]{43}\?lang=en\n/u);
  });

  it('a body’s is its own setting', async () => {
    const register = bodies.map((it) => ({ ...it, language: 'en' as const }));
    expect(await languageOf({ body: 'council' }, withProject, register)).toBe('en');
    expect(await languageOf({ body: 'council', deputy: true }, withProject, register)).toBe('en');
    expect(await languageOf({ body: 'council' }, inEnglish)).toBe('sv');
  });
});

describe('a mail says whom to ask', () => {
  it('to a council and to the nominator: the office', async () => {
    const question = await delivered({ about: { question: asked.id }, to: { body: 'council' } });
    expect(question.to).toBe('council@example.se');
    expect(question.letter.text).toContain('Skriv till sobOffice@example.se');
    const notice = await delivered({ about: { notice: 'N-7' }, to: { contact: 'nominator' } });
    expect(notice.letter.text).toContain('Skriv till sobOffice@example.se');
  });

  it('to the office: nobody', async () => {
    const { letter } = await delivered({ about: { notice: 'N-7' }, to: { body: 'sobOffice' } });
    expect(letter.text).not.toContain('Skriv till');
  });
});

describe('a mail goes to', () => {
  const notice = { notice: 'N-10', outcome: 'create' } as const;

  it.each<[string, MailFact['to'], string]>([
    ['a body’s mailbox', { body: 'council' }, 'council@example.se'],
    ['its deputy', { body: 'council', deputy: true }, 'deputy@example.se'],
    ['somebody whom the nomination names', { contact: 'headOfOperations' }, 'chef@example.se'],
    ['whoever nominated a merged case', { merged: 'N-2026-0002' }, 'other@example.se'],
    ['a unit that uses the programme', { user: 'unit-1' }, 'mottagning@example.se'],
  ])('%s', async (_who, to, address) => {
    const related = [{ number: 'N-2026-0002', how: 'merged', nominator: 'other@example.se' }] as const;
    const programme = aProgramme();
    expect((await delivered({ about: notice, to }, { related, programme })).to).toBe(address);
  });

  it.each<[string, MailFact['to']]>([
    ['a body that is not there', { body: 'nobody' }],
    ['a contact that is not named', { contact: 'sobContact' }],
    ['whoever nominated a case that was not merged', { merged: 'N-2026-0009' }],
    ['a unit that uses no programme', { user: 'unit-1' }],
  ])('nobody: %s', async (_who, to) => {
    await expect(delivered({ about: notice, to })).rejects.toThrow();
  });
});

it('R-k4: whoever uses a programme is told which it is, and that they are meant', async () => {
  const mail = { about: { notice: 'urgentStop' }, to: { user: 'unit-1' } } as const;
  const { letter } = await delivered(mail, { programme: aProgramme() });
  expect(letter.text).toContain('Program: Sov bättre');
  expect(letter.text).toContain('Gäller: Exempelmottagningen');
});

describe('N-11: a unit that starts, or ends', () => {
  const told = async (notice: 'N-11' | 'useEnded', to: MailFact['to']) => {
    const about = { notice, user: 'unit-1', ...(notice === 'N-11' && { outcome: 'unitStarted' }) };
    return (await delivered({ about, to }, { programme: aProgramme() })).letter;
  };

  it.each([
    ['N-11', 'Ni är antecknade som användare av programmet', 'Programmet har fått en ny användare'],
    ['useEnded', 'Ni använder inte längre programmet', 'Användningen av programmet är avslutad'],
  ] as const)(
    '%s speaks to the unit itself, and names it to the office',
    async (notice, toUnit, toOffice) => {
      expect((await told(notice, { user: 'unit-1' })).subject).toContain(toUnit);
      const { subject, text } = await told(notice, { body: 'sobOffice' });
      expect(subject).toContain(toOffice);
      expect(text).toContain('Gäller: Exempelmottagningen');
    },
  );
});

describe('N-11: the open page of the programme', () => {
  const leads = async (given: Partial<CaseFacts>, outcome = 'published') => {
    const mail = { about: { notice: 'N-11', outcome }, to: { contact: 'projectOwner' } } as const;
    return (await delivered(mail, { ...withProject, ...given })).letter.text.includes(
      '/programmes/N-2026-0001',
    );
  };

  it('is where whoever is told that it is published can read of it', async () => {
    expect(await leads({})).toBe(true);
    expect(await leads({}, 'revise')).toBe(false);
  });
});

describe('N-10, N-12: what the answer says that is told', () => {
  const text = async (notice: 'N-10' | 'N-12', outcome: string, questions: readonly QuestionFact[]) =>
    (
      await delivered(
        { about: { notice, outcome }, to: { contact: 'nominator' } },
        { ...withProject, questions },
      )
    ).letter.text;

  it('N-10: the way to a programme that exists', async () => {
    const told = { outcome: 'useExisting', accessRoute: 'procurement' };
    const decided = [aQuestion('decision', 'sobOffice', { told })];
    expect(await text('N-10', 'useExisting', decided)).toContain('Upphandling');
  });

  it('N-12, R-k3: the last day and the patients, and only of an inactivation', async () => {
    const told = { outcome: 'inactivated', lastStartOn: '2026-12-01', ongoingPatients: 'letFinish' };
    const inactivated = [aQuestion('inactivation', 'sobOffice', { told })];
    expect(await text('N-12', 'inactivated', inactivated)).toContain('Får fullfölja programmet');
    expect(await text('N-12', 'keep', inactivated)).not.toContain('Får fullfölja programmet');
  });
});

it('0 no. 12: who is named, and who was, are told in which role', async () => {
  const named = { about: { notice: 'contactsChanged' }, to: { contact: 'programmeOwner' } } as const;
  expect((await delivered(named, withProject)).letter.text).toContain('Gäller: Programägaren');
  const was = { about: { notice: 'contactReplaced' }, to: { former: 'projectManager' } } as const;
  const { to, letter } = await delivered(was, withProject);
  expect(to).toBe('forra@example.se');
  expect(letter.text).toContain('Gäller: Projektledaren');
});

describe('P-44: of a new version', () => {
  const told = async (given: Parameters<typeof aProgramme>[0], id = 'unit-1') => {
    const mail = { about: { notice: 'N-11', outcome: 'published' }, to: { user: id } } as const;
    return (await delivered(mail, { programme: aProgramme(given) })).letter.text;
  };
  const ASKED = 'Behöver ni göra en ny riskanalys?';
  const second = { version: 2, versionOn: '2027-02-01' };

  it('each unit that uses it is asked whether a new risk analysis is needed', async () => {
    const text = await told(second);
    expect(text).toContain(ASKED);
    expect(text).toContain(
      'Verksamheten ansvarar för att genomföra riskanalys vid införande av förändringar.',
    );
  });

  it('not of the first, nor a unit that begins with it, nor another region', async () => {
    expect(await told({})).not.toContain(ASKED);
    expect(await told({ ...second, users: [aUser({ startedOn: '2027-02-01' })] })).not.toContain(ASKED);
    expect(await told({ ...second, users: [aUser({ kind: 'spread' })] })).not.toContain(ASKED);
  });
});

it('what its deputy was to be asked goes to the body itself, where the deputy was taken out meanwhile', async () => {
  const mail = { about: { question: asked.id }, to: { body: 'council', deputy: true } } as const;
  expect((await delivered(mail)).letter.text).toContain('ersättare');
  const without = bodies.map(({ deputy: _, ...it }) => it);
  const { to, letter } = await delivered(mail, {}, without);
  expect(to).toBe('council@example.se');
  expect(letter.text).not.toContain('ersättare');
});

describe('a mail leads to', () => {
  it('the question that it asks, by a link of this version', async () => {
    const url = async (linkVersion: number) => {
      const questions = [{ ...asked, linkVersion }];
      const mail = { about: { question: asked.id }, to: { body: 'council' } };
      return (await delivered(mail, { questions })).letter.text.match(/https:\/\/\S+\/a\/\S+/)?.[0];
    };
    expect(await url(1)).toMatch(/^https:\/\/nominera\.example\.se\/a\//);
    expect(await url(2)).not.toBe(await url(1));
  });

  it.each<[string, MailFact['to'], boolean]>([
    ['the nominator', { contact: 'nominator' }, true],
    ['the office', { body: 'sobOffice' }, true],
    ['the office’s deputy', { body: 'sobOffice', deputy: true }, false],
    ['a council', { body: 'council' }, false],
    ['the manager', { contact: 'headOfOperations' }, false],
    ['the project’s manager', { contact: 'projectManager' }, true],
    ['the programme’s owner', { contact: 'programmeOwner' }, true],
    ['the project’s owner', { contact: 'projectOwner' }, true],
    ['who was its manager until now', { former: 'projectManager' }, false],
    ['a unit that uses the programme', { user: 'unit-1' }, false],
  ])('the page of the case, to %s', async (_who, to, leads) => {
    const { letter } = await delivered({ about: { notice: 'N-10', outcome: 'create' }, to }, withProject);
    expect(/nominera\.example\.se\/c\//.test(letter.text)).toBe(leads);
  });

  it('all that waits for a body that is asked in many cases, in each question to it', async () => {
    const toPpr = aQuestion('pprPosition', 'ppr', { linkKeyId: 'k1' });
    const decision = aQuestion('decision', 'sobOffice', { linkKeyId: 'k1' });
    const questions = [toPpr, asked, decision];
    const agendas = async ({ id }: QuestionFact, body: string) =>
      (await delivered({ about: { question: id }, to: { body } }, { questions })).agendas;
    expect(await agendas(toPpr, 'ppr')).toMatchObject([{ agenda: 'ppr', since: 'never' }]);
    expect(await agendas(asked, 'council')).toMatchObject([{ agenda: 'council' }]);
    expect(await agendas(decision, 'sobOffice')).toEqual([]);
  });

  it('P-02: the project’s manager is asked by name of the role, and has the page of the case', async () => {
    const approval = aQuestion('assignmentApproval', 'projectManager', { linkKeyId: 'k1' });
    const mail = { about: { question: approval.id }, to: { contact: 'projectManager' } } as const;
    const { letter } = await delivered(mail, { ...withProject, questions: [approval] });
    expect(letter.text).toContain('Till: Projektledaren');
    expect(letter.text).toMatch(/nominera\.example\.se\/c\//);
  });
});

it('ROUTINE.md section 0 no. 12: a body’s new mailbox gets another link to its agenda', async () => {
  const toPpr = aQuestion('pprPosition', 'ppr', { linkKeyId: 'k1' });
  const agenda = async (register: readonly StoredBody[]) => {
    const mail = { about: { question: toPpr.id }, to: { body: 'ppr' } };
    return (await delivered(mail, { questions: [toPpr] }, register)).agendas[0];
  };
  const movedAt = '2026-12-01T09:01:00.000Z';
  const moved = await agenda(bodies.map((it) => ({ ...it, movedAt })));
  expect(moved).toMatchObject({ agenda: 'ppr', since: movedAt });
  expect(moved?.digest).not.toBe((await agenda(bodies))?.digest);
});

it('a mail about a question that is not there is not sent', async () => {
  await expect(delivered({ about: { question: 'gone' }, to: { body: 'council' } })).rejects.toThrow('gone');
});
