/** Something that the person at the keyboard can put right: the message is a sentence that says how. */
export class Problem extends Error {
  override name = 'Problem';
}

/** Runs a script's main function. A Problem ends it with its sentence, anything else with a stack trace. */
export const run = async (main: () => Promise<unknown>): Promise<void> => {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    process.exitCode = 1;
  }
};
