import { Argument, type Command, Option } from 'commander';
import { PHASES, type Phase } from '../../shared/routine/question.ts';
import { Problem } from '../problem.ts';
import { CASE, QUESTION } from './arguments.ts';
import { mends, text } from './command.ts';
import { exportTable, restoreTable } from './copy.ts';
import { mendAll, mendAsTheClock, mendOne, restartAll, restartOne, sweepNow } from './mending.ts';
import { move, resend } from './questions.ts';
import { rebuildCounters, rebuildList } from './rebuild.ts';
import { type DeadQueue, redrive } from './redrive.ts';

/** The commands that have machines go on. */
export const addMending = (program: Command): void => {
  mends(
    program,
    'mend',
    'Looks for what is stuck and has it mended, as the clock does every 15 minutes',
    (target, { all, why }, [number]) => {
      if (number !== undefined) return mendOne(target, number, text(why));
      return all === true ? mendAll(target) : mendAsTheClock(target);
    },
  )
    .addArgument(new Argument('[case]', 'only this one, due or not'))
    .option('--all', 'every open case, due or not');

  mends(
    program,
    'restart',
    'Starts the phase of a case again: settled rounds pass, open questions keep their links',
    (target, { all, why }, [number, phase]) => {
      if ((number === undefined) !== (all === true))
        throw new Problem(
          'CASE: name a case (restart N-2026-0001), or write --all for every case whose phase should run.',
        );
      return number === undefined
        ? restartAll(target, text(why))
        : restartOne(target, number, phase as Phase | undefined, text(why));
    },
  )
    .addArgument(new Argument('[case]', 'a case number'))
    .addArgument(new Argument('[phase]', 'the phase that you think it is in').choices(PHASES))
    .option('--all', 'every case whose phase should run, as after a restore');

  mends(program, 'redrive', 'Sends dead letters where they were going', (target, { queue }) =>
    redrive(target, text(queue) as DeadQueue | undefined),
  ).addOption(new Option('--queue <name>', 'only one of the two').choices(['steps', 'events']));
};

/** The commands for one question. */
export const addQuestions = (program: Command): void => {
  mends(
    program,
    'resend',
    'Sends the mail that asks a question once more',
    (target, { newLink, why }, [number = '', question = '']) =>
      resend(target, number, question, { newLink: newLink === true, why: text(why) }),
  )
    .addArgument(CASE)
    .addArgument(QUESTION)
    .option('--new-link', 'with a new link; the one before ends');

  mends(
    program,
    'move',
    'Has a question asked of another body, or sent to another mailbox',
    (target, { to }, [number = '', question = '']) => move(target, number, question, String(to)),
  )
    .addArgument(CASE)
    .addArgument(QUESTION)
    .requiredOption('--to <where>', 'a body of the same kind, or an e-mail address');
};

/** The commands for all that there is. */
export const addWhole = (program: Command): void => {
  mends(program, 'sweep', 'Runs the morning again: what has been sent is not sent again', (target) =>
    sweepNow(target),
  );

  mends(
    program,
    'rebuild-counters',
    'Counts the yearly figures and the case numbers anew, from the cases',
    (target) => rebuildCounters(target),
  );

  mends(program, 'rows', 'Writes the desk’s list and search anew, from the cases', (target) =>
    rebuildList(target),
  );

  mends(program, 'export', 'Writes the whole table to a file', (target, { table }, [file = '']) =>
    exportTable(target, file, text(table)),
  )
    .addArgument(new Argument('<file>', 'a new file, for example nominera.jsonl.gz'))
    .option('--table <name>', 'another table than the stage’s, for example one that was restored');

  mends(program, 'restore', 'Puts what files hold into the table', (target, { replace }, files) =>
    restoreTable(target, files, { replace: replace === true }),
  )
    .addArgument(new Argument('<files...>', 'files that `export` or DynamoDB’s export to S3 has written'))
    .option('--replace', 'make the table exactly what the files hold');
};
