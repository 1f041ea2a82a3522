/** What a run of the fuzzer has come to. */

export interface Failure {
  /** Epoch and place in it: with the seed they give the input again. */
  readonly at: string;
  readonly what: readonly string[];
  readonly input: unknown;
}

/** What was asked of one route, queue or event. */
export interface Tally {
  readonly name: string;
  inputs: number;
  /** By class of status, `2xx`; of batches `taken`, `reported`; of events `taken`, `thrown`. */
  readonly answers: Record<string, number>;
  failures: number;
}

export interface Outcome {
  readonly tallies: readonly Tally[];
  readonly failures: readonly Failure[];
  readonly inputs: number;
  /** Requests by people without a right, and whole tables compared before and after theirs. */
  readonly unauthorised: number;
  readonly compared: number;
}

/** Of several processes, as if one had done it all; by name. */
export const together = (outcomes: readonly Outcome[]): Outcome => {
  const sum = (of: (it: Outcome) => number): number => outcomes.reduce((so, it) => so + of(it), 0);
  const byName = Map.groupBy(
    outcomes.flatMap(({ tallies }) => tallies),
    ({ name }) => name,
  );
  return {
    tallies: [...byName.values()].map(summed).sort((a, b) => a.name.localeCompare(b.name)),
    failures: outcomes.flatMap(({ failures }) => failures),
    inputs: sum(({ inputs }) => inputs),
    unauthorised: sum(({ unauthorised }) => unauthorised),
    compared: sum(({ compared }) => compared),
  };
};

const summed = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((so, it) => {
    const kinds = new Set([...Object.keys(so.answers), ...Object.keys(it.answers)]);
    const added = [...kinds].map((kind) => [kind, (so.answers[kind] ?? 0) + (it.answers[kind] ?? 0)]);
    return {
      name: so.name,
      inputs: so.inputs + it.inputs,
      answers: Object.fromEntries(added),
      failures: so.failures + it.failures,
    };
  });
