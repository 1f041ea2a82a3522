import type { Language, Words } from '../routine/words.ts';

/** A thing in a list, with what is said of it and where it leads. */
export interface Entry {
  readonly title: string;
  readonly lines: readonly string[];
  readonly link?: { readonly label: string; readonly url: string };
}

/** A mail is written once, as blocks, and read as text or as HTML. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'button'; readonly label: string; readonly orCopy: string; readonly url: string };

/** A link to a page of ours, which can also be copied. */
export const link = (label: Words, url: string, lang: Language): Block => ({
  kind: 'button',
  label: label[lang],
  orCopy: OR_COPY[lang],
  url,
});

const OR_COPY: Words = {
  sv: 'Om knappen inte fungerar, kopiera adressen:',
  en: 'If the button does not work, copy the address:',
};

export interface Template {
  readonly lang: Language;
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly footer: readonly string[];
}

/** The mail as plain text. The address stands on a line of its own, so that no programme breaks it. */
export function asText({ heading, blocks, footer }: Template): string {
  const parts = [heading, ...blocks.map(textOf), '--', footer.join('\n')];
  return `${parts.join('\n\n')}\n`;
}

const textOf = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'heading':
      return `${block.text}\n${'='.repeat(block.text.length)}`;
    case 'entries':
      return block.entries.map(entryAsText).join('\n\n');
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'button':
      return `${block.label}:\n${block.url}`;
  }
};

const entryAsText = ({ title, lines, link }: Entry): string =>
  [title, ...lines, ...(link === undefined ? [] : [`${link.label}:`, link.url])].join('\n');

/** The mail as HTML that Outlook can read: tables and inline styles, nothing from elsewhere. */
export function asHtml({ lang, heading, blocks, footer }: Template): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(heading)}</title>
</head>
<body style="margin:0;padding:0;background-color:${PAPER}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:${PAPER}">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background-color:#ffffff;border:1px solid ${LINE}">
<tr><td style="padding:28px 28px 12px;${FONT}">
<h1 style="margin:0 0 18px;font-size:22px;line-height:30px;font-weight:bold;color:${INK}">${escaped(heading)}</h1>
${blocks.map(htmlOf).join('\n')}
</td></tr>
<tr><td style="padding:14px 28px 20px;border-top:1px solid ${LINE};${FONT}">
${footer.map((line) => `<p style="margin:0 0 6px;font-size:14px;line-height:20px;color:${FAINT}">${escaped(line)}</p>`).join('\n')}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

const htmlOf = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="${PARAGRAPH}">${escaped(block.text)}</p>`;
    case 'heading':
      return `<h2 style="margin:10px 0 12px;font-size:18px;line-height:26px;font-weight:bold;color:${INK}">${escaped(block.text)}</h2>`;
    case 'entries':
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 18px">
${block.entries.map((entry) => `<tr><td style="padding:10px 0 12px;border-top:1px solid ${LINE}">${entryAsHtml(entry)}</td></tr>`).join('\n')}
</table>`;
    case 'facts':
      return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 18px">
${block.rows.map(([label, value]) => `<tr>${cell(label, FAINT)}${cell(value, `${INK};font-weight:bold`)}</tr>`).join('\n')}
</table>`;
    case 'button':
      return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 18px">
<tr><td style="background-color:${ACCENT};border-radius:3px">
<a href="${escaped(block.url)}" style="display:inline-block;padding:12px 24px;border:1px solid ${ACCENT};border-radius:3px;font-size:17px;line-height:22px;font-weight:bold;color:#ffffff;text-decoration:none">${escaped(block.label)}</a>
</td></tr>
</table>
<p style="${PARAGRAPH};font-size:14px;line-height:20px">${escaped(block.orCopy)}<br><span style="word-break:break-all">${escaped(block.url)}</span></p>`;
  }
};

const entryAsHtml = ({ title, lines, link }: Entry): string => {
  const url = link && escaped(link.url);
  return [
    `<p style="${LINE_OF_ENTRY};font-weight:bold;color:${INK}">${escaped(title)}</p>`,
    ...lines.map((line) => `<p style="${LINE_OF_ENTRY};color:${FAINT}">${escaped(line)}</p>`),
    ...(link === undefined
      ? []
      : [
          `<p style="${LINE_OF_ENTRY}"><a href="${url}" style="color:${ACCENT};font-weight:bold;text-decoration:underline">${escaped(link.label)}</a></p>`,
        ]),
  ].join('');
};

const cell = (text: string, colour: string): string =>
  `<td valign="top" style="padding:0 16px 4px 0;overflow-wrap:anywhere;font-size:16px;line-height:24px;color:${colour}">${escaped(text)}</td>`;

const INK = '#1d2629';
const FAINT = '#4f5b60';
const LINE = '#c9d1d4';
const PAPER = '#f2f5f6';
const ACCENT = '#1b6374';
const FONT = `font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:${INK}`;
const LINE_OF_ENTRY = 'margin:0 0 2px;font-size:16px;line-height:24px';
const PARAGRAPH = `margin:0 0 18px;font-size:16px;line-height:24px;color:${INK}`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign);
