import fc from 'fast-check';
import PostalMime, { type Email } from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { reportCsv } from '../../functions/follow/report-csv.ts';
import { reportOf } from '../../shared/case/report.ts';
import { compose } from '../../shared/mail/compose.ts';
import { draftLetter } from '../../shared/mail/draft-letters.ts';
import { type Letter, noticeLetter, questionLetter } from '../../shared/mail/letters.ts';
import { NOTICES } from '../../shared/mail/notices.ts';
import { reportLetter } from '../../shared/mail/report-letter.ts';
import { FORMS } from '../../shared/routine/catalogue.ts';
import { checkAnswers } from '../../shared/routine/check.ts';
import type { Field } from '../../shared/routine/form.ts';
import type { NoticeId } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { everyField } from './every-field.ts';

/** What could end a header and begin another, or name somebody else: by itself, encoded, or cut to one byte. */
const PIECES = [
  ...['\r\n', '\n', '\r', '\0', '\u0085', '\u2028', '\u2029', '\u202e', '\u2066', '\u010d\u010a', '%0d%0a'],
  ...[
    'Bcc: x@example.se',
    'Subject: y',
    'Content-Type: text/html',
    '--',
    '.',
    ' ',
    '\t',
    '"',
    '<',
    '>',
    ',',
    ';',
    ':',
  ],
  ...[
    '=?utf-8?q?=0D=0ABcc:=20x@example.se?=',
    '=?utf-8?b?DQpCY2M6IHhAZXhhbXBsZS5zZQ==?=',
    'x@example.se',
    'Åsa',
    '(a)',
  ],
];
const hostile = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((it) => it.join(''));
const sampled = fc.sample(hostile, { seed: 7, numRuns: 60 });
const alone = PIECES.map((it) => `a${it}b`);

const KNOWN = { today: '2026-11-23', facts: {}, registers: {} };

const texts = Object.entries(FORMS).flatMap(([form, declared]) =>
  everyField(declared)
    .filter(({ field }) => field.kind === 'text')
    .map(({ path, field }) => ({
      name: `${form}.${path}`,
      field: field as Extract<Field, { kind: 'text' }>,
    })),
);

/** What a form keeps of a text, or `undefined` where it is refused. */
const keptOf = (field: Field, text: string): unknown => {
  const { askedWhen: _a, needWhen: _n, ...plain } = field;
  const checked = checkAnswers({ text: plain as Field }, { text }, KNOWN);
  return checked.ok ? checked.answers.text : undefined;
};

describe('a text field of a form', () => {
  const [mailboxes, lines] = [
    texts.filter(({ field }) => field.format === 'email'),
    texts.filter(({ field }) => field.size === 'short'),
  ];

  it('that takes a mailbox takes one plain address, and nothing beside it', () => {
    expect(mailboxes.length).toBeGreaterThan(15);
    for (const { name, field } of mailboxes) {
      expect([name, keptOf(field, 'anna@example.se')]).toEqual([name, 'anna@example.se']);
      for (const piece of [...alone, ...sampled]) {
        const kept =
          keptOf(field, `anna@example.se${piece}`) ?? keptOf(field, `${piece}anna@example.se`) ?? 'a@b.se';
        expect([name, piece, kept]).toEqual([name, piece, expect.stringMatching(/^[\w.'+-]+@[\w.-]+$/u)]);
      }
    }
  });

  it('that takes one line keeps no break of a line and no control character but a tab', () => {
    expect(lines.length).toBeGreaterThan(60);
    for (const { name, field } of lines)
      for (const text of [...alone, ...sampled]) {
        const kept = keptOf(field, text);
        if (kept !== undefined)
          expect([name, kept]).toEqual([name, expect.not.stringMatching(/(?!\t)\p{Cc}/u)]);
      }
  });
});

/** The headers that a mail of ours has, in whatever order. */
const OURS = [
  ...['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'],
  'x-auto-response-suppress',
];

const FROM = { name: 'Nominera', address: 'noreply@example.se' };
const TO = 'rad@example.se';

const sent = async (letter: Letter, to = TO, messageId?: string): Promise<Email> =>
  PostalMime.parse(
    await compose({ letter, from: `${FROM.name} <${FROM.address}>`, to, ...(messageId && { messageId }) }),
  );

const expectOurs = ({ headers, from, to, cc, bcc, replyTo, attachments }: Email, recipient = TO): void => {
  expect(headers.map(({ key }) => key).sort()).toEqual(OURS);
  expect(from).toMatchObject(FROM);
  expect(to?.map(({ address }) => address)).toEqual([recipient]);
  expect([cc, bcc, replyTo, attachments]).toEqual([undefined, undefined, undefined, []]);
};

const url = 'https://nominera.example.se/a/x';

/** Every letter that holds something that was written by somebody, with it all the same. */
const lettersWith = (text: string): readonly Letter[] => {
  const words = { sv: text, en: text };
  const common = { caseNumber: text, askAt: text, programme: text, lang: 'sv' as const };
  const told = { accessRoute: text, lastStartOn: text, ongoingPatients: text };
  return [
    questionLetter({ ...common, question: QUESTIONS.position, bodyName: words, url, asDeputy: true }),
    ...(['N-10', 'N-12', 'useEnded', 'undelivered'] as const).map((notice: NoticeId) =>
      noticeLetter({
        ...common,
        notice,
        outcome: Object.keys(NOTICES[notice].outcomes?.options ?? {})[0] ?? '',
        about: words,
        told,
      }),
    ),
    draftLetter({ lang: 'sv', url, askAt: text }),
    reportLetter({ lang: 'sv', version: 1, year: 2027, url, askAt: text }),
  ];
};

describe('a mail', () => {
  it('has exactly our headers and its one recipient, whatever stands in a field that it is made of', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        for (const letter of lettersWith(text)) expectOurs(await sent(letter));
      }),
      { numRuns: 60 },
    );
  });

  it('says in its subject nothing but one line, and what its text says', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const [letter] = lettersWith(text) as [Letter];
        const mail = await sent(letter);
        expect(mail.subject).not.toMatch(/\p{Cc}/u);
        expect(mail.text).toContain('Ta ställning till nomineringen');
      }),
      { numRuns: 60 },
    );
  });

  it('has no line that a name has made', async () => {
    const lines = ({ text = '' }: Email) => text.split(/[\n\r\u0085\u2028\u2029]/u).length;
    const mail = (name: string) =>
      sent(noticeLetter({ caseNumber: 'N-2026-0001', programme: name, notice: 'urgentStop', lang: 'sv' }));
    const plain = lines(await mail('Sov bättre'));
    for (const piece of alone) expect([piece, lines(await mail(piece))]).toEqual([piece, plain]);
  });

  it('goes to the one address that it is sent to, or nowhere', async () => {
    const [letter] = lettersWith('N-2026-0001') as [Letter];
    await fc.assert(
      fc.asyncProperty(hostile, fc.boolean(), async (text, isFirst) => {
        const to = isFirst ? `${text}${TO}` : `${TO}${text}`;
        const mail = await sent(letter, to, `<${text}@example.se>`).catch((error: Error) => error.message);
        if (typeof mail === 'string') expect(mail).toBe('Not one mail address');
        else expectOurs(mail, mail.to?.[0]?.address ?? '');
      }),
      { numRuns: 300 },
    );
  });
});

it('no cell of the exported table begins as a formula does, whatever its words are', () => {
  const report = reportOf({}, 2027);
  const starts = ['=', '+', '-', '@', '\t', '\r', '\uff1d', '\uff0b', '\uff0d', '\uff20'];
  for (const start of starts) {
    const words = { sv: `${start}HYPERLINK("https://example.se")`, en: `${start}1+1` };
    const counts = report.counts.map((it) => ({
      ...{ ...it, title: words, definition: words },
      figures: it.figures.map((figure) => ({ ...figure, label: words })),
    }));
    const steps = [{ ...{ step: 'position', title: words }, answers: 1, medianDays: 2, longestDays: 3 }];
    const csv = reportCsv({ ...report, counts, steps: steps as unknown as typeof report.steps }, 'sv');
    const cells = csv
      .split(/\r\n|;(?=(?:[^"]*"[^"]*")*[^"]*$)/u)
      .map((cell) => cell.replace(/^\ufeff?"?/u, ''));
    expect(cells.filter((cell) => starts.some((it) => cell.startsWith(it)))).toEqual([]);
    expect(cells.filter((cell) => cell.startsWith(`'${start}`)).length).toBeGreaterThan(1);
  }
});
