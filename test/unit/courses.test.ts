import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyCourse, BODIES, type CourseOn, walk } from '../courses/course.ts';
import { definitions } from '../courses/machine.ts';

const ON: CourseOn = {
  definitions: definitions(),
  bodies: BODIES,
  otherCase: 'N-2026-9999',
  mishaps: [
    'redelivery',
    'drivenAgain',
    'stopped',
    'lost',
    'repeated',
    'killed',
    'days',
    'listDay',
    'succeeded',
  ],
  startsAt: new Date('2026-11-23T08:00:00.000Z'),
};

/** Other courses are walked by `COURSES_SEED=7 COURSES=20000 npx vitest run --project unit test/unit/courses.test.ts`. */
const SEED = Number(process.env.COURSES_SEED ?? 20261123);
const COURSES = Number(process.env.COURSES ?? 700);

/** Most of them short, so that there are many; some so long that a case is reopened, or a programme revised, more than once. */
const course = fc.oneof(
  { weight: 3, arbitrary: anyCourse(5, 15) },
  { weight: 1, arbitrary: anyCourse(5, 40) },
);

it(`${COURSES} courses from seed ${SEED}: whatever people do and whatever befalls the machines, record, machine and acts agree, and somebody has to act`, async () => {
  let given = 0;
  await fc.assert(
    fc.asyncProperty(course, async (it) => {
      given += (await walk(it, ON)).filter((taken) => taken === 'given').length;
    }),
    { seed: SEED, numRuns: COURSES },
  );
  expect(given).toBeGreaterThan(8 * COURSES);
}, 300_000);
