import type { Language, Words } from '../routine/words.ts';
import { asHtml, asText, type Block, link } from './blocks.ts';
import { footer } from './footer.ts';
import type { Letter } from './letters.ts';
import { oneLine } from './one-line.ts';

/** What the mails say of a year's report; its figures stand on its page, which everybody may read. */
export interface ReportMail {
  readonly lang: Language;
  readonly year: number;
  /** From 1; a later one takes the place of that before. */
  readonly version: number;
  readonly url: string;
  /** The SoB office's mailbox, for questions. */
  readonly askAt?: string;
}

/** N-13: the yearly report is there (R-u1, R-u2). */
export const reportLetter = ({ lang, year, version, url, askAt }: ReportMail): Letter => {
  const heading = (version === 1 ? APPROVED : CORRECTED)(year)[lang];
  const template = {
    lang,
    heading,
    blocks: [
      { kind: 'paragraph' as const, text: (version === 1 ? HOLDS : HOLDS_INSTEAD)[lang] },
      link(READ, url, lang),
    ],
    footer: footer(lang, askAt),
  };
  return { subject: oneLine(heading), text: asText(template), html: asHtml(template) };
};

/** A year's report that the office is to approve. */
export interface WaitingReport {
  readonly year: number;
  readonly url: string;
  /** It was approved, and other figures have been counted since. */
  readonly isCorrection?: boolean;
}

/** In the office's account of a week: a year's report waits for it. */
export const reportBlocks = (report: WaitingReport, lang: Language): readonly Block[] => [
  { kind: 'heading', text: REPORT_WAITS(report)[lang] },
  { kind: 'paragraph', text: (report.isCorrection ? CORRECT_IT : APPROVE_IT)[lang] },
  link(LOOK_THROUGH, report.url, lang),
];

export const REPORT_WAITS = ({ year, isCorrection }: WaitingReport): Words =>
  isCorrection
    ? {
        sv: `Uppföljningen för ${year} behöver rättas`,
        en: `The follow-up of ${year} needs to be corrected`,
      }
    : {
        sv: `Uppföljningen för ${year} väntar på godkännande`,
        en: `The follow-up of ${year} waits for approval`,
      };
const CORRECT_IT: Words = {
  sv: 'Något ärende har ändrats sedan ni godkände siffrorna. Läs igenom dem på nytt, och godkänn en rättad version.',
  en: 'Some case has changed since you approved the figures. Read them through anew, and approve a corrected version.',
};
const APPROVE_IT: Words = {
  sv: 'När ni har godkänt siffrorna ligger de fast, och rutinens innehållsansvariga får veta var de finns.',
  en: 'Once you have approved the figures they are fixed, and the content owners of the routine are told where they are.',
};
const LOOK_THROUGH: Words = { sv: 'Granska och godkänn', en: 'Look through and approve' };

const APPROVED = (year: number): Words => ({
  sv: `Uppföljningen av stöd- och behandlingsprogram för ${year} är klar`,
  en: `The follow-up of support and treatment programmes for ${year} is ready`,
});
const CORRECTED = (year: number): Words => ({
  sv: `Uppföljningen av stöd- och behandlingsprogram för ${year} är rättad`,
  en: `The follow-up of support and treatment programmes for ${year} is corrected`,
});
const HOLDS: Words = {
  sv: 'Regionala SoB-förvaltningen har godkänt årets uppföljning. Den visar hur många program som har tagits fram i regionen, med mera.',
  en: 'The regional SoB office has approved the yearly follow-up. It shows how many programmes were developed in the region, and more.',
};
const HOLDS_INSTEAD: Words = {
  sv: 'Regionala SoB-förvaltningen har godkänt en rättad uppföljning. Den gäller i stället för den tidigare, och säger vad som är ändrat.',
  en: 'The regional SoB office has approved a corrected follow-up. It takes the place of the earlier one, and says what has changed.',
};
const READ: Words = { sv: 'Läs uppföljningen', en: 'Read the follow-up' };
