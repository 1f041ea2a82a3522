import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { compose } from '../../shared/mail/compose.ts';
import { exampleLetters } from '../../shared/mail/examples.ts';
import { type Letter, noticeLetter, questionLetter } from '../../shared/mail/letters.ts';
import { NOTICES } from '../../shared/mail/notices.ts';
import { sesMailer } from '../../shared/mail/send.ts';
import type { NoticeId } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import type { Language } from '../../shared/routine/words.ts';

const url = `https://nominera.example.se/a/${'x'.repeat(43)}`;
const bodyName = { sv: 'Samordningsråd <psykisk> hälsa & ö', en: 'Coordination council' };
const common = { caseNumber: 'N-2026-0001', askAt: 'sob@example.se' };

const caseUrl = `https://nominera.example.se/c/${'x'.repeat(43)}`;
const agendaUrl = `https://nominera.example.se/b/${'x'.repeat(43)}`;

const letters = (['sv', 'en'] as const).flatMap(
  (lang): { name: string; lang: Language; letter: Letter }[] => [
    ...Object.values(QUESTIONS).map((question) => ({
      name: question.step,
      lang,
      letter: questionLetter({ ...common, question, bodyName, url, agendaUrl, lang, targetOn: '2026-12-23' }),
    })),
    ...(Object.keys(NOTICES) as NoticeId[]).map((notice) => ({
      name: notice,
      lang,
      letter: noticeLetter({ ...common, notice, caseUrl, lang }),
    })),
  ],
);

const parsed = async (letter: Letter) =>
  PostalMime.parse(await compose({ letter, from: 'Nominera <noreply@example.se>', to: 'rad@example.se' }));

describe.each(letters)('$name in $lang', ({ lang, letter }) => {
  it('names the case, and says the same as text and as HTML', async () => {
    expect(letter.subject).toMatch(/^N-2026-0001: \S/u);
    const { html = '', text = '' } = await parsed(letter);
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html.trim()).toBe(letter.html.trim());
    expect(text.trim()).toBe(letter.text.trim());
    const shown = html
      .replaceAll(/<(?:head|style)>.*?<\/(?:head|style)>/gsu, '')
      .replaceAll(/<[^>]+>/gu, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    const words = (it: string) => it.match(/[\p{L}\p{N}]+/gu) ?? [];
    expect(words(shown)).toEqual(expect.arrayContaining(words(text)));
  });

  it('holds no script or picture, and leads nowhere but to our own pages, in the language of the mail', () => {
    expect(letter.html).not.toMatch(/<script|<link|<img|url\(|@import/u);
    const query = lang === 'en' ? '?lang=en' : '';
    const ours = [url, caseUrl, agendaUrl].map((it) => `${it}${query}`);
    expect(letter.html.match(/https?:[^"<\s]+/gu)?.filter((it) => !ours.includes(it))).toEqual([]);
  });
});

const examples = (['sv', 'en'] as const).flatMap((lang) =>
  Object.entries(exampleLetters(lang)).map(([name, letter]) => ({ name, lang, letter })),
);

/** The styles that stand in the mail itself: whoever drops the style sheet in its head has nothing else. */
const styles = ({ html }: Letter): readonly string[] =>
  [...html.matchAll(/ style="([^"]*)"/gu)].flatMap(([, style = '']) => style.split(';'));

/** What Outlook’s engine (Word) lays out: the rest it drops, and the mail must do without. */
const LAID_OUT = [
  ...['margin', 'padding', 'border', 'border-top', 'color', 'background-color', 'text-decoration'],
  ...['font-family', 'font-size', 'font-weight', 'line-height', 'mso-padding-alt'],
];
/** Dropped there without harm: round corners, a button’s own room, the greatest width, where long words are broken. */
const HARMLESS = ['border-radius', 'display', 'max-width', 'overflow-wrap', 'word-break'];

describe.each(examples)('the HTML of $name in $lang', ({ lang, letter }) => {
  it('is laid out by tables that say they are no tables, with what Outlook knows', () => {
    for (const table of letter.html.match(/<table[^>]*>/gu) ?? [])
      expect(table).toContain('role="presentation"');
    const names = styles(letter).map((it) => it.slice(0, it.indexOf(':')));
    expect(names.filter((it) => ![...LAID_OUT, ...HARMLESS].includes(it))).toEqual([]);
    expect(styles(letter).filter((it) => it.startsWith('display:') && it !== 'display:inline-block')).toEqual(
      [],
    );
    expect(letter.html).toContain('<!--[if mso]><table role="presentation" width="600"');
  });

  it('has colours that stay where style is dropped: on light paper, and white on a button’s own colour', () => {
    for (const [tag] of letter.html.matchAll(/<[^>]*background-color[^>]*>/gu))
      expect(tag).toMatch(/ bgcolor="#/u);
    for (const [cell] of letter.html.matchAll(/<td class="button"[^>]*>/gu))
      expect(cell).toMatch(/bgcolor="#1b6374".*mso-padding-alt:/u);
  });

  it('can be read on a phone: nothing is smaller than 16 pixels, one column, its language said', () => {
    const sizes = styles(letter).flatMap((it) => it.match(/^font-size:(\d+)px$/u)?.[1] ?? []);
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.min(...sizes.map(Number))).toBeGreaterThanOrEqual(16);
    expect(letter.html).toContain(`<html lang="${lang}">`);
    expect(letter.html).toContain('name="viewport"');
  });

  it('has one clear button at most', () => {
    expect(letter.html.match(/class="button"/gu)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  it('darkens everything that it colours', () => {
    const named = new Set([...letter.html.matchAll(/ class="([^"]+)"/gu)].map(([, name]) => name));
    for (const name of named) expect(letter.html).toContain(`\n.${name}{`);
    for (const [tag] of letter.html.matchAll(
      /<(?:p|h1|h2|td|a|body|table)\b[^>]*(?<![-\w])color:#(?!ffffff)[^>]*>/gu,
    ))
      expect(tag).toContain(' class="');
  });

  it('is all in one language', () => {
    const said = `${letter.subject}\n${letter.text}`.replaceAll(/https?:\S+|\S+@\S+/gu, '');
    const rest = SWEDISH_NAMES.reduce((text, name) => text.replaceAll(name, ''), said);
    if (lang === 'en') expect(rest).not.toMatch(/[åäö]|\b(?:och|att|inte|eller)\b/iu);
    else expect(rest).not.toMatch(/\b(?:the|and|you|is|of)\b/iu);
  });
});

/** Names that English mails keep in Swedish. */
const SWEDISH_NAMES = ['Stöd och behandling', 'Sov bättre'];

describe('a question', () => {
  const letter = questionLetter({
    ...common,
    question: QUESTIONS.position,
    bodyName,
    url,
    lang: 'sv',
    targetOn: '2026-12-23',
  });

  it('has one button, the address in plain text on its own line, the day, and who to ask', () => {
    expect(letter.html.match(/<a href=/gu)).toHaveLength(1);
    expect(letter.html.split(url)).toHaveLength(3);
    expect(letter.text.split('\n')).toContain(url);
    for (const part of [letter.text, letter.html]) {
      expect(part).toContain('23 december 2026');
      expect(part).toContain('sob@example.se');
    }
  });

  it('says nothing of the case but its number, even if it is handed more', () => {
    const more = { workingTitle: 'HEMLIG', nomination: { needDescription: 'HEMLIG' }, answeredBy: 'HEMLIG' };
    const given = { ...common, question: QUESTIONS.position, bodyName, url, lang: 'sv' as const, ...more };
    expect(JSON.stringify(questionLetter(given))).not.toContain('HEMLIG');
    expect(JSON.stringify(noticeLetter({ ...given, notice: 'N-10', outcome: 'HEMLIG' }))).not.toContain(
      'HEMLIG',
    );
  });
});

describe('a question that was mailed before', () => {
  const mail = { ...common, question: QUESTIONS.position, bodyName, url, lang: 'sv' as const };
  const plain = questionLetter(mail).text;

  it('says so: a new link, a day that has come, a deputy', () => {
    for (const [more, words] of [
      [{ again: true }, 'Den gamla länken gäller inte längre.'],
      [{ rested: true }, 'Nu är det dags att ta upp den igen.'],
      [{ asDeputy: true }, `Du får frågan som ersättare för ${bodyName.sv}.`],
    ] as const) {
      expect(questionLetter({ ...mail, ...more }).text).toContain(words);
      expect(plain).not.toContain(words);
    }
  });

  it('leads also to all that waits for the body', () => {
    const { html, text } = questionLetter({ ...mail, agendaUrl });
    expect(html.match(/ href=/gu)).toHaveLength(2);
    expect(text.split('\n')).toContain(agendaUrl);
  });
});

describe('a notice', () => {
  it.each<[NoticeId, string, string]>([
    ['N-7', 'referToPpr', 'Ja, rådet lyfter nomineringen till PPR'],
    ['N-9', 'supportedWithConditions', 'Tillstyrker med villkor'],
    ['N-10', 'create', 'Skapa programmet'],
    ['councilsChanged', 'refused', 'Nej, inget råd byts ut eller läggs till'],
    ['deviationDecided', 'refused', 'Inte godkänd'],
    ['N-12', 'keep', 'Programmet ska vara kvar'],
  ])('%s tells the outcome in words', (notice, outcome, words) => {
    expect(noticeLetter({ ...common, notice, outcome, lang: 'sv' }).text).toContain(words);
  });

  it.each<[NoticeId, string, string]>([
    ['N-11', 'group', 'Projektgruppen är utsedd'],
    ['N-11', 'published', 'Programmet är publicerat'],
    ['N-11', 'newVersion', 'En ny version av programmet är publicerad'],
    ['N-11', 'access', 'Ett befintligt program ska användas'],
    ['N-11', 'unitStarted', 'Programmet har fått en ny användare'],
    ['N-11', 'youStarted', 'Ni är antecknade som användare av programmet'],
    ['useEnded', 'youEnded', 'Ni använder inte längre programmet'],
    ['N-11', 'revise', 'En ny version av programmet tas fram'],
    ['N-12', 'keep', 'Ställningstagande om inaktivering'],
    ['N-12', 'inactivated', 'Programmet är inaktiverat'],
  ])('%s of %s says at once what has happened', (notice, outcome, subject) => {
    expect(noticeLetter({ ...common, notice, outcome, lang: 'sv' }).subject).toBe(`N-2026-0001: ${subject}`);
  });

  it('R-k4: whoever uses a programme is told to start no new patients', () => {
    for (const [notice, outcome] of [['urgentStop'], ['N-12', 'inactivated']] as const) {
      const mail = { ...common, notice, programme: 'Sov bättre', ...(outcome && { outcome }) };
      const { text } = noticeLetter({ ...mail, lang: 'sv' });
      expect(text).toContain('Program: Sov bättre');
      expect(text).toContain('Starta inga nya patienter');
    }
  });

  it('N-10: says that the project assignment comes, or how access is got to what exists', () => {
    const said = (outcome: string, told = {}) =>
      noticeLetter({ ...common, notice: 'N-10', outcome, told, lang: 'sv' }).text;
    for (const outcome of ['create', 'purchase', 'collaborate'])
      expect(said(outcome)).toContain('Nu behövs ett kort projektuppdrag');
    expect(said('useExisting', { accessRoute: 'agreement' })).toContain('För att använda det krävs: Avtal');
    for (const outcome of ['useExisting', 'decline', 'defer'])
      expect(said(outcome)).not.toContain('Nu behövs ett kort projektuppdrag');
  });

  it('N-12, R-k3: says when the last patient may start, and what becomes of those who have', () => {
    const told = { lastStartOn: '2030-10-01', ongoingPatients: 'moveToOther' };
    const said = (given: object) =>
      noticeLetter({ ...common, notice: 'N-12', outcome: 'inactivated', ...given, lang: 'sv' }).text;
    expect(said({ told })).toContain('Sista dag för nya patienter: 1 oktober 2030');
    expect(said({ told })).toContain('Patienter som redan har börjat: Erbjuds något annat');
    expect(said({})).not.toContain('Sista dag');
  });

  it('N-9: promises a decision only where PPR has answered', () => {
    const said = (outcome: string) => noticeLetter({ ...common, notice: 'N-9', outcome, lang: 'sv' }).text;
    expect(said('supported')).toContain('Nu fattar den regionala SoB-förvaltningen beslut.');
    for (const outcome of ['deferred', 'returnedToCouncil']) expect(said(outcome)).not.toContain('fattar');
  });

  it('every outcome that PPR and the decision can have is told in words', () => {
    for (const [notice, step] of [
      ['N-9', 'pprPosition'],
      ['N-10', 'decision'],
    ] as const) {
      for (const outcome of QUESTIONS[step].outcomes) {
        expect(NOTICES[notice].outcomes?.options).toHaveProperty(outcome);
      }
    }
  });

  it('names the mailbox and the day that it is about', () => {
    const about = { sv: 'Rådet', en: 'The council' };
    expect(noticeLetter({ ...common, notice: 'undelivered', about, lang: 'sv' }).text).toContain(
      'Gäller: Rådet',
    );
    expect(
      noticeLetter({ ...common, notice: 'deferred', reviewOn: '2027-03-01', lang: 'sv' }).text,
    ).toContain('Tas upp igen: 1 mars 2027');
  });

  it('leads to the page of the case for whoever has one', () => {
    const { html, text } = noticeLetter({ ...common, notice: 'N-4', caseUrl, lang: 'sv' });
    expect(html.match(/<a href=/gu)).toHaveLength(1);
    expect(text).toContain(`Se ärendet:\n${caseUrl}`);
    expect(noticeLetter({ ...common, notice: 'N-4', lang: 'sv' }).html).not.toContain('<a href=');
  });
});

describe('the examples', () => {
  it('show every question and every notice', () => {
    const names = Object.keys(exampleLetters('sv'));
    expect(names).toEqual(expect.arrayContaining([...Object.keys(QUESTIONS), ...Object.keys(NOTICES)]));
  });
});

describe('on the wire', () => {
  const letter = questionLetter({ ...common, question: QUESTIONS.position, bodyName, url, lang: 'sv' });

  it('å, ä and ö come through, and no machine is asked to answer', async () => {
    const mail = await parsed(letter);
    expect(mail.subject).toBe('N-2026-0001: Ta ställning till nomineringen');
    expect(mail.text).toContain('Samordningsråd <psykisk> hälsa & ö');
    expect(mail.from).toMatchObject({ name: 'Nominera', address: 'noreply@example.se' });
    const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));
    expect(headers).toMatchObject({ 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' });
    expect(headers['content-type']).toContain('multipart/alternative');
  });

  it('lines stay short enough for every relay', async () => {
    const raw = new TextDecoder().decode(await compose({ letter, from: 'a@example.se', to: 'b@example.se' }));
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThan(998);
  });

  it('a subject or message id cannot begin a new header', async () => {
    const subject = 'N-1\r\nBcc: evil@example.se\r\n\r\nHej';
    const raw = await compose({
      letter: { ...letter, subject },
      from: 'a@example.se',
      to: 'b@example.se',
      messageId: `<1@a>\r\nBcc: x@y`,
    });
    const mail = await PostalMime.parse(raw);
    expect(mail.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(mail.text?.trim()).toBe(letter.text.trim());
  });

  it.each([
    'a@example.se\r\nBcc: b@example.se',
    'a@example.se, b@example.se',
    'a@example.se b@example.se',
    'a',
    '<a@b>,c@d',
    '',
  ])('%j is not an address', async (to) => {
    await expect(async () => compose({ letter, from: 'a@example.se', to })).rejects.toThrow(
      'Not one mail address',
    );
  });

  it('SES is given the finished mail for one address', async () => {
    const sent: unknown[] = [];
    const client = {
      send: async ({ input }: { input: unknown }) => {
        sent.push(input);
        return { MessageId: 'm-1' };
      },
    };
    const mailer = sesMailer(client as never, 'Nominera <noreply@example.se>', 'mails');
    const tags = { case: 'case-1', mail: 'N-3/nominator' };
    expect(await mailer.send('rad@example.se', letter, tags)).toEqual({ messageId: 'm-1' });
    expect(sent).toMatchObject([{ Destinations: ['rad@example.se'], ConfigurationSetName: 'mails' }]);
  });
});
