import { beforeEach, describe, expect, it } from 'vitest';
import { morningDeliverer } from '../../../functions/sweep/deliver.ts';
import { linkDigest } from '../../../shared/links/links.ts';
import type { Letter } from '../../../shared/mail/letters.ts';
import type { Body } from '../../../shared/records/bodies.ts';
import type { StoredMorning } from '../../../shared/records/mornings.ts';

const name = { sv: 'Organet', en: 'The body' };
const OFFICE: Body = {
  ...{ id: 'sobOffice', role: 'sobOffice', name, mailbox: 'sob@example.se', language: 'sv' },
};
const MONDAY: StoredMorning = {
  ...{ id: '2027-01-11#office', date: '2027-01-11', week: '2027-W02', matters: [] },
  ...{ mailbox: OFFICE.mailbox, language: 'sv' },
};
const N_13: StoredMorning = {
  ...{ id: '2027-01-12#report-2026-1', date: '2027-01-12', matters: [] },
  ...{ mailbox: 'agare@example.se', language: 'sv', report: { year: 2026, version: 1 } },
};

let sent: { to: string; letter: Letter }[];
let links: Record<string, unknown>;
let left: 'report' | 'correction' | undefined;

beforeEach(() => {
  sent = [];
  links = {};
  left = 'report';
});

const deliver = (mail: StoredMorning, today: string) =>
  morningDeliverer({
    mailer: {
      send: async (to, letter) => {
        sent.push({ to, letter });
        return { messageId: 'message' };
      },
    },
    keyRing: async () => ({ current: 'k1', keys: { k1: 'secret' } }),
    putAgendaLink: async () => undefined,
    putReportLink: async (digest, target) => {
      links[digest] = target;
    },
    interestsSince: async () => ({}),
    leftToApprove: async () => left,
    baseUrl: 'https://nominera.example.se',
  })(mail, { today, cases: [], bodies: [OFFICE], mornings: [mail] });

const approvalLinks = () =>
  [...(sent[0]?.letter.text ?? '').matchAll(/https:\/\/nominera\.example\.se\/r\/(\S+)/gu)].map(
    (it) => it[1],
  );

describe('the office’s account of a week', () => {
  it('R-u1: in January the office is sent the link to approve the year before, even in a week without cases', async () => {
    expect(await deliver(MONDAY, '2027-01-11')).toBe(true);
    expect(sent[0]?.letter.subject).toContain('2026');
    const [secret = '', ...others] = approvalLinks();
    expect(others).toEqual([]);
    expect(links).toEqual({ [String(linkDigest(secret))]: { report: 2026, since: 'never' } });
  });

  it('R-u1: once it is approved, and in later weeks of later months, nothing is said of it', async () => {
    expect(await deliver(MONDAY, '2027-02-08')).toBe(false);
    left = undefined;
    expect(await deliver(MONDAY, '2027-01-11')).toBe(false);
    expect([sent, links]).toEqual([[], {}]);
  });

  it('R-u1: a report that nobody has approved is asked for after January too', async () => {
    expect(await deliver(MONDAY, '2027-03-01')).toBe(true);
    expect(approvalLinks()).toHaveLength(1);
    expect(sent[0]?.letter.subject).toContain('väntar på godkännande');
  });

  it('R-u1: where other figures are counted than were approved, a correction is asked for, by the same link', async () => {
    await deliver(MONDAY, '2027-01-11');
    left = 'correction';
    await deliver(MONDAY, '2027-03-01');
    expect(sent[1]?.letter.subject).toContain('behöver rättas');
    expect(Object.keys(links)).toHaveLength(1);
  });

  it('the link is for the office, and for its weekly account', async () => {
    const { week: _, ...reminder } = MONDAY;
    await deliver(reminder, '2027-01-11');
    await deliver({ ...MONDAY, mailbox: 'rad@example.se' }, '2027-01-11');
    expect([sent, links]).toEqual([[], {}]);
  });
});

describe('N-13', () => {
  it('N-13, R-u2: the content owners are sent the page of the approved report, and no link to approve', async () => {
    expect(await deliver(N_13, '2027-01-13')).toBe(true);
    expect(sent).toMatchObject([{ to: 'agare@example.se' }]);
    expect(sent[0]?.letter.text).toContain('https://nominera.example.se/reports/2026');
    expect(approvalLinks()).toEqual([]);
  });

  it('N-13: a corrected report says that it is one', async () => {
    await deliver({ ...N_13, report: { year: 2026, version: 2 } }, '2027-02-13');
    expect(sent[0]?.letter.subject).toMatch(/rättad/u);
  });
});
