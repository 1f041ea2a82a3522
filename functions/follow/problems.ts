import type { FieldProblem } from '../../shared/routine/check.ts';
import type { Language, Words } from '../../shared/routine/words.ts';
import { type HttpResult, problem } from '../../shared/runtime/http.ts';
import {
  entriesIn,
  NO_CLIENT,
  notJson,
  type Refusal,
  refusal,
  tooLarge,
  unknownId,
} from '../../shared/runtime/json-api.ts';

const NOT_TAKEN: Words = {
  sv: 'Förslaget kan inte tas emot som det är.',
  en: 'The proposal cannot be accepted as it is.',
};

const REFUSALS = {
  unknown: unknownId(
    { sv: 'Det finns inget sådant program.', en: 'There is no such programme.' },
    '/api/programmes',
  ),
  tooLarge: tooLarge(NOT_TAKEN),
  notJson: notJson({
    sv: 'Skicka ett JSON-objekt med förslagets fält.',
    en: 'Send a JSON object with the fields of the proposal.',
  }),
  noClient: NO_CLIENT,
} satisfies Record<string, Refusal>;

/** Why a request about programmes is refused as a whole. */
export const refused = (why: keyof typeof REFUSALS, language: Language): HttpResult =>
  refusal(REFUSALS[why], language);

/** A proposal with something wrong in it (422), or that cannot be made of this programme now (409). */
export const notTaken = (
  status: 409 | 422,
  problems: readonly FieldProblem[],
  language: Language,
): HttpResult => problem(status, NOT_TAKEN[language], entriesIn(problems, language));

const FAULT: Words = {
  sv: 'Något gick fel hos oss. Försök igen.',
  en: 'Something went wrong on our side. Try again.',
};

export const fault = (language: Language): HttpResult => problem(500, FAULT[language]);
