import { type Command, InvalidArgumentError } from 'commander';
import { act, type Plan } from './plan.ts';
import { findTarget, type Target } from './target.ts';

/** What was written after a command: options by name, and the words that are none. */
export type Options = Readonly<Record<string, string | boolean | number | undefined>>;
export type Words = readonly string[];

const command = (program: Command, name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .option('--stage <name>', 'the stage: local, prod; or by NOMINERA_STAGE');

/** A command that only looks. */
export const looks = (
  program: Command,
  name: string,
  description: string,
  show: (target: Target, options: Options, words: Words) => Promise<void>,
): Command =>
  command(program, name, description).action(async (...given) => {
    const { options, words } = read(given);
    await show(await findTarget(text(options.stage)), options, words);
  });

/** A command that changes something: weighed first, done with `--yes`, and kept. */
export const mends = (
  program: Command,
  name: string,
  description: string,
  weigh: (target: Target, options: Options, words: Words) => Plan | Promise<Plan>,
): Command =>
  command(program, name, description)
    .option('--yes', 'do it; without, only say what would be done')
    .option('--as <name>', 'the name that you sign with, beside your AWS identity')
    .option('--why <text>', 'the reason, kept with what is done')
    .action(async (...given) => {
      const { options, words } = read(given);
      const { yes, as, why, stage, ...others } = options;
      const target = await findTarget(text(stage));
      const signed = {
        ...(typeof as === 'string' && { as }),
        ...(typeof why === 'string' && { why }),
      };
      const told = [...words, ...Object.entries(others).map(([option, value]) => `${option}=${value}`)];
      const plan = await weigh(target, options, words);
      await act(target, { yes: yes === true, command: name, told, ...signed }, plan);
    });

/** What commander gives an action: the arguments one by one, the options, the command. */
const read = (given: readonly unknown[]): { readonly options: Options; readonly words: Words } => ({
  options: given.at(-2) as Options,
  words: given
    .slice(0, -2)
    .flat()
    .filter((word): word is string => typeof word === 'string'),
});

export const text = (value: Options[string]): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** Reads a whole number, of days or of lines. */
export const wholeNumber = (value: string): number => {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0)
    throw new InvalidArgumentError('Write a whole number, for example 30.');
  return number;
};
