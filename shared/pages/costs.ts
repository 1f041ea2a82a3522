export interface CostSums {
  readonly oneOff: number;
  readonly perYear: number;
  /** One-off costs and five years of yearly ones. */
  readonly fiveYears: number;
  /** Lines that have no amount, only hours. */
  readonly withoutAmount: number;
}

/** Sums of a nomination's cost lines; absent where there are none. */
export function costSums(costLines: unknown): CostSums | undefined {
  if (!Array.isArray(costLines) || costLines.length === 0) return undefined;
  const lines = costLines as readonly { readonly amountSek?: unknown; readonly recurrence?: unknown }[];
  const sum = (recurrence: string): number =>
    lines.reduce((sum, line) => {
      const counts = line.recurrence === recurrence && typeof line.amountSek === 'number';
      return counts ? sum + (line.amountSek as number) : sum;
    }, 0);
  const [oneOff, perYear] = [sum('oneOff'), sum('perYear')];
  const withoutAmount = lines.filter((line) => typeof line.amountSek !== 'number').length;
  return { oneOff, perYear, fiveYears: oneOff + 5 * perYear, withoutAmount };
}
