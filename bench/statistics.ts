/** The middle value; the upper of two. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** The median of the ratios of neighbouring measurements, which a machine that is slow for a while changes little. */
export const medianRatio = (pairs: readonly (readonly [ours: number, theirs: number])[]): number =>
  median(pairs.map(([ours, theirs]) => ours / theirs));
