import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { settle } from '../../shared/pages/conditions.ts';
import { costSums } from '../../shared/pages/costs.ts';
import { examplePages, exampleKnown as known } from '../../shared/pages/examples.ts';
import { messagePage } from '../../shared/pages/message-page.tsx';
import type { QuestionView } from '../../shared/pages/pages.ts';
import { pageHeaders, questionPage, receiptPage } from '../../shared/pages/pages.ts';
import { toPosted } from '../../shared/pages/posted.ts';
import { ACCESSIBILITY, PRIVACY } from '../../shared/pages/statements.ts';
import type { Condition, Field } from '../../shared/routine/form.ts';
import { position } from '../../shared/routine/position.ts';
import type { Question } from '../../shared/routine/question.ts';
import { DOCUMENTS } from '../../shared/routine/rules.ts';
import { screening } from '../../shared/routine/screening.ts';
import { dateInWords, timeInWords } from '../../shared/routine/words.ts';

const nomination = JSON.parse(readFileSync('test/samples/1-insomni.json', 'utf8'));
const pages = (['sv', 'en'] as const).flatMap((lang) =>
  Object.entries(examplePages(nomination, lang)).map(([name, page]) => ({ name, lang, page })),
);

const all = (page: string, pattern: RegExp): readonly string[] =>
  [...page.matchAll(pattern)].map((match) => String(match[1]));

const idsOf = (page: string): readonly string[] => all(page, /\sid="([^"]+)"/gu);

/** R-14, and the authorities that our statements name: the only addresses that are not our own. */
const ELSEWHERE = [
  ...Object.values(DOCUMENTS).flatMap(({ url }) => url ?? []),
  ...[ACCESSIBILITY, PRIVACY].flatMap(({ parts }) => parts.flatMap(({ link }) => link?.url ?? [])),
];

const withoutDocuments = (page: string): string =>
  ELSEWHERE.reduce((less, url) => less.replace(`href="${url}"`, ''), page);

const EVIL = `</textarea></style><script>alert("å & ä")</script>'"`;

const view: QuestionView = {
  lang: 'sv',
  question: position,
  caseNumber: 'N-2026-0001',
  bodyName: { sv: 'Rådet', en: 'The council' },
  nomination,
  submittedOn: '2026-11-20',
  earlier: [],
  known,
};

describe.each(pages)('$name in $lang', ({ name, lang, page }) => {
  it('is one document in its language, without script or anything from elsewhere', () => {
    expect(page).toMatch(new RegExp(`^<!doctype html><html lang="${lang}"`, 'u'));
    const [markup = '', style = '', rest = ''] = withoutDocuments(page).split(/<\/?style>/u);
    expect(markup + rest).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|https?:\/\//u);
    expect(style).not.toMatch(/url\(|@import|@font-face/u);
  });

  it('carries just the style that the policy lets through', () => {
    const [style = ''] = all(page, /<style>(.*?)<\/style>/gsu);
    const digest = createHash('sha256').update(style).digest('base64');
    expect(pageHeaders['content-security-policy']).toContain(`style-src 'sha256-${digest}'`);
    expect(page).not.toMatch(/\sstyle="/u);
  });

  it('has each id once, and leads only to ids that exist', () => {
    const ids = idsOf(page);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [
      ...all(page, /\shref="#([^"]+)"/gu),
      ...all(page, /\s(?:for|form)="([^"]+)"/gu),
      ...all(page, /\saria-describedby="([^"]+)"/gu).flatMap((list) => list.split(' ')),
    ];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('has buttons that come back to a place on the form', () => {
    const form = name.replace(/-review$/u, '-filled');
    const ids = idsOf(pages.find((it) => it.name === form && it.lang === lang)?.page ?? '');
    const toNewRows = /-row-\d+$/u;
    const places = all(page, /\sformaction="#([^"]+)"/gu).filter((id) => !toNewRows.test(id));
    expect(places.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('chooses nothing beforehand', () => {
    if (name.endsWith('-empty')) expect(page).not.toMatch(/<[^>]*\s(?:checked|selected)\b/u);
  });

  it('is small', () => {
    expect(gzipSync(page).length).toBeLessThanOrEqual(30_000);
  });
});

describe('what people wrote', () => {
  it('is text wherever it is shown', () => {
    const evil = {
      workingTitle: EVIL,
      nominatingUnit: EVIL,
      needDescription: EVIL,
      evidenceReferences: [EVIL],
    };
    const posted = { position: EVIL, positionReason: EVIL, answeredByName: EVIL };
    const problems = [{ field: 'position', message: { sv: EVIL, en: EVIL } }];
    const earlier = [
      {
        question: screening,
        bodyName: { sv: EVIL, en: EVIL },
        answers: { screeningReason: EVIL, councils: [EVIL] },
        answeredBy: EVIL,
        answeredOn: EVIL,
      },
    ];
    const shown = [
      questionPage({
        ...view,
        nomination: evil,
        posted,
        problems,
        earlier,
        caseNumber: EVIL,
        submittedOn: EVIL,
      }),
      receiptPage({ ...view, answers: posted, answeredBy: EVIL, answeredAt: EVIL }),
      messagePage({ lang: 'sv', title: { sv: EVIL, en: EVIL }, text: { sv: EVIL, en: EVIL } }),
    ];
    for (const page of shown) {
      expect(page).not.toContain('<script');
      expect(page).toContain('&lt;script>');
      expect(all(page, /(<\/style>)/gu)).toHaveLength(1);
    }
  });

  it('is all there again after a fault, with the fault at the top and at the field', () => {
    const posted = {
      positionReason: 'Kort\nmen "tydligt"',
      economicConsequences: { value: 'true', sekPerYear: 'mycket' },
    };
    const message = { sv: 'Skriv ett tal.', en: 'Write a number.' };
    const page = questionPage({
      ...view,
      posted,
      problems: [{ field: 'economicConsequences.sekPerYear', message }],
    });
    expect(page).toContain('<title>Fel: Ta ställning till nomineringen');
    expect(page).toContain('<a href="#f-economicConsequences-sekPerYear">Skriv ett tal.</a>');
    expect(page).toMatch(/id="f-economicConsequences-sekPerYear-error"[^§]*?Skriv ett tal\./u);
    expect(page).toContain('Kort\nmen &quot;tydligt&quot;</textarea>');
    expect(page).toContain('value="mycket"');
    expect(all(page, /<input([^>]*\schecked[^>]*)>/gu)).toHaveLength(1);
  });

  it('that no field can be blamed for is said without a link', () => {
    const page = questionPage({
      ...view,
      problems: [{ field: '$', message: { sv: 'Formuläret är tomt.', en: 'Empty.' } }],
    });
    expect(page).toContain('<li>Formuläret är tomt.</li>');
  });
});

describe('what is read before answering', () => {
  it('is the nomination with its sums, without what was left out', () => {
    const page = questionPage(view);
    expect(page).toContain('1\u00a0050\u00a0000 kr');
    expect(page).toContain('januari 2027');
    expect(page).toContain('Vet inte än: Diskuteras med förvaltningen för primärvård.');
    expect(page).not.toContain('Inköp</span>');
  });

  it('says when a question need not be answered', () => {
    expect(questionPage(view)).toContain('Svara om du valde ”Ja” ovan.');
    const page = questionPage({ ...view, question: screening, lang: 'en' });
    expect(page).toContain('Answer if you chose “Yes, with adjustments” or “No” above.');
  });
});

describe('see the minutes', () => {
  const minuted = { positionReason: { inMinutes: true } };

  it('is offered beside each text of a council, under the name of the text', () => {
    const page = questionPage(view);
    const offers = all(page, /<fieldset class="govuk-fieldset" aria-label="([^"]+)"/gu);
    expect(offers).toContain('Befintliga programalternativ');
    expect(new Set(offers).size).toBe(offers.length);
    expect(questionPage({ ...view, question: screening })).not.toContain('Se bifogat protokoll');
  });

  it('is shown again, and in the receipt', () => {
    const page = questionPage({ ...view, posted: toPosted(position.form, minuted) });
    expect(page).toMatch(/name="positionReason_inMinutes"[^>]*\schecked/u);
    const receipt = { ...view, answers: minuted, answeredBy: 'Bo', answeredAt: '2026-12-14T13:05:00Z' };
    expect(receiptPage(receipt)).toContain('Se bifogat protokoll');
  });

  it('makes the reference to the minutes needed', () => {
    expect(questionPage(view)).toContain(
      'Måste fyllas i om du har svarat ”Se bifogat protokoll” någonstans.',
    );
  });
});

describe('a field that is needed only of some programmes', () => {
  const pageFor = (programmeKind: string, question: Question = position) =>
    questionPage({ ...view, question, known: { ...known, facts: { programmeKind } } });

  it('says when, where an answer decides it', () => {
    const when = 'Måste fyllas i om du valde ”Behandlingsprogram” under ”Annan typ av program”.';
    expect(pageFor('support').includes(when)).toBe(true);
    expect(pageFor('treatment').includes(when)).toBe(false);
  });

  it('asks plainly where the case decides that it is, and is wished for where not', () => {
    const plan: Field = {
      kind: 'text',
      size: 'long',
      label: { sv: 'Plan', en: 'Plan' },
      need: 'must',
      needWhen: { fact: 'programmeKind', is: ['treatment'] },
      otherwise: 'should',
    };
    const question = { ...position, form: { plan }, sections: [] };
    expect(pageFor('treatment', question)).toContain('>Plan</label>');
    expect(pageFor('support', question)).toContain('>Plan (om du kan)</label>');
  });
});

describe('the screening', () => {
  it('asks which council leads when there are several, and for a result when there is one', () => {
    const page = questionPage({ ...view, question: screening });
    expect(page).toContain('Svara om du valde minst 2 alternativ ovan.');
    expect(page).toContain('Svara om du har svarat på frågan ovan.');
    expect(page).toMatch(/name="leadCouncil" type="radio" value="primarvard"/u);
  });
});

describe('conditions with the facts filled in', () => {
  const fact = (value: string): Condition => ({ fact: 'programmeKind', is: [value] });
  const field: Condition = { field: 'x', is: [true] };
  it.each<[Condition, boolean | Condition]>([
    [fact('treatment'), true],
    [fact('support'), false],
    [{ all: [fact('treatment'), field] }, field],
    [{ all: [fact('support'), field] }, false],
    [{ any: [fact('treatment'), field] }, true],
    [{ any: [fact('support'), field] }, field],
    [{ all: [field, { any: [field, fact('support')] }] }, { all: [field, field] }],
  ])('%j', (condition, left) => {
    expect(settle(condition, known)).toEqual(left);
  });
});

describe('sums', () => {
  it('count amounts, and lines without one', () => {
    const lines = [
      { amountSek: 100, recurrence: 'oneOff' },
      { amountSek: 10, recurrence: 'perYear', bornBy: 'unknown' },
      { hours: 5, recurrence: 'oneOff' },
    ];
    expect(costSums(lines)).toEqual({
      oneOff: 100,
      perYear: 10,
      fiveYears: 150,
      withoutAmount: 1,
      unknownPayer: 50,
    });
    expect(costSums({ unknown: true, reason: '…' })).toBeUndefined();
  });
});

describe('dates', () => {
  it('are said in words, in Sweden’s time', () => {
    expect(dateInWords('2026-12-23', 'sv')).toBe('23 december 2026');
    expect(dateInWords('2027-01', 'en')).toBe('January 2027');
    expect(dateInWords('i fjol', 'sv')).toBe('i fjol');
    expect(timeInWords('2026-12-14T23:05:00Z', 'sv')).toBe('15 december 2026 kl. 00:05');
  });
});
