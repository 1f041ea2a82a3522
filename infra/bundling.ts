import { type BundlingOptions, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';

/** How every function is bundled: one ES module with the SDK in it. */
export const bundling = {
  format: OutputFormat.ESM,
  mainFields: ['module', 'main'],
  target: 'node24',
  minify: true,
  externalModules: [],
  esbuildArgs: { '--jsx': 'automatic', '--jsx-import-source': 'preact' },
  // Some packages are CommonJS still and call require, which an ES module does not have.
  banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
} satisfies BundlingOptions;
