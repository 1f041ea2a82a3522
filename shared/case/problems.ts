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
export const OWNER_IS_MANAGER: Words = {
  sv: 'Projektledaren ska vara någon annan än projektägaren. Ange en annan adress.',
  en: 'The project manager must be someone other than the project owner. State another address.',
};
export const PAPER_WITHOUT_MINUTES: Words = {
  sv: 'Svaret har kommit på papper. Ange protokollet som det står i.',
  en: 'The answer came on paper. State the minutes in which it is found.',
};
