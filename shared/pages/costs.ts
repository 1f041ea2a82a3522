export interface CostSums {
  readonly oneOff: number;
  readonly perYear: number;
  /** One-off costs and five years of yearly ones. */
  readonly fiveYears: number;
  /** Lines that have no amount, only hours. */
  readonly withoutAmount: number;
  /** Of the five years, what nobody knows yet who pays. */
  readonly unknownPayer: number;
}

/** Sums of a nomination's cost lines; absent where there are none. */
export function costSums(costLines: unknown): CostSums | undefined {
  if (!Array.isArray(costLines) || costLines.length === 0) return undefined;
  const lines = costLines as readonly {
    readonly amountSek?: unknown;
    readonly recurrence?: unknown;
    readonly bornBy?: unknown;
  }[];
  const sum = (recurrence: string, of = lines): number =>
    of.reduce((sum, line) => {
      const counts = line.recurrence === recurrence && typeof line.amountSek === 'number';
      return counts ? sum + (line.amountSek as number) : sum;
    }, 0);
  const [oneOff, perYear] = [sum('oneOff'), sum('perYear')];
  const unknown = lines.filter(({ bornBy }) => bornBy === 'unknown');
  const withoutAmount = lines.filter((line) => typeof line.amountSek !== 'number').length;
  return {
    oneOff,
    perYear,
    fiveYears: overFiveYears(oneOff, perYear),
    withoutAmount,
    unknownPayer: overFiveYears(sum('oneOff', unknown), sum('perYear', unknown)),
  };
}

const overFiveYears = (oneOff: number, perYear: number): number => oneOff + 5 * perYear;
