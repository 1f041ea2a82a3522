import type { BatchAccount } from './counts.ts';
import { tableOf } from './table.ts';

/** docs/faults.md. */
export const pageOf = (account: BatchAccount, command: string): string => `# When things fail

A proxy between the functions and the local AWS, and hooks in and around the functions' processes, let things go wrong while simulated people nominate
and answer, on the real app. This page is written by

    ${command} --docs

A short run of the same is in \`npm test\` (\`test/engine/faults.test.ts\`). The run goes in batches, each on a local AWS of its own with a seed made of
the run's; what a batch has found is kept below \`.local/faults\`, so that the same command goes on after an interruption.

Repeatable by the seed: the nth call of an operation, the nth message and the nth mishap meet the same fault each time. Not repeatable: which case makes
the nth call, as functions run at the same time; so the counts of two runs are near each other and not the same.

${tableOf(account)}

What each kind is:

- **error before / after the call took effect, service unavailable, throttled, connection cut, time-out after success**: what a function gets to see of its call to
  DynamoDB, SES, SQS or Step Functions. In half of the cases the SDK's further tries see it as well.
- **function killed before / after a call**: its process dies, without a word, at the await of that call.
- **conditional check lost to oneself**: the write took effect, and its writer is told that the condition failed, as by the SDK's second try.
- **transaction met another, mail refused, task token spent**: what DynamoDB, SES and Step Functions say then.
- **message …, partial batch**: how the step queue's messages come to \`ask\`.
- **stream record replayed, stream held back; execution stopped; mail bounced, mail complained of**: as the console, SES and the stream do it.
- **clock an hour ahead / behind**: of all functions, for a second and a half.
- **function redeployed**: its processes end wherever they are. **machine redeployed**: its definition is put anew.
- **engine restarted**: the local AWS ends and starts again with what it has stored. Every running execution has then failed, and every task token is spent.
`;
