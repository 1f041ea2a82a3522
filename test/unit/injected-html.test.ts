import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { expect, it, vi } from 'vitest';
import type { Words } from '../../shared/routine/words.ts';

/**
 * Whatever a text of any page's view says, it is text: the views of all examples, with what closes every tag and attribute
 * in each text, rendered and read by an HTML parser as a browser reads them.
 */

/** What each page was made of: a function, by its name, and its arguments: a view, as a rule. */
interface Made {
  readonly name: string;
  readonly render: (...view: readonly unknown[]) => string;
  readonly view: readonly unknown[];
}

const made: Made[] = [];

const recording = (module: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(module).map(([name, it]) => {
      if (typeof it !== 'function' || !name.endsWith('Page')) return [name, it];
      const render = it as Made['render'];
      return [
        name,
        (...view: readonly unknown[]) => {
          made.push({ name, render, view });
          return render(...view);
        },
      ];
    }),
  );

/** `layout.tsx` has what is on every page, and is given elements. */
for (const path of globSync('shared/pages/*page*.tsx').concat('shared/pages/dead-ends.ts'))
  vi.doMock(resolve(path), async (original) => recording(await original<Record<string, unknown>>()));

const { examplePages } = await import('../../shared/pages/examples.ts');

const HOSTILE = `</title></textarea></style></script>--><zqx onzqx="1">'"><zqx onzqx='1'>{{7*7}}\u202e\u0000]]>&lt;zqx&gt;`;

type Node = DefaultTreeAdapterMap['node'];

/** Elements and attributes that no page of ours has: what a text has become. */
const createdIn = (html: string): readonly string[] => {
  const found: string[] = [];
  const look = (node: Node): void => {
    if (node.nodeName.includes('zqx') || node.nodeName === 'script') found.push(`<${node.nodeName}>`);
    if (node.nodeName === '#comment') found.push('a comment');
    if ('attrs' in node)
      for (const { name, value } of node.attrs)
        if (name.includes('zqx') || /^\s*(?:javascript|data|vbscript):/iu.test(value))
          found.push(`${name}="${value}"`);
    if ('childNodes' in node) node.childNodes.forEach(look);
  };
  look(parse(html));
  return found;
};

type Path = readonly (string | number)[];

const isTree = (it: unknown): it is Record<string, unknown> => typeof it === 'object' && it !== null;

/** What people write is under none of these: forms and sheets are ours, and so is where a link leads. */
const OURS =
  /^(?:form|forms|sheet|question|act|parts|section|sections|lang|routeKey|query|kind|home|field)$|href$/iu;

const isWords = (it: unknown): it is Words =>
  isTree(it) && typeof it.sv === 'string' && typeof it.en === 'string';

/** Every text of a view: those that are in words, and all others one by one. */
const textsIn = (it: unknown, path: Path = []): readonly Path[] => {
  if (typeof it === 'string') return [path];
  if (!isTree(it) || it instanceof Map || it instanceof Set) return [];
  return Object.entries(it)
    .filter(([name]) => !OURS.test(name))
    .flatMap(([name, part]) => textsIn(part, [...path, name]));
};

/** The same with other texts at these paths. */
const withTexts = (it: unknown, chosen: ReadonlySet<string>, path: Path = []): unknown => {
  if (typeof it === 'string') return chosen.has(path.join('/')) ? `${it}${HOSTILE}` : it;
  if (Array.isArray(it)) return it.map((part, n) => withTexts(part, chosen, [...path, n]));
  const isPlain = isTree(it) && Object.getPrototypeOf(it) === Object.prototype;
  if (!isPlain) return it;
  const parts = Object.entries(it).map(([name, part]) => [
    name,
    OURS.test(name) ? part : withTexts(part, chosen, [...path, name]),
  ]);
  return Object.fromEntries(parts);
};

/** A text that no code compares with anything: it has words in it, or is in two languages. */
const isFree = (view: unknown, path: Path): boolean => {
  const at = (to: Path) =>
    to.reduce<unknown>((it, name) => (it as Record<string, unknown>)[String(name)], view);
  return isWords(at(path.slice(0, -1))) || /\s/u.test(String(at(path)).trim());
};

/** What is in a page where one of these is not escaped; most are not, and need no parser. */
const RAW = ['<zqx', 'onzqx="1"', '</textarea></style>', '-->'];

/** @returns what was created, or nothing where the view cannot be so: a text that code looks up is one of its own */
const createdBy = ({ render, view }: Made, paths: readonly Path[]): readonly string[] | undefined => {
  try {
    const chosen = new Set(paths.map((path) => path.join('/')));
    const html = render(...(withTexts(view, chosen) as readonly unknown[]));
    return RAW.some((it) => html.includes(it)) ? createdIn(html) : [];
  } catch {
    return undefined;
  }
};

const nomination = JSON.parse(readFileSync('test/samples/1-insomni.json', 'utf8'));
examplePages(nomination, 'sv');

it('knows the views of every page, but for one that is the same for everybody', () => {
  const pages = readFileSync('shared/pages/pages.ts', 'utf8').match(/\b\w+Page\b/gu) ?? [];
  const shown = new Set(made.map(({ name }) => name));
  expect([...new Set(pages)].filter((name) => !shown.has(name))).toEqual(['unknownBodyPage']);
});

it('a page would tell: what is not escaped is found', () => {
  expect(createdIn(`<p title="${HOSTILE}">`)).not.toEqual([]);
  expect(createdIn(`<textarea>${HOSTILE}</textarea>`)).not.toEqual([]);
  expect(createdIn('<p>a</p>')).toEqual([]);
});

it('no text of any page creates an element, an attribute, a comment or a script', () => {
  const wrong = made.flatMap((it) => {
    const free = textsIn(it.view).filter((path) => isFree(it.view, path));
    const created = createdBy(it, free);
    return created === undefined || created.length > 0 ? [[it.name, created]] : [];
  });
  expect(wrong).toEqual([]);
}, 60_000);

it('nor does any other, which code may look up: together with its neighbours, or where those cannot be so, alone', () => {
  const tried = new Set<string>();
  let shown = 0;
  for (const it of made) {
    const isNew = (path: Path): boolean => {
      const place = `${it.name} ${path.map((name) => (/^\d+$/u.test(String(name)) ? '*' : name)).join('.')}`;
      return !isFree(it.view, path) && !tried.has(place) && tried.add(place) !== undefined;
    };
    const groups = Map.groupBy(textsIn(it.view).filter(isNew), (path) => String(path[1]));
    for (const paths of groups.values()) {
      const together = createdBy(it, paths);
      const each = together === undefined ? paths.map((path) => createdBy(it, [path])) : [together];
      shown += each.filter((created) => created !== undefined).length;
      expect([it.name, paths, each.flatMap((created) => created ?? [])]).toEqual([it.name, paths, []]);
    }
  }
  expect(shown).toBeGreaterThan(100);
}, 60_000);
