/** What vitest's JSON reporter writes of what failed. */
export interface Report {
  readonly testResults: readonly {
    /** The file's path. */
    readonly name: string;
    /** Why the file could not be run; empty when it could. */
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** A line for each file that could not be run and each test that failed, with the first line of why. */
export const failures = ({ testResults }: Report): readonly string[] =>
  testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message === '' ? [] : [`${name}: ${firstLine(message)}`]),
    ...assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${name}: ${fullName}: ${firstLine(failureMessages?.[0])}`),
  ]);

const firstLine = (text = ''): string => text.split('\n', 1).join();
