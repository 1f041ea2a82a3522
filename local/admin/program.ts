import { Command } from 'commander';
import { addMending, addQuestions, addWhole } from './changing.ts';
import { addLooking } from './looking.ts';

/** The operator's command (docs/admin.md). What `settings` sets, of where it prints and how it ends, holds for all its parts. */
export const adminProgram = (settings: (program: Command) => Command = (it) => it): Command => {
  const program = settings(new Command('npm run admin --'))
    .description('Looks at what runs, and mends what has come to a stop. Nothing is changed without --yes.')
    .showHelpAfterError('Add --help for how to write it.')
    .helpCommand(false);
  for (const add of [addLooking, addMending, addQuestions, addWhole]) add(program);
  return program;
};
