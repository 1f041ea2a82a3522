import { runTool } from './checks.ts';
import { prepare } from './prepare.ts';

/** The CDK's own command on the prod stage: `npm run cdk -- diff`. */
prepare();
process.exitCode = runTool('cdk', ...process.argv.slice(2), '--no-notices', '--context', 'stage=prod')
  ? 0
  : 1;
