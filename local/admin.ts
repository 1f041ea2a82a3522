import { adminProgram } from './admin/program.ts';
import { run } from './problem.ts';

/** docs/admin.md tells how to use it, and what an operator must be allowed to do. */
await run(() => adminProgram().parseAsync());
