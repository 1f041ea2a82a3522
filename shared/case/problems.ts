import type { FieldProblem } from '../routine/check.ts';
import type { Words } from '../routine/words.ts';

/** What answers and acts are refused for alike. */

export const at = (field: string, message: Words): FieldProblem => ({ field, message });

export const ALREADY_ASKED: Words = {
  sv: 'Rådet har redan nomineringen. Välj ett annat råd.',
  en: 'The council already has the nomination. Choose another council.',
};
export const LINKED_TO_ITSELF: Words = {
  sv: 'Det här är ärendets eget nummer. Ange numren på andra ärenden.',
  en: 'This is the case’s own number. State the numbers of other cases.',
};
