import { failedChecks } from './checks.ts';
import { prepare } from './prepare.ts';

prepare();
process.exitCode = failedChecks() === 0 ? 0 : 1;
