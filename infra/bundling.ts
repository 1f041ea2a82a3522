import { type BundlingOptions, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';

/**
 * How every function is bundled: one ES module with the SDK in it. In the local stage the clock can be moved: the condition
 * chooses the other of the two files that package.json names for `#system-time`.
 */
export const bundlingOf = (stage: string) =>
  ({
    format: OutputFormat.ESM,
    mainFields: ['module', 'main'],
    target: 'node24',
    minify: true,
    externalModules: [],
    esbuildArgs: {
      '--jsx': 'automatic',
      '--jsx-import-source': 'preact',
      ...(stage === 'local' && { '--conditions': 'moved-clock,module' }),
    },
    // Some packages are CommonJS still and call require, which an ES module does not have.
    banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
  }) satisfies BundlingOptions;
