import { type Command, Option } from 'commander';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { CASE } from './arguments.ts';
import { listCases } from './cases.ts';
import { looks, wholeNumber } from './command.ts';
import { showLog } from './log.ts';
import { showCase } from './one-case.ts';
import { showStuck } from './stuck.ts';

/** The commands that only look. */
export const addLooking = (program: Command): void => {
  looks(program, 'cases', 'Open cases: step, whom they wait for, since when', (target, { step, olderThan }) =>
    listCases(target, {
      ...(typeof step === 'string' && { step }),
      ...(typeof olderThan === 'number' && { olderThan }),
    }),
  )
    .addOption(new Option('--step <step>', 'only those that wait at a step').choices(Object.keys(QUESTIONS)))
    .addOption(
      new Option('--older-than <days>', 'only those that have waited so many days').argParser(wholeNumber),
    );

  looks(program, 'case', 'One case: its questions, mails, execution and acts', (target, _, [number = '']) =>
    showCase(target, number),
  ).addArgument(CASE);

  looks(program, 'stuck', 'What is not as it should be, and what mends it', (target, { all }) =>
    showStuck(target, { all: all === true }),
  ).option('--all', 'also cases that nothing looks at again: reads every case');

  looks(program, 'log', 'What operators have done, the latest first', (target, { last }) =>
    showLog(target, Number(last)),
  ).addOption(new Option('--last <number>', 'how many').argParser(wholeNumber).default(20));
};
