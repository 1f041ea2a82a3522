import { runTool } from './checks.ts';
import { prepare } from './prepare.ts';

prepare();
const failed = ['local', 'prod'].filter((stage) => {
  console.log(`Stage ${stage}:`);
  return !runTool(
    'cdk',
    'synth',
    '--quiet',
    '--strict',
    '--no-notices',
    '--context',
    `stage=${stage}`,
    '--output',
    `cdk.out/${stage}`,
  );
});
process.exitCode = failed.length === 0 ? 0 : 1;
