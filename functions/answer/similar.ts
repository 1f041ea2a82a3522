import { likelySimilar, reasonInWords, soughtIn } from '../../shared/case/similar.ts';
import type { Similar } from '../../shared/pages/pages.ts';
import type { OpenedCase } from './opened.ts';
import type { AnswerDeps } from './record.ts';

/** R-a9, R-b4: programmes and pending cases that a nomination is likely similar to, each with the reason. */
export const similarTo = async (
  { record }: AnswerDeps,
  { facts }: OpenedCase,
  nomination: Readonly<Record<string, unknown>>,
): Promise<readonly Similar[]> => {
  const sought = { ...soughtIn(nomination), number: facts.head.number };
  return likelySimilar(sought, await record.candidates()).map((similar) => {
    const { kind, id, title, from, url } = similar.candidate;
    return {
      name: kind === 'case' ? `${id}: ${title}` : title,
      what: kind,
      detail: { sv: from, en: from },
      ...(url !== undefined && { href: url }),
      reason: reasonInWords(similar),
    };
  });
};
