import { failedChecks, failedTemplates } from './checks.ts';
import { prepare } from './prepare.ts';

prepare();
process.exitCode = failedChecks() + failedTemplates() === 0 ? 0 : 1;
