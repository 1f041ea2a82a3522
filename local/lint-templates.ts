import { dirname, join } from 'node:path';
import { chdir } from 'node:process';
import { runTool } from './checks.ts';
import { root } from './paths.ts';
import { run } from './problem.ts';
import { installCfnLint } from './python.ts';
import { STAGES, templatesOf } from './templates.ts';

/** Reads every template by cfn-lint; what it leaves out, and why, is in `.cfnlintrc.yaml`. */
await run(async () => {
  // The app names the functions' folders from here.
  chdir(root);
  const python = await installCfnLint();
  const made = Object.entries(STAGES).map(([name, stage]) => templatesOf(name, stage));
  const warnings = made.flatMap((it) => it.warnings);
  for (const warning of warnings) console.error(warning);
  const templates = made.map(({ folder }) => `${folder}/**/*.template.json`);
  const isClean = runTool(join(dirname(python), 'cfn-lint'), '--template', ...templates);
  console.log(`${made.length} stages read by cfn-lint: ${isClean ? 'nothing to remark' : 'see above'}.`);
  if (!isClean || warnings.length > 0) process.exitCode = 1;
});
