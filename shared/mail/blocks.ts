import type { Language, Words } from '../routine/words.ts';
import { oneLine } from './one-line.ts';

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
  | { readonly kind: 'button'; readonly label: string; readonly orCopy: string; readonly url: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/** What a mail is for: a button that leads to a page of ours, whose address can also be copied. */
export const link = (label: Words, url: string, lang: Language): Block => ({
  kind: 'button',
  label: label[lang],
  orCopy: OR_COPY[lang],
  url: inLanguage(url, lang),
});

/** Another page of ours, beside what the mail is for. */
export const alsoLink = (label: Words, url: string, lang: Language): Block => ({
  kind: 'link',
  label: label[lang],
  url: inLanguage(url, lang),
});

/** A page in the language of the mail that leads there. */
export const inLanguage = (url: string, lang: Language): string =>
  lang === 'sv' ? url : `${url}?lang=${lang}`;

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
      return block.rows.map(([label, value]) => `${label}: ${oneLine(value)}`).join('\n');
    case 'button':
    case 'link':
      return `${block.label}:\n${block.url}`;
  }
};

const entryAsText = ({ title, lines, link }: Entry): string =>
  [title, ...lines, ...(link === undefined ? [] : [`${link.label}:`, link.url])].join('\n');

/**
 * The mail as HTML. Outlook lays it out with Word, which knows tables with widths, colours and padding of cells, and
 * little else: it gets a table of its own around the mail, because it knows no `max-width`. The style sheet only darkens;
 * whoever drops it sees the light mail.
 */
export function asHtml({ lang, heading, blocks, footer }: Template): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(heading)}</title>
<style>${IN_THE_DARK}</style>
</head>
<body class="paper" bgcolor="${PAPER}" style="margin:0;padding:0;background-color:${PAPER}">
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${PAPER}" style="background-color:${PAPER}">
<tr><td align="center" style="padding:24px 12px">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="max-width:600px;background-color:#ffffff;border:1px solid ${LINE}">
<tr><td class="ink" align="left" style="padding:24px 20px 12px;${FONT}">
<h1 class="ink" style="margin:0 0 18px;font-size:22px;line-height:30px;font-weight:bold;color:${INK}">${escaped(heading)}</h1>
${blocks.map(htmlOf).join('\n')}
</td></tr>
<tr><td class="line" align="left" style="padding:14px 20px 20px;border-top:1px solid ${LINE};${FONT}">
${footer.map((line) => `<p class="faint" style="margin:0 0 6px;${SIZE};color:${FAINT}">${escaped(line)}</p>`).join('\n')}
</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`;
}

const htmlOf = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return `<p class="ink" style="${PARAGRAPH}">${escaped(block.text)}</p>`;
    case 'heading':
      return `<h2 class="ink" style="margin:10px 0 12px;font-size:18px;line-height:26px;font-weight:bold;color:${INK}">${escaped(block.text)}</h2>`;
    case 'entries':
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 18px">
${block.entries.map((entry) => `<tr><td class="line" style="padding:10px 0 12px;border-top:1px solid ${LINE}">${entryAsHtml(entry)}</td></tr>`).join('\n')}
</table>`;
    case 'facts':
      return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 18px">
${block.rows.map(([label, value]) => `<tr>${cell(label, 'faint', FAINT)}${cell(oneLine(value), 'ink', `${INK};font-weight:bold`)}</tr>`).join('\n')}
</table>`;
    case 'button':
      return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 18px">
<tr><td class="button" align="center" bgcolor="${ACCENT}" style="background-color:${ACCENT};border-radius:3px;mso-padding-alt:12px 24px">
<a href="${escaped(block.url)}" style="display:inline-block;padding:12px 24px;font-size:17px;line-height:24px;font-weight:bold;color:#ffffff;text-decoration:none">${escaped(block.label)}</a>
</td></tr>
</table>
<p class="ink" style="${PARAGRAPH}">${escaped(block.orCopy)}<br>${address(block.url)}</p>`;
    case 'link':
      return `<p class="ink" style="${PARAGRAPH}">${anchor(block)}<br>${address(block.url)}</p>`;
  }
};

const entryAsHtml = ({ title, lines, link }: Entry): string =>
  [
    `<p class="ink" style="${LINE_OF_ENTRY};font-weight:bold;color:${INK}">${escaped(title)}</p>`,
    ...lines.map((line) => `<p class="faint" style="${LINE_OF_ENTRY};color:${FAINT}">${escaped(line)}</p>`),
    ...(link === undefined ? [] : [`<p style="${LINE_OF_ENTRY}">${anchor(link)}</p>`]),
  ].join('');

const anchor = ({ label, url }: { readonly label: string; readonly url: string }): string =>
  `<a class="link" href="${escaped(url)}" style="color:${ACCENT};font-weight:bold;text-decoration:underline">${escaped(label)}</a>`;

/** An address to copy, which may be broken anywhere on a narrow screen. */
const address = (url: string): string => `<span style="word-break:break-all">${escaped(url)}</span>`;

const cell = (text: string, name: string, colour: string): string =>
  `<td class="${name}" valign="top" style="padding:0 16px 4px 0;overflow-wrap:anywhere;${SIZE};color:${colour}">${escaped(text)}</td>`;

const INK = '#1d2629';
const FAINT = '#4f5b60';
const LINE = '#c9d1d4';
const PAPER = '#f2f5f6';
const ACCENT = '#1b6374';
/** Nothing is smaller: mails are read on phones. */
const SIZE = 'font-size:16px;line-height:24px';
const FONT = `font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:${INK}`;
const LINE_OF_ENTRY = `margin:0 0 2px;${SIZE}`;
const PARAGRAPH = `margin:0 0 18px;${SIZE};color:${INK}`;

/** The colours of our pages in the dark (style/theme.scss). */
const IN_THE_DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.paper{background-color:#14191b!important}
.sheet{background-color:#1d2427!important;border-color:#3c474c!important}
.line{border-color:#3c474c!important}
.ink{color:#e6ebed!important}
.faint{color:#aab6bb!important}
.link{color:#84cadb!important}
.button{background-color:#236f80!important}
}`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign);
