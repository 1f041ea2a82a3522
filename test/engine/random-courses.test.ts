import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { putBody } from '../../shared/records/bodies.ts';
import { keys } from '../../shared/records/keys.ts';
import { keyRingFrom } from '../../shared/runtime/key-ring.ts';
import { anyCourse, BODIES, type Course, MORE_COUNCILS, walk } from '../courses/course.ts';
import { definitions } from '../courses/machine.ts';
import { REAL_MISHAPS, RealCase } from '../courses/real-case.ts';
import { functionName, lambda } from '../harness/functions.ts';
import { submit } from '../harness/people.ts';
import { store } from '../harness/record.ts';

/** Other courses are walked by `COURSES_SEED=7 npx vitest run --project engine test/engine/random-courses.test.ts`. */
const SEED = Number(process.env.COURSES_SEED ?? 20261123);
const COURSES = Number(process.env.COURSES ?? 50);
/** The local engine runs at most ten functions at once, and a case that moves has two or three running. */
const AT_ONCE = 4;

beforeAll(async () => {
  for (const body of MORE_COUNCILS) await putBody(store(), body);
});

afterAll(async () => {
  const { client, table } = store();
  for (const { id } of MORE_COUNCILS)
    await client.send(new DeleteCommand({ TableName: table, Key: keys.body(id) }));
});

const linkKeys = async () => {
  const FunctionName = await functionName('MailAsk');
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  return keyRingFrom(String(Environment?.Variables?.LINK_KEYS_SECRET))();
};

it(`${COURSES} courses from seed ${SEED} go on the engine as in memory: the same record, the same state, a whole chain of acts`, async () => {
  const ring = await linkKeys();
  const { caseNumber: otherCase } = await submit(2);
  const on = { definitions: definitions(), bodies: BODIES, otherCase, mishaps: REAL_MISHAPS };
  const courses = fc.sample(anyCourse(4, 7), { seed: SEED, numRuns: COURSES });
  const failures: string[] = [];
  const walkNext = async (): Promise<void> => {
    for (let course = courses.pop(); course !== undefined; course = courses.pop()) {
      await walk(course, { ...on, startsAt: new Date() }, new RealCase(ring)).catch((error) =>
        failures.push(told(error, course)),
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walkNext));
  expect(failures.join('\n\n')).toBe('');
}, 600_000);

const told = (error: unknown, course: Course | undefined): string =>
  `${(error as Error).message}\n${JSON.stringify(course)}`;
