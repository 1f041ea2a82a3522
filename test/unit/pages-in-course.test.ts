import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../shared/case/changes.ts';
import { examplePages, exampleKnown as known } from '../../shared/pages/examples.ts';
import {
  type ActView,
  actDonePage,
  actPage,
  type ClosedView,
  closedPage,
  type QuestionView,
  questionPage,
  receiptPage,
  replacedPage,
  resentPage,
  reviewPage,
} from '../../shared/pages/pages.ts';
import { STEP, toPosted } from '../../shared/pages/posted.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import { decision } from '../../shared/routine/decision.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import { position } from '../../shared/routine/position.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { screening } from '../../shared/routine/screening.ts';
import { supplement } from '../../shared/routine/supplement.ts';

const nomination = JSON.parse(readFileSync('test/samples/1-insomni.json', 'utf8'));
const rådet = { sv: 'Rådet', en: 'The council' };
const annat = { sv: 'Annat råd', en: 'Another council' };

const view: QuestionView = {
  lang: 'sv',
  question: position,
  caseNumber: 'N-2026-0001',
  bodyName: rådet,
  nomination,
  submittedOn: '2026-11-20',
  earlier: [],
  known,
};
const act: ActView = {
  lang: 'sv',
  act: ACTS.withdraw,
  caseNumber: 'N-2026-0001',
  bodyName: rådet,
  workingTitle: 'Sov bättre',
  backHref: '?',
  query: 'act=withdraw',
  known,
};

/** The page as it is read: without style and markup. */
const read = (page: string): string =>
  page
    .replace(/<style>.*<\/style>/su, '')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');

describe('a question in the course of its case', () => {
  it('offers what can be done by those who cannot answer yet, in the language of the page', () => {
    const acts = [{ act: ACTS.requestSupplement, href: '?act=requestSupplement' }];
    expect(questionPage({ ...view, acts })).toContain(
      '<a class="govuk-link" href="?act=requestSupplement">Begär komplettering</a>',
    );
    expect(questionPage({ ...view, acts, lang: 'en' })).toContain(
      'href="?act=requestSupplement&amp;lang=en">Request a supplement',
    );
    expect(read(questionPage(view))).not.toContain('Kan ni inte svara än?');
  });

  it('R-b3: says when it is taken up, and that it waits but may be answered', () => {
    const page = read(questionPage({ ...view, meetingOn: '2026-12-14', waitsSince: '2026-12-01' }));
    expect(page).toContain('tas upp på möte den 14 december 2026 .');
    expect(page).toContain('Väntar på komplettering sedan 1 december 2026 . Ni kan svara ändå.');
  });

  it('says in whose place the office answers, and asks for the minutes', () => {
    const page = read(questionPage({ ...view, asOffice: true }));
    expect(page).toContain('Ni registrerar ett svar i stället för Rådet.');
    expect(page).toContain('ange protokollet');
    const receipt = { ...view, answers: {}, answeredBy: 'Eva Ek', answeredAt: '2026-12-14T13:05:00Z' };
    expect(read(receiptPage({ ...receipt, recordedByOffice: true }))).toContain(
      'Registrerat av SoB-förvaltningen genom Eva Ek',
    );
  });

  it('R-a9, R-b6: names similar programmes and cases, each with the reason', () => {
    const reason = { sv: 'Samma kliniska område.', en: 'The same clinical area.' };
    const url = 'https://sob.example.se/sova';
    const page = questionPage({
      ...view,
      lang: 'en',
      similar: [
        { name: 'Sova', what: 'programme', href: url, reason },
        { name: 'Vila', what: 'case', reason },
      ],
    });
    expect(page).toContain(`href="${url}">Sova</a>`);
    expect(read(page)).toContain('Vila (case) The same clinical area.');
  });

  it('R-05: says which version of the nomination an answer was given on', () => {
    const earlier = [1, 2].map((givenOn) => ({
      question: screening,
      bodyName: { sv: `Råd ${givenOn}`, en: '' },
      answers: {},
      answeredBy: 'Eva Ek',
      answeredOn: '2026-11-23',
      givenOn,
    }));
    const page = read(questionPage({ ...view, earlier, nominationVersion: 2 }));
    expect(page.match(/Gavs på version \d+ av nomineringen; version \d+ finns\./gu)).toEqual([
      'Gavs på version 1 av nomineringen; version 2 finns.',
    ]);
  });

  it('R-05: shows what has changed in the nomination, before and now', () => {
    const changes = changesBetween(nominationForm, { ...nomination, purpose: 'Bättre sömn.' }, nomination);
    const page = read(questionPage({ ...view, changes: [{ version: 2, on: '2026-12-03', changes }] }));
    expect(page).toContain('Nomineringen ändrades 3 december 2026 (version 2)');
    expect(page).toContain('Före: Bättre sömn. Nu: Minska svårighetsgraden');
  });

  it('R-e2: tells the office where the councils differ, and only there', () => {
    const { supportCreate, notSupported } = position.form.position.options;
    const positions = (second: typeof supportCreate | typeof notSupported) => [
      { body: rådet, position: supportCreate },
      { body: annat, position: second },
    ];
    const page = (second: typeof supportCreate | typeof notSupported) =>
      read(questionPage({ ...view, question: decision, positions: positions(second) }));
    expect(page(notSupported)).toContain(
      `Råden är inte eniga: Rådet: ${supportCreate.sv} Annat råd: ${notSupported.sv}`,
    );
    expect(page(supportCreate)).not.toContain('inte eniga');
  });

  it('tells which councils need not answer any more, and why', () => {
    const released = [{ body: annat, on: '2026-12-20', reason: 'Berörs inte.' }];
    expect(read(questionPage({ ...view, released }))).toContain(
      'Annat råd behöver inte svara längre (från 20 december 2026). Skäl: Berörs inte.',
    );
  });

  it('R-13: warns the office that the routine is about to expire', () => {
    const expiryBanner = { sv: 'Rutinen upphör snart.', en: 'The routine ends soon.' };
    expect(read(questionPage({ ...view, expiryBanner }))).toContain('Rutinen upphör snart.');
  });

  it('R-14: leads to both documents of the routine', () => {
    const page = read(questionPage(view));
    expect(page).toContain('Regional rutin för framtagande');
    expect(page).toContain('Process för produktion');
  });

  it('keeps what leads to it when the language is changed', () => {
    expect(questionPage({ ...view, query: 'question=position-1' })).toContain(
      'formaction="?question=position-1&amp;lang=en"',
    );
    expect(questionPage(view)).toContain('formaction="?lang=en"');
  });
});

describe('a supplement', () => {
  const cause = {
    act: ACTS.requestSupplement,
    bodyName: rådet,
    on: '2026-12-01',
    answers: { supplementNeeded: 'Vad kostar driften?' },
  };
  const page = questionPage({
    ...view,
    question: supplement,
    posted: toPosted(supplement.form, nomination),
    cause,
  });

  it('says who misses what', () => {
    expect(read(page)).toContain(
      'Begäran om komplettering Rådet, 1 december 2026. Vad behöver kompletteras? Vad kostar driften?',
    );
  });

  it('holds the nomination as it is, to be mended in place and not read twice', () => {
    expect(page).toContain(`value="${nomination.workingTitle}"`);
    expect(read(page)).not.toContain('Något behöver rättas');
    expect(page).not.toContain('Mer om nomineringen');
  });
});

describe('an act', () => {
  it('stands on a page of its own, with its case and the way back', () => {
    const page = actPage({ ...act, on: { question: position, bodyName: annat } });
    expect(page).toContain('<h1 class="govuk-heading-l">Dra tillbaka nomineringen</h1>');
    expect(page).toContain('<a class="govuk-link" href="?">Tillbaka</a>');
    expect(read(page)).toContain('Ärende N-2026-0001');
    expect(read(page)).toContain('Det gäller frågan: Inventering och ställningstagande, Annat råd');
    expect(page).toContain('formaction="?act=withdraw&amp;lang=en"');
  });

  it('is sent with a button that says what is done', () => {
    expect(read(actPage(act))).toMatch(/Dra tillbaka nomineringen\s+(?:Nominera|$)/u);
    expect(read(actPage(act))).not.toContain('Skicka svaret');
    const amend = { ...act, act: ACTS.amend };
    expect(read(actPage(amend))).toContain('Kontrollera svaren');
    const review = { ...amend, sheet: ACTS.amend, posted: {}, answers: {}, missing: [] };
    expect(read(reviewPage(review))).toContain('Ändra nomineringen');
  });

  it('says afterwards what happens next, in words of its own', () => {
    for (const done of Object.values(ACTS)) {
      const page = read(actDonePage({ ...act, act: done, doneOn: '2026-12-01' }));
      expect(page).toContain(done.next.sv);
      expect(page).toContain('Tillbaka');
    }
  });
});

describe('every form', () => {
  const sheets = [...Object.values(QUESTIONS), ...Object.values(ACTS)];
  it.each(sheets.map((sheet) => [sheet.id, sheet] as const))('%s names itself', (id, sheet) => {
    const page =
      'step' in sheet
        ? questionPage({ ...view, question: sheet as typeof position })
        : actPage({ ...act, act: sheet as typeof act.act });
    expect(page).toContain(`<input type="hidden" name="${STEP}" value="${id}"/>`);
  });
});

describe('a question that is closed', () => {
  const closed: ClosedView = {
    lang: 'sv',
    question: position,
    caseNumber: 'N-2026-0001',
    bodyName: rådet,
    known,
    why: 'released',
    on: '2026-12-20',
  };

  it.each<[Partial<ClosedView>, string]>([
    [
      { why: 'released', by: annat, reason: 'Berörs inte.' },
      'Annat råd avgjorde den 20 december 2026 att ni inte behöver svara. Skäl: Berörs inte.',
    ],
    [{ why: 'released' }, 'Det avgjordes den 20 december 2026 att ni inte behöver svara.'],
    [{ why: 'wentOn' }, 'Ärendet gick vidare den 20 december 2026 utan det här svaret.'],
    [{ why: 'decided' }, 'Beslut om nomineringen fattades den 20 december 2026'],
    [{ why: 'declined' }, 'Beslut om nomineringen fattades den 20 december 2026'],
    [{ why: 'notForSob' }, 'idén inte passar i Stöd och behandling'],
    [{ why: 'merged', mergedInto: 'N-2026-0007' }, 'ett annat ärende om samma idé, N-2026-0007'],
    [{ why: 'withdrawn' }, 'Nomineringen drogs tillbaka den 20 december 2026.'],
  ])('says why: %j', (why, words) => {
    const page = closedPage({ ...closed, ...why });
    expect(read(page)).toContain(words);
    expect(page).not.toContain('<form');
  });

  it('shows what somebody sent all the same, and that it is not saved', () => {
    const written = { positionReason: 'Allt jag skrev.' };
    const late = { sheet: position, posted: written, written, intent: 'submit' } as const;
    const page = read(closedPage({ ...closed, late }));
    expect(page).toContain('inte sparat');
    expect(page).toContain('Allt jag skrev.');
  });
});

describe('a link that has been replaced', () => {
  const written = { positionReason: 'Allt jag skrev.' };
  const typed = { sheet: position, posted: written, written, intent: 'submit' } as const;

  it('offers to send the new one to the mailbox, and shows no address', () => {
    const page = replacedPage({ lang: 'sv' });
    expect(page).toMatch(/<form method="post"[^>]*><button[^>]*name="_resend"/u);
    expect(read(page)).toContain('Skicka en ny länk till brevlådan');
  });

  it('keeps what was typed, also when the new one is sent', () => {
    expect(replacedPage({ lang: 'sv', typed })).toContain('name="positionReason" value="Allt jag skrev."');
    expect(read(replacedPage({ lang: 'sv', typed }))).toContain('inte sparat');
    expect(read(resentPage({ lang: 'sv', typed }))).toContain('Allt jag skrev.');
  });
});

describe('the examples', () => {
  it('show every question and every act', () => {
    const names = Object.keys(examplePages(nomination, 'sv')).join('\n');
    for (const step of Object.keys(QUESTIONS)) expect(names).toContain(`${step}-empty`);
    for (const name of Object.keys(ACTS)) expect(names).toContain(`act-${name}-empty`);
  });
});
