import { isRemovedFile } from '../case/attachments.ts';
import { chainBreak, digestOf } from './acts.ts';

/** What is exported of a case: lists of documents, and single ones, by their names. */
export type Exported = Readonly<Record<string, unknown>>;

/** What an export is checked against; docs/verifying.md says how. */
export interface Manifest {
  readonly algorithm: 'SHA-256';
  /** A part is digested as canonical JSON (RFC 8785). */
  readonly form: 'RFC 8785';
  /** The last hash of the case's chain of acts. */
  readonly chain: string;
  /** The digest of each part: `case`, `answers/2`. */
  readonly parts: Readonly<Record<string, string>>;
  /** A line for each file, as `sha256sum --check` reads it: the digest of its content, two spaces, its name. */
  readonly files: readonly string[];
  /** The digests of files that were removed from the case. */
  readonly removedFiles: readonly string[];
}

interface ExportedFile {
  readonly id: string;
  readonly fileName: string;
}

type StoredActs = Parameters<typeof chainBreak>[0];
type Head = Parameters<typeof chainBreak>[1];

/** The parts of an export by their names; of a list each line is one, counted from 1. */
const partsOf = (exported: Exported): ReadonlyMap<string, unknown> =>
  new Map(
    Object.entries(exported).flatMap(([name, it]) =>
      Array.isArray(it) ? it.map((one, n): [string, unknown] => [`${name}/${n + 1}`, one]) : [[name, it]],
    ),
  );

/** @param exported has `case` with its `chain`, and `files` */
export const manifestOf = (exported: Exported): Manifest => {
  const files = exported.files as readonly ExportedFile[];
  return {
    algorithm: 'SHA-256',
    form: 'RFC 8785',
    chain: (exported.case as Head).chain,
    parts: Object.fromEntries([...partsOf(exported)].map(([name, part]) => [name, digestOf(part)])),
    files: files.filter((it) => !isRemovedFile(it)).map(({ id, fileName }) => `${id}  ${fileName}`),
    removedFiles: files.filter(isRemovedFile).map(({ id }) => id),
  };
};

/** The export as it is handed out, with its manifest. */
export const exportText = (exported: Exported): string =>
  written({ ...exported, manifest: manifestOf(exported) });

const written = (it: unknown): string => JSON.stringify(it, undefined, 2);

/**
 * What is no more as it was exported, part by part; nothing where every byte is. Whoever changes a part and its digest, and
 * reckons the chain anew, is found by a copy of `manifest.chain` or of the whole that was kept elsewhere.
 * @param text a file that {@link exportText} made
 */
export const exportDifferences = (text: string): readonly string[] => {
  const parsed = objectIn(text);
  if (parsed === undefined) return ['The file is not JSON: it was cut off, or changed.'];
  const { manifest, ...exported } = parsed;
  if (
    !isObject(manifest) ||
    !isObject(manifest.parts) ||
    !isObject(exported.case) ||
    !Array.isArray(exported.files)
  )
    return ['The file has no manifest, or no case: it was not exported by this program, or was changed.'];
  const found = [...partDifferences(exported, manifest.parts), ...chainDifferences(exported)];
  if (found.length > 0) return found;
  const expected = manifestOf(exported);
  const wrong = (Object.keys(expected) as (keyof Manifest)[]).filter(
    (name) => written(manifest[name]) !== written(expected[name]),
  );
  if (wrong.length > 0) return wrong.map((name) => `manifest.${name} is not that of the parts.`);
  return exportText(exported) === text
    ? []
    : ['Nothing that the file says is changed, but how it is written is.'];
};

const partDifferences = (
  exported: Exported,
  digests: Readonly<Record<string, unknown>>,
): readonly string[] => {
  const parts = partsOf(exported);
  const names = [...new Set([...Object.keys(digests), ...parts.keys()])];
  return names.flatMap((name) => {
    if (!parts.has(name)) return [`${name} is in the manifest, and not there.`];
    if (!Object.hasOwn(digests, name)) return [`${name} is there, and not in the manifest.`];
    return digestOf(parts.get(name)) === digests[name] ? [] : [`${name} is not what was exported.`];
  });
};

const chainDifferences = ({ chain, case: head }: Exported): readonly string[] => {
  const at = Array.isArray(chain) ? chainBreak(chain as unknown as StoredActs, head as Head) : 1;
  return at === undefined ? [] : [`chain/${at} does not follow from the act before it, or is not the last.`];
};

const objectIn = (text: string): Exported | undefined => {
  try {
    const it: unknown = JSON.parse(text);
    return isObject(it) ? it : undefined;
  } catch {
    return undefined;
  }
};

const isObject = (it: unknown): it is Exported => typeof it === 'object' && it !== null && !Array.isArray(it);
