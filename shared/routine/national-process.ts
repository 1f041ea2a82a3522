import type { Words } from './words.ts';

/** R-g4: said where a review is planned and where it is answered. */
export const REVIEW_SET_UP: Words = {
  sv: 'Förslag på hur granskningen kan läggas upp finns i den nationella Process för produktion av internetbaserade behandlingsprogram.',
  en: 'The national process for producing internet-based treatment programmes proposes how to set up the review.',
};
