import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { filledIn } from '../../local/people.ts';
import type { Draft } from '../../shared/case/draft.ts';
import { linkDigest } from '../../shared/links/links.ts';
import { readDraft } from '../../shared/records/drafts.ts';
import { keys } from '../../shared/records/keys.ts';
import { sample } from '../builders/samples.ts';
import { store } from './record.ts';
import { dynamodb, system } from './system.ts';

/** Those who write a nomination on the web, by what a browser would send. */

type Typed = Readonly<Record<string, string | readonly string[]>>;

const LINK = /https?:\/\/\S+\/n\/[\w-]+/u;

/** The link in a mail's text. */
export const draftLink = (text: string): string => String(LINK.exec(text)?.[0]);

const bodyOf = (typed: Typed): URLSearchParams => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(typed)) for (const one of [value].flat()) body.append(name, one);
  return body;
};

/** Begins a draft and gives the link that is mailed. */
export const beginDraft = async ({
  mailbox = `enhet-${crypto.randomUUID()}@example.se`,
  key = crypto.randomUUID() as string,
  workingTitle = 'Sov bättre',
} = {}): Promise<{ readonly link: string; readonly mailbox: string }> => {
  const response = await fetch(`${system().baseUrl}/nominate`, {
    method: 'POST',
    body: bodyOf({ _key: key, workingTitle, mailbox }),
    redirect: 'manual',
  });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toMatch(/^nominate\?mailed=/u);
  const { text } = await system().mailbox.waitForMail(
    ({ to, text }) => to[0]?.address === mailbox && LINK.test(text),
  );
  return { link: draftLink(text), mailbox };
};

/** What the form of a part carries and holds in its text fields when it is opened. */
export const fieldsOfPart = async (link: string, part: string): Promise<Readonly<Record<string, string>>> => {
  const html = await (await fetch(`${link}?part=${part}`)).text();
  const [, seen = ''] = /name="_seen" value="([^"]*)"/u.exec(html) ?? [];
  const areas = [...html.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)<\/textarea>/gu)];
  const lines = [...html.matchAll(/<input[^>]* name="([^"]+)"[^>]*>/gu)].flatMap(([tag, name]) => {
    const isText = /type="text"/u.test(tag) || (/ checked/u.test(tag) && !tag.includes('hidden'));
    const [, value] = / value="([^"]*)"/u.exec(tag) ?? [];
    return isText && value !== undefined ? [[String(name), value] as const] : [];
  });
  const typed = [...areas.map(([, name, value]) => [String(name), String(value)] as const), ...lines];
  return { _seen: seen, ...Object.fromEntries(typed.filter(([, value]) => value !== '')) };
};

interface Answered {
  readonly status: number;
  readonly location: string;
  readonly html: string;
}

export const savePart = async (link: string, part: string, typed: Typed): Promise<Answered> => {
  const response = await fetch(`${link}?part=${part}`, {
    method: 'POST',
    body: bodyOf(typed),
    redirect: 'manual',
  });
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    html: response.status === 303 ? '' : await response.text(),
  };
};

export const draftIdOf = async (link: string): Promise<string> => {
  const secret = new URL(link).pathname.split('/').at(-1) ?? '';
  const { Item } = await dynamodb.send(
    new GetCommand({ TableName: system().table, Key: keys.link(String(linkDigest(secret))) }),
  );
  return String(Item?.draft);
};

export const storedDraft = async (link: string): Promise<Draft> => {
  const draft = await readDraft(store(), await draftIdOf(link));
  if (draft === undefined) throw new Error('No draft');
  return draft;
};

/** A draft that holds all of a sample. */
export const wholeDraft = async (n: Parameters<typeof sample>[0]): Promise<string> => {
  const { nomination } = sample(n);
  const { link } = await beginDraft();
  const typed = filledIn(nomination);
  const html = await (await fetch(link)).text();
  const parts = [...html.matchAll(/part=([A-M])&/gu)].map(([, id]) => String(id));
  for (const id of new Set(['A', ...parts])) {
    const shown = await fieldsOfPart(link, id);
    const seen = String(shown._seen)
      .split(' ')
      .map((word) => word.split('.')[0]);
    const mine = Object.entries(typed).filter(([name]) =>
      seen.includes(name.split(/[.[]|_unknown|_reason/u)[0]),
    );
    await savePart(link, id, { ...shown, ...Object.fromEntries(mine) });
  }
  return link;
};

/** Sends a draft in as it is, read through. */
export const sendDraft = async (link: string): Promise<Response> => {
  const version = String((await storedDraft(link)).version);
  const body = new URLSearchParams({ _version: version, readThrough: 'true' });
  return fetch(`${link}?part=review`, { method: 'POST', body, redirect: 'manual' });
};
