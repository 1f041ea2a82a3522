import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';
import { root } from './paths.ts';

/** The pages whose commands are run as they stand. */
export const PAGES_WITH_COMMANDS = ['README.md', 'CONTRIBUTING.md', 'docs/deploy.md'] as const;

/**
 * What a fenced block is, by its info string.
 * - `sh`: runs here within seconds, and among the tests; `sh long`: runs here and takes longer
 * - `sh up`: goes on until it is ended; `sh in it`: needs the system that the last `sh up` of its page started
 * - `sh install`: is run once by whoever has the files; `sh account`: needs an AWS account
 * - `text`, `json`, `mermaid`, none: no command
 */
export const KINDS = ['sh', 'sh long', 'sh up', 'sh in it', 'sh install', 'sh account'] as const;
export type Kind = (typeof KINDS)[number];

const NO_COMMAND = ['', 'text', 'json', 'mermaid'];

export interface Fence {
  readonly page: string;
  readonly line: number;
  readonly info: string;
  readonly text: string;
}

export interface Page {
  readonly fences: readonly Fence[];
  /** The words in code style, and where links lead. */
  readonly codes: readonly string[];
  readonly links: readonly string[];
}

/**
 * A page of the documentation, read by a Markdown parser.
 * @param page its path in the repository
 */
export const readPage = (page: string, text = readFileSync(join(root, page), 'utf8')): Page => {
  const [fences, codes, links]: [Fence[], string[], string[]] = [[], [], []];
  visit(fromMarkdown(text) as Nodes, (node) => {
    if (node.type === 'code') {
      const info = [node.lang, node.meta].filter(Boolean).join(' ');
      fences.push({ page, line: node.position?.start.line ?? 0, info, text: node.value });
    }
    if (node.type === 'inlineCode') codes.push(node.value);
    if (node.type === 'link' || node.type === 'image') links.push(node.url);
  });
  return { fences, codes, links };
};

export const isCommand = ({ info }: Fence): boolean => (KINDS as readonly string[]).includes(info);

/** The blocks whose info string says nothing that is known. */
export const unknownFences = ({ fences }: Page): readonly Fence[] =>
  fences.filter((fence) => !isCommand(fence) && !NO_COMMAND.includes(fence.info));

/** The npm scripts that a text names, as in `npm run -s token` or `npm test`. */
export const scriptsIn = (text: string): readonly string[] => [
  ...[...text.matchAll(/\bnpm run (?:-s )?([a-z:-]+)/gu)].map(([, name]) => String(name)),
  ...[...text.matchAll(/\bnpm (start|test)\b/gu)].map(([, name]) => String(name)),
];

/** The files of the repository that a page names in code style or by a link, relative to the page's own folder. */
export const filesIn = ({
  codes,
  links,
}: Page): { readonly named: readonly string[]; readonly linked: readonly string[] } => ({
  named: codes.filter((code) => /^[\w.-]+(?:\/[\w.-]+)+\.\w+$/u.test(code)),
  linked: links.filter((url) => !/^(?:https?:|mailto:|#)/u.test(url)).map((url) => url.replace(/#.*$/u, '')),
});
