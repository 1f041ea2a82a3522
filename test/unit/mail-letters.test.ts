import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { compose } from '../../shared/mail/compose.ts';
import { type Letter, noticeLetter, questionLetter } from '../../shared/mail/letters.ts';
import { sesMailer } from '../../shared/mail/send.ts';
import type { NoticeId } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import type { Language } from '../../shared/routine/words.ts';

const url = `https://nominera.example.se/a/${'x'.repeat(43)}`;
const bodyName = { sv: 'Samordningsråd <psykisk> hälsa & ö', en: 'Coordination council' };
const common = { caseNumber: 'N-2026-0001', askAt: 'sob@example.se' };

const letters = (['sv', 'en'] as const).flatMap(
  (lang): { name: string; lang: Language; letter: Letter }[] => [
    ...Object.values(QUESTIONS).map((question) => ({
      name: question.step,
      lang,
      letter: questionLetter({ ...common, question, bodyName, url, lang, targetOn: '2026-12-23' }),
    })),
    ...(['N-3', 'N-7', 'N-9', 'N-10'] satisfies NoticeId[]).map((notice) => ({
      name: notice,
      lang,
      letter: noticeLetter({ ...common, notice, lang }),
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

  it('holds no script, style sheet or picture, and leads nowhere but to the link', () => {
    expect(letter.html).not.toMatch(/<script|<style|<link|<img|url\(/u);
    expect(letter.html.match(/https?:[^"<\s]+/gu)?.filter((it) => it !== url) ?? []).toEqual([]);
  });
});

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

describe('a notice', () => {
  it.each<[NoticeId, string, string]>([
    ['N-7', 'referToPpr', 'Ja, rådet lyfter nomineringen till PPR'],
    ['N-9', 'supportedWithConditions', 'Tillstyrker med villkor'],
    ['N-10', 'create', 'Skapa programmet'],
  ])('%s tells the outcome in words', (notice, outcome, words) => {
    expect(noticeLetter({ ...common, notice, outcome, lang: 'sv' }).text).toContain(words);
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
    expect(await mailer.send('rad@example.se', letter)).toEqual({ messageId: 'm-1' });
    expect(sent).toMatchObject([{ Destinations: ['rad@example.se'], ConfigurationSetName: 'mails' }]);
  });
});
