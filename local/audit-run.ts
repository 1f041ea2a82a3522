import { audit } from './audit.ts';
import { Problem, run } from './problem.ts';

await run(async () => {
  const found = audit(new Date().toISOString().slice(0, 10));
  if (found.kind === 'notAsked') {
    console.log(`${found.why} Nothing was checked: this says nothing about the packages.`);
    return;
  }
  if (found.problems.length > 0)
    throw new Problem(
      `${found.problems.join('\n')}\nUpdate the package, or write into docs/vulnerabilities.json why it can wait.`,
    );
  console.log('No known vulnerability in what is deployed, but for those in docs/vulnerabilities.json.');
});
