import { parseArgs } from 'node:util';
import { requestToken, SCOPES } from './issuer.ts';
import { runningSystem } from './outputs.ts';
import { Problem, run } from './problem.ts';

await run(async () => {
  const { scope } = parseArgs({ options: { scope: { type: 'string', default: '' } } }).values;
  const unknown = scope.split(' ').filter((name) => !SCOPES.includes(name));
  if (unknown.length > 0) {
    throw new Problem(
      `Name a scope, or several in quotes: --scope nominations.write. There are ${SCOPES.join(', ')}.`,
    );
  }
  console.log(await requestToken(runningSystem().issuer, scope));
});
