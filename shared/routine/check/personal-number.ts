import personnummer from 'personnummer';

/** The package's types put the class under `default`; Node and esbuild give the class itself. */
const { valid } = personnummer as unknown as typeof personnummer.default;

const CANDIDATE = /\b(?:19|20)?\d{6}[-+]?\d{4}\b/g;

/**
 * Whether the text holds a Swedish personal number or co-ordination number: a real date and the right check digit
 * (NOMINATION-FORM section 1). An organisation number such as 232100-0131 has no date and passes.
 */
export function holdsPersonalNumber(text: string): boolean {
  return (text.match(CANDIDATE) ?? []).some((candidate) => valid(candidate));
}
