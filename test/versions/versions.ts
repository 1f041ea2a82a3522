import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What versions of the code before this one left behind, each folder taken by `npm run snapshot -- NAME` in its own
 * checkout: the machines as it deployed them, the messages of its step queue, and a case while it waited at each step.
 */
export interface Version {
  readonly name: string;
  /** Definitions by the machine's name, in Amazon States Language. */
  readonly machines: Readonly<Record<string, string>>;
  /** One message of each kind and step. */
  readonly messages: string;
  readonly waiting: readonly Waiting[];
}

/** A case that waits, and the execution that waits in it. */
export interface Waiting {
  /** The steps that the machine waits at. */
  readonly at: string;
  /** `{ input, items }`, as JSON: its input, and all that the table held of the case. */
  readonly text: string;
}

const directory = import.meta.dirname;

const filesIn = (...folder: string[]): readonly (readonly [name: string, text: string])[] =>
  readdirSync(join(directory, ...folder))
    .sort()
    .map((file) => [file.replace(/\.json$/u, ''), readFileSync(join(directory, ...folder, file), 'utf8')]);

/** Each file holds what changed since the one before it. */
const waitingIn = (version: string): readonly Waiting[] => {
  const items = new Map<string, unknown>();
  return filesIn(version, 'waiting').map(([file, text]) => {
    const { input, items: changed } = JSON.parse(text);
    for (const item of changed) {
      const { pk, sk, questionId, reader, linkVersion } = item;
      // Links have no key of their own before they are made.
      items.set([pk, sk, ...(sk === 'link' ? [questionId, reader, linkVersion] : [])].join(), item);
    }
    return { at: file.replace(/^\d+-/u, ''), text: JSON.stringify({ input, items: [...items.values()] }) };
  });
};

export const VERSIONS: readonly Version[] = readdirSync(directory, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    machines: Object.fromEntries(filesIn(name, 'machines')),
    messages: readFileSync(join(directory, name, 'messages.json'), 'utf8'),
    waiting: waitingIn(name),
  }));

/** A file's text with what stands in its places: `{{case}}`, `{{number}}`, `{{stepQueue}}`, `{{token}}`. */
export const filledIn = (text: string, places: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/gu, (whole, place) => places[place] ?? whole);
