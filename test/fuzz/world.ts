import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { seedBodies, seedProgrammes } from '../../local/seed.ts';
import { type DeskRole, subjectId } from '../../shared/case/desk-people.ts';
import type { Draft } from '../../shared/case/draft.ts';
import type { Round } from '../../shared/case/facts.ts';
import {
  agendaSubject,
  draftSubject,
  linkDigest,
  linkSecret,
  reportSubject,
} from '../../shared/links/links.ts';
import { byField, toPosted } from '../../shared/pages/posted.ts';
import { listBodies, mailboxSince } from '../../shared/records/bodies.ts';
import { putDraft } from '../../shared/records/drafts.ts';
import { readPeople, writePerson } from '../../shared/records/people.ts';
import { type LinkTarget, putLink } from '../../shared/records/questions.ts';
import { putSession } from '../../shared/records/sessions.ts';
import { openStore, type Store } from '../../shared/records/store.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import type { Step } from '../../shared/routine/question.ts';
import { sessionCookie } from '../../shared/runtime/session-cookie.ts';
import { sample } from '../builders/samples.ts';
import { type Item, isLink, keptIn, secretOf } from '../versions/items.ts';
import { VERSIONS } from '../versions/versions.ts';
import { LINK_KEYS } from './aws.ts';
import { TABLE } from './table.ts';

/** A case that waits, as the fuzzer knows it. */
export interface WaitingCase {
  readonly id: string;
  readonly number: string;
  readonly phase: string;
  readonly step: Step;
  readonly attempt: number;
  /** The questions that wait for an answer, and after them those that were answered. */
  readonly questions: readonly Asked[];
}

export interface Asked {
  readonly id: string;
  readonly step: Step;
}

/** A link that works: its letter in the path, its secret, and what it opens. */
export interface Link {
  readonly letter: 'a' | 'c' | 'm' | 'n' | 'r';
  readonly secret: string;
  /** Of a question's link. */
  readonly step?: Step;
  /** Whether its question waits for an answer. */
  readonly isOpen?: boolean;
}

export interface World {
  readonly cases: readonly WaitingCase[];
  readonly links: readonly Link[];
  readonly drafts: readonly string[];
  /** Cookies, by who is behind them. */
  readonly sessions: Sessions;
}

export type Sessions = Readonly<Record<DeskRole | 'none' | 'ended', string>>;

const HOUR_MS = 3_600_000;
const digest = (secret: string): string => String(linkDigest(secret));

/** Ids that stay the same from world to world, so that an input means the same again. */
const caseId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/**
 * Fills an empty table: a case that waits at each step of the routine, as the newest snapshot of `test/versions` has them; the
 * bodies and programmes of `npm start`; drafts; people at the desk.
 */
export const settle = async (): Promise<World> => {
  const store = openStore(TABLE);
  await seedBodies(TABLE);
  await seedProgrammes(TABLE);
  const waiting = VERSIONS.find(({ name }) => name === NEWEST)?.waiting ?? [];
  const cases: WaitingCase[] = [];
  const links: Link[] = [];
  for (const [n, it] of waiting.entries()) {
    const places = { case: caseId(n), number: `N-2026-${String(1000 + n)}` };
    const { items, tokens, input } = keptIn(it, places, LINK_KEYS);
    await Promise.all(items.map((Item) => store.client.send(new PutCommand({ TableName: TABLE, Item }))));
    links.push(...items.filter(isLink).map((item) => linkOf(item, items)));
    cases.push({ ...places, ...waitedAt(places, tokens, items, input) });
  }
  links.push(...(await agendas(store)), await report(store));
  const drafts = await Promise.all([aDraft(store, 1, true), aDraft(store, 2, false)]);
  links.push(...drafts.map(({ link }) => link));
  await givePlaces(store);
  const sessions = await logIn(store);
  store.client.destroy();
  return { cases, links, drafts: drafts.map(({ id }) => id), sessions };
};

const NEWEST = 'issue-5';

const waitedAt = (
  { case: id, number }: { readonly case: string; readonly number: string },
  tokens: readonly Item[],
  items: readonly Item[],
  input: Item,
): WaitingCase => {
  const round = tokens.at(-1)?.round as { readonly step: Step; readonly phase: string };
  const questions = items
    .filter(({ sk }) => String(sk).startsWith('p#question#'))
    .sort((one, other) => Number(other.status === 'open') - Number(one.status === 'open'))
    .map(({ id: question, round: of }) => ({ id: String(question), step: (of as Round).step }));
  return { id, number, ...round, attempt: Number(input.attempt), questions };
};

const linkOf = (item: Item, items: readonly Item[]): Link => {
  const question = items.find(({ id, sk }) => id === item.questionId && String(sk).startsWith('p#question#'));
  const secret = secretOf(LINK_KEYS, item);
  if (question === undefined) return { letter: 'c', secret };
  return { letter: 'a', secret, step: (question.round as Round).step, isOpen: question.status === 'open' };
};

const kept = async (
  store: Store,
  letter: Link['letter'],
  secret: string,
  target: LinkTarget,
): Promise<Link> => {
  await putLink(store, digest(secret), target);
  return { letter, secret };
};

const agendas = async (store: Store): Promise<readonly Link[]> => {
  const bodies = (await listBodies(store)).filter(({ role }) => role !== 'contentOwners');
  return Promise.all(
    bodies.map((body) => {
      const since = mailboxSince(body);
      const secret = linkSecret(LINK_KEYS, LINK_KEYS.current, agendaSubject(body.id, since));
      return kept(store, 'm', secret, { agenda: body.id, since });
    }),
  );
};

const report = async (store: Store): Promise<Link> => {
  const office = (await listBodies(store)).find(({ role }) => role === 'sobOffice');
  const since = mailboxSince(office as NonNullable<typeof office>);
  const year = new Date().getUTCFullYear();
  const secret = linkSecret(LINK_KEYS, LINK_KEYS.current, reportSubject(year, since));
  return kept(store, 'r', secret, { report: year, since });
};

const aDraft = async (store: Store, n: 1 | 2, isCall: boolean) => {
  const at = new Date().toISOString();
  const id = `fuzzed-draft-${n}`;
  const values = byField(nominationForm, toPosted(nominationForm, sample(n).nomination));
  const draft: Draft = {
    ...{ id, language: 'sv', mailbox: `enhet-${n}@example.se`, version: 1, createdAt: at, savedAt: at },
    answers: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, { value, at, by: 'fuzz', version: 1 }]),
    ),
    ...(isCall && { callMe: { name: 'Exempel Person', phone: '010-000 00 71' } }),
  };
  await putDraft(store, draft, [{ id: 'link-1', kind: 'link' }], 'wake');
  const secret = linkSecret(LINK_KEYS, LINK_KEYS.current, draftSubject(id));
  return { id, link: await kept(store, 'n', secret, { draft: id }) };
};

/** Lets an officer and a reader in to the desk. */
const givePlaces = async (store: Store): Promise<void> => {
  for (const role of ['officer', 'reader'] as const) {
    const after = { id: subjectId(role), subject: role, name: `Exempel ${role}`, role };
    const by = { at: new Date().toISOString(), by: { subject: 'fuzz', name: 'Fuzz' } };
    await writePerson(store, await readPeople(store), { after }, by);
  }
};

/** Sessions, always the same, of each who has a place at the desk, of somebody who has none, and one that has ended. */
export const logIn = async (store: Store): Promise<Sessions> => ({
  officer: await aSession(store, 'officer', 'officer'),
  reader: await aSession(store, 'reader', 'reader'),
  none: await aSession(store, 'none', 'none'),
  ended: await aSession(store, 'ended', 'officer', -HOUR_MS),
});

/** A session's cookie, as a browser sends it back. */
const aSession = async (store: Store, key: string, subject: string, endsIn = HOUR_MS): Promise<string> => {
  const secret = linkSecret(LINK_KEYS, LINK_KEYS.current, draftSubject(`session ${key}`));
  const startedAt = new Date().toISOString();
  const endsAt = new Date(Date.now() + endsIn).toISOString();
  await putSession(store, digest(secret), { subject, name: `Exempel ${subject}`, startedAt, endsAt });
  return String(sessionCookie(secret).split(';')[0]);
};
