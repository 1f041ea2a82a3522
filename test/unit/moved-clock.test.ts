import { globSync } from 'node:fs';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundlingOf } from '../../infra/bundling.ts';

const FUNCTIONS = globSync('functions/*/index.ts').sort();

/** What a bundle is made of, by function: our own files that something is left of in it, and its code. */
interface Bundle {
  readonly files: readonly string[];
  readonly code: string;
}

/** The functions as a stage bundles them. */
const bundlesOf = async (stage: string): Promise<Readonly<Record<string, Bundle>>> => {
  const { mainFields, target, minify, esbuildArgs } = bundlingOf(stage);
  const { '--conditions': conditions } = esbuildArgs as Readonly<Record<string, string | undefined>>;
  const { outputFiles, metafile } = await build({
    entryPoints: FUNCTIONS,
    ...{ bundle: true, write: false, metafile: true, platform: 'node', format: 'esm' },
    ...{ mainFields, target, minify, outdir: 'out', outbase: '.' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    ...(conditions !== undefined && { conditions: conditions.split(',') }),
  });
  const bundles = Object.entries(metafile.outputs).map(([path, { entryPoint = '', inputs }]) => {
    const files = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    const code = outputFiles.find((file) => file.path.endsWith(path))?.text ?? '';
    return [entryPoint, { files: files.map(([file]) => file), code }] as const;
  });
  return Object.fromEntries(bundles);
};

/** What the name of the file begins with that the clock is moved by. */
const MARK = 'nominera-clock';
const MOVED = ['local/clock-file.ts', 'local/moved-time.ts'];

describe('the moved clock exists only in the local stage', () => {
  let prod: Awaited<ReturnType<typeof bundlesOf>>;
  let local: Awaited<ReturnType<typeof bundlesOf>>;
  beforeAll(async () => {
    [prod, local] = await Promise.all([bundlesOf('prod'), bundlesOf('local')]);
  }, 60_000);

  it.each(FUNCTIONS)('prod has none of it in %s, which local has', (entry) => {
    const fromLocal = (bundle?: Bundle) => bundle?.files.filter((file) => file.startsWith('local/')).sort();
    expect(fromLocal(local[entry])).toEqual(MOVED);
    expect(local[entry]?.code).toContain(MARK);
    expect(fromLocal(prod[entry])).toEqual([]);
    expect(prod[entry]?.files).toContain('shared/runtime/system-time.ts');
    expect(prod[entry]?.code).not.toContain(MARK);
  });
});
