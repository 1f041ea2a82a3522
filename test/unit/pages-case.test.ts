import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openAnswers } from '../../shared/case/openness.ts';
import { PROGRAMME, PROJECT, WITHHELD } from '../../shared/pages/examples/a-programme.ts';
import { exampleKnown as known } from '../../shared/pages/examples.ts';
import {
  type AgendaItem,
  agendaPage,
  type CaseView,
  type CourseQuestion,
  casePage,
} from '../../shared/pages/pages.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import { followUp } from '../../shared/routine/follow-up.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import { position } from '../../shared/routine/position.ts';
import { screening } from '../../shared/routine/screening.ts';

const nomination = JSON.parse(readFileSync('test/samples/1-insomni.json', 'utf8'));
const office = { sv: 'SoB-förvaltningen', en: 'The SoB office' };
const rådet = { sv: 'Rådet', en: 'The council' };

const view: CaseView = {
  lang: 'sv',
  reader: 'nominator',
  caseNumber: 'N-2026-0001',
  milestone: 'forwardedToCouncil',
  submittedOn: '2026-11-20',
  known,
  nomination,
  nominationVersion: 1,
  steps: [
    {
      phase: 'nomination',
      steps: [
        { step: 'screening', state: 'done' },
        { step: 'position', state: 'now' },
        { step: 'pprPosition', state: 'skipped' },
        { step: 'decision', state: 'left' },
      ],
    },
  ],
  waiting: [],
  course: [],
  answers: [],
  positions: [],
  changes: [],
  acts: [],
  related: [],
};

const read = (page: string): string =>
  page
    .replace(/<style>.*<\/style>/su, '')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');

const EVIL = `</textarea></style><script>alert("å & ä")</script>'"`;

describe('where a case stands', () => {
  it('is seen step by step, in words and not only in colour', () => {
    const page = casePage(view);
    expect(read(page)).toMatch(
      /Nomineringen är hos samordningsråd\. Klart a\) .* Pågår b–c\) .* Behövs inte d\) .* Återstår e\) Beslut/u,
    );
    expect(page.match(/aria-current="step"/gu)).toHaveLength(1);
  });

  it('R-09: tells who is asked, since when, and how long it has waited', () => {
    const waiting = [
      {
        question: position,
        bodyName: rådet,
        since: '2026-11-23',
        days: 21,
        netDays: 12,
        targetOn: '2026-12-23',
        meetingOn: '2026-12-14',
        waitsSince: '2026-12-05',
        restsUntil: '2027-03-01',
      },
    ];
    const page = read(casePage({ ...view, waiting }));
    expect(page).toContain('Rådet Fråga Ta ställning till nomineringen');
    expect(page).toContain('23 november 2026 (21 dagar, varav 9 i väntan på komplettering)');
    expect(page).toContain('Svara gärna senast 23 december 2026');
    expect(page).toContain('Tas upp på möte den 14 december 2026');
    expect(page).toContain('Väntar på komplettering sedan 5 december 2026');
    expect(page).toContain('Vilar till 1 mars 2027');
    expect(read(casePage(view))).toContain('Ingen behöver svara på något just nu.');
  });

  it('tells how long others took only when there is something to go by', () => {
    const forecast = { usualDays: 140, daysSoFar: 73 };
    expect(read(casePage({ ...view, forecast }))).toContain(
      'ungefär 140 dagar från inskickad till beslut. Det här har pågått i 73 dagar.',
    );
    expect(read(casePage(view))).not.toContain('Tidigare ärenden');
  });

  it('names cases about the same idea, and when what was put off is taken up', () => {
    const page = read(
      casePage({
        ...view,
        reviewOn: '2027-03-01',
        related: [{ number: 'N-2026-0007', relation: 'mergedInto', href: '/c/x' }],
      }),
    );
    expect(page).toContain('Fortsätter i ärende N-2026-0007');
    expect(page).toContain('tas upp igen den 1 mars 2027');
  });
});

describe('the course of a case', () => {
  const asked: CourseQuestion = {
    question: screening,
    bodyName: office,
    askedOn: '2026-11-23',
    status: 'answered',
    endedOn: '2026-11-24',
    days: 1,
  };

  it('is told in the order of time, from the submission on', () => {
    const page = read(
      casePage({
        ...view,
        course: [
          { act: ACTS.setMeeting, on: '2026-12-01', by: rådet },
          { question: position, bodyName: rådet, status: 'open', askedOn: '2026-11-24', days: 9 },
          asked,
        ],
      }),
    );
    const course = page.slice(page.indexOf('Det här har hänt'));
    expect(course).toMatch(
      /skickades in.*SoB-förvaltningen fick frågan.*Besvarades 24 november 2026 \(1 dag\).*Rådet fick frågan.*Väntar på svar \(9 dagar\).*Rådet: Möte om nomineringen/u,
    );
  });

  it('says what came on paper, and why someone need not answer', () => {
    const course: CourseQuestion[] = [
      { ...asked, recordedByOffice: true },
      { ...asked, status: 'released', reason: 'Berörs inte.' },
    ];
    const page = read(casePage({ ...view, course }));
    expect(page).toContain('Kom på papper, registrerades av SoB-förvaltningen.');
    expect(page).toContain('Behövde inte längre besvaras 24 november 2026 (1 dag). Skäl: Berörs inte.');
  });
});

describe('what is marked as confidential', () => {
  const secret = {
    costLines: [
      {
        category: 'other',
        description: 'Licens',
        amountSek: 912_345,
        confidential: true,
        recurrence: 'oneOff',
      },
    ],
  };
  const page = read(casePage({ ...view, nomination: openAnswers(nominationForm, secret) }));

  it('is not shown, nor counted, and that is said', () => {
    expect(page).toContain('Belopp, kr exkl. moms: Sekretessmarkerat');
    expect(page).toContain('Det som är sekretessmarkerat visas inte här.');
    expect(page).toContain(
      'Rader utan belopp, eller med belopp som är sekretessmarkerat, är inte medräknade.',
    );
    expect(page).not.toMatch(/912.?345/u);
  });
});

describe('the project of a case', () => {
  const page = (given: Partial<typeof PROJECT>): string =>
    read(casePage({ ...view, project: { ...PROJECT, ...given } }));

  it('P-05, P-06: says whether its assignment is open, and its number or that it has none', () => {
    expect(page({})).toContain('Handlingen är Öppen Diarienummer SSN 2027-0007');
    const { registrationNumber: _, ...assignment } = PROJECT.assignment;
    const secret = { ...assignment, documentStatus: 'confidential', legalGround: 'OSL 19:3' } as const;
    expect(page({ assignment: secret })).toContain(
      'Handlingen är Sekretessbelagd, OSL 19:3 Diarienummer Inte diariefört än',
    );
  });

  it('R-f5: tells what the estimate adds to the nomination', () => {
    expect(page({})).toContain('600 000 kr (100 000 kr mer än i nomineringen)'.replaceAll(' ', ' '));
  });

  it('P-07, P-12: tells its versions with the reasons, and the deviations with who has approved them', () => {
    expect(page({})).toContain(
      'Version 2, 1 september 2027, Exempel Ledare, projektledare: Studion var stängd',
    );
    expect(page({})).toContain(
      'Projektägaren: Godkände 1 september 2027. Styrgruppen: Godkände 30 augusti 2027.',
    );
  });

  it('P-06: a confidential assignment carries its mark; who is outside the project sees only that', () => {
    const confidential = { ...PROJECT.assignment, documentStatus: 'confidential' } as const;
    expect(page({ assignment: confidential })).toContain('Projektuppdraget (sekretessbelagt)');
    expect(page({})).not.toContain('sekretessbelagt');
    const outside = read(casePage({ ...view, project: WITHHELD }));
    expect(outside).toContain('Sekretessbelagd, 31 kap. 16 § OSL');
    expect(outside).not.toContain('Vad väger tyngst?');
    expect(page({})).toContain('Vad väger tyngst?');
  });

  it('P-28: flags a month without a report', () => {
    expect(page({})).toContain('Månadsrapport saknas för maj 2027, juni 2027.');
    expect(page({ missing: [] })).not.toContain('saknas för');
  });
});

describe('the programme of a case', () => {
  const page = (given: Partial<typeof PROGRAMME> = {}): string =>
    read(casePage({ ...view, programme: { ...PROGRAMME, ...given } }));

  it('R-12: says who answers for it', () => {
    expect(page()).toContain(
      'Ansvarigt samordningsråd Samordningsråd psykisk hälsa Programägare Sömnmottagningen',
    );
  });

  it('P-43: says who uses it, since when, and with which risk analysis', () => {
    expect(page()).toContain('Vårdcentral Ekdungen: sedan 6 december 2027, riskanalys 20 november 2027');
    expect(page()).toContain('Vårdcentral Björken: har inte startat');
    expect(page()).toContain('Region Exempel: sedan 1 september 2028, avtal 12/2028');
  });

  it.each<[string, Partial<typeof PROGRAMME>]>([
    ['Programmet används.', {}],
    ['Programmet är publicerat. Ingen enhet har börjat använda det än.', { users: [] }],
    [
      'Programmet är publicerat. Ingen enhet använder det just nu.',
      { users: PROGRAMME.users.map((user) => ({ ...user, endedOn: '2029-01-01' })) },
    ],
    ['Programmet är stoppat: inga nya patienter får starta just nu.', { startsStoppedOn: '2030-09-13' }],
    ['Programmet är inaktiverat.', { inactivatedOn: '2030-09-13' }],
    [
      'Programmet är inaktiverat och avpublicerat.',
      { inactivatedOn: '2030-09-13', unpublishedOn: '2030-09-14' },
    ],
  ])('is what the page begins with: %s', (words, given) => {
    const known = { ...view.known, today: '2030-09-20' };
    const text = read(
      casePage({ ...view, known, milestone: 'inUse', programme: { ...PROGRAMME, ...given } }),
    );
    expect(text).toContain(words);
  });

  it('R-k4: says that new starts are stopped, until it is inactivated', () => {
    const startsStoppedOn = '2030-09-13';
    const stopped = 'Inga nya patienter får starta i programmet sedan 13 september 2030.';
    expect(page({ startsStoppedOn })).toContain(stopped);
    expect(page({ startsStoppedOn, inactivatedOn: '2030-10-01' })).not.toContain(stopped);
  });
});

describe('a long life', () => {
  it('folds what was answered in other years, and the steps of earlier phases', () => {
    const answer = (answeredOn: string) => ({
      question: followUp,
      bodyName: rådet,
      answers: { conclusion: 'keep' },
      answeredBy: 'Exempel Person, ordförande',
      answeredOn,
    });
    const steps = [...view.steps, { phase: 'review', steps: [{ step: 'followUp', state: 'now' }] }] as const;
    const page = casePage({ ...view, steps, answers: [answer('2028-10-02'), answer('2029-10-01')] });
    expect(read(page)).toContain('Äldre svar (1)');
    expect(page.indexOf('1 oktober 2029')).toBeLessThan(page.indexOf('Äldre svar (1)'));
    expect(page.indexOf('Äldre svar (1)')).toBeLessThan(page.indexOf('2 oktober 2028'));
    expect(read(page)).toContain('Tidigare steg: Nominering');
    expect(page.match(/aria-current="step"/gu)).toHaveLength(2);
  });
});

describe('the office’s page of a case', () => {
  const page = casePage({
    ...view,
    lang: 'en',
    reader: 'sobOffice',
    acts: [{ act: ACTS.reopen, href: '?act=reopen' }],
    office: {
      interests: [
        {
          unit: 'Enheten Ängen',
          need: '<b>Tio</b> om året.',
          on: '2026-12-10',
          contact: 'Å. Öst, chef, ang@example.se',
        },
      ],
      documents: [],
      mails: [],
      anchoring: 'notSupported',
      lacking: [{ sv: 'Ett råd har inte svarat.', en: 'One council has not answered.' }],
      undelivered: [{ bodyName: rådet, on: '2026-12-02', deputyAsked: true }],
      questions: [
        { question: position, bodyName: rådet, status: 'open', href: '?question=position-1' },
        { question: screening, bodyName: office, status: 'answered' },
      ],
    },
  });

  it('leads to what can be done, and to every question whose answer may come on paper', () => {
    expect(page).toContain('href="?act=reopen&amp;lang=en">Reopen a step');
    expect(page.match(/Record an answer</gu)).toHaveLength(1);
    expect(page).toContain('href="?question=position-1&amp;lang=en"');
  });

  it('R-a3: says how far the idea is anchored, what is lacking, and which mailbox is out of reach', () => {
    expect(read(page)).toContain('answered that the idea is not anchored');
    expect(read(page)).toContain('One council has not answered.');
    expect(read(page)).toContain(
      'The mail to The council could not be delivered on 2 December 2026. The deputy has been asked.',
    );
  });

  it('R-10: names the units that want the same, what they need and whom to ask', () => {
    const text = read(page);
    expect(text).toContain('Units that want the programme too (1)');
    for (const said of ['Enheten Ängen', '10 December 2026', 'Å. Öst, chef, ang@example.se'])
      expect(text).toContain(said);
    expect(page).toContain('&lt;b>Tio&lt;/b> om året.');
  });

  it('is not the nominator’s', () => {
    expect(read(casePage(view))).not.toContain('För SoB-förvaltningen');
  });
});

describe('the list of a body', () => {
  const item: AgendaItem = {
    href: '/a/secret?question=1',
    question: position,
    caseNumber: 'N-2026-0001',
    workingTitle: 'Sov bättre',
    kind: { sv: 'Nytt behandlingsprogram', en: 'A new treatment programme' },
    caseDays: 77,
    since: '2026-11-23',
    days: 70,
    targetOn: '2026-12-23',
    meetingOn: '2027-02-08',
  };
  const agenda = {
    ...({ lang: 'sv', bodyName: rådet, today: '2027-02-01' } as const),
    ...{ known, calendarHref: '?calendar' },
  };

  it('R-09: names each case with its age and what is needed to plan a meeting', () => {
    const page = agendaPage({ ...agenda, items: [item] });
    expect(page).toContain('href="/a/secret?question=1">N-2026-0001: Sov bättre</a>');
    expect(read(page)).toContain(
      'Fråga Ta ställning till nomineringen Gäller Nytt behandlingsprogram Ärendets ålder 77 dagar Sedan 23 november 2026 (70 dagar) Svara gärna senast 23 december 2026 Tas upp på möte den 8 februari 2027',
    );
  });

  it('says so when there is nothing', () => {
    expect(read(agendaPage({ ...agenda, items: [] }))).toContain('Inget väntar på er just nu.');
  });

  it('R-j1: has the nominations for themselves, and the programmes', () => {
    const programme = {
      ...item,
      question: followUp,
      workingTitle: 'Stressa mindre',
      publishedOn: '2022-03-01',
    };
    const page = read(agendaPage({ ...agenda, items: [programme, item] }));
    expect(page).toMatch(/Nomineringar \(1\) .*Sov bättre.* Program att följa upp \(1\) .*Stressa mindre/u);
    expect(page).toContain('Publicerades 1 mars 2022');
  });
});

describe('what people wrote', () => {
  it('is text on the page of a case and in a list', () => {
    const evil = { sv: EVIL, en: EVIL };
    const waiting = { question: position, bodyName: evil, since: EVIL, days: 1 };
    const pages = [
      casePage({
        ...view,
        caseNumber: EVIL,
        nomination: { workingTitle: EVIL },
        waiting: [waiting],
        course: [
          { question: position, bodyName: evil, askedOn: EVIL, status: 'released', days: 1, reason: EVIL },
          { act: ACTS.amend, on: EVIL, by: evil },
        ],
        changes: [{ version: 2, on: EVIL, changes: [{ field: 'purpose', before: EVIL, after: EVIL }] }],
        related: [{ number: EVIL, relation: 'related', href: EVIL }],
        positions: [
          { body: evil, position: evil },
          { body: rådet, position: rådet },
        ],
      }),
      agendaPage({
        lang: 'en',
        bodyName: evil,
        today: EVIL,
        known,
        calendarHref: EVIL,
        items: [{ ...waiting, href: EVIL, caseNumber: EVIL, workingTitle: EVIL, kind: evil, caseDays: 1 }],
      }),
    ];
    for (const page of pages) {
      expect(page).not.toContain('<script');
      expect(page).toContain('&lt;script>');
      expect(page.match(/<\/style>/gu)).toHaveLength(1);
    }
  });
});
