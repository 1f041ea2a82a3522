import type { FieldProblem } from '../../shared/routine/check.ts';
import type { Language, Words } from '../../shared/routine/words.ts';
import { BODY_LIMIT, type HttpResult, problem } from '../../shared/runtime/http.ts';
import { type Refusal, refusal } from '../../shared/runtime/json-api.ts';

const NOT_TAKEN: Words = {
  sv: 'Förslaget kan inte tas emot som det är.',
  en: 'The proposal cannot be accepted as it is.',
};

const REFUSALS = {
  unknown: {
    status: 404,
    title: { sv: 'Det finns inget sådant program.', en: 'There is no such programme.' },
    field: 'id',
    message: {
      sv: 'Hämta listan på /api/programmes och välj ett id därifrån.',
      en: 'Get the list at /api/programmes and choose an id from it.',
    },
  },
  tooLarge: {
    status: 413,
    title: NOT_TAKEN,
    field: 'body',
    message: { sv: `Skicka högst ${BODY_LIMIT / 1024} kB.`, en: `Send at most ${BODY_LIMIT / 1024} KB.` },
  },
  notJson: {
    status: 400,
    title: { sv: 'Det som skickades är inte giltig JSON.', en: 'What was sent is not valid JSON.' },
    field: 'body',
    message: {
      sv: 'Skicka ett JSON-objekt med förslagets fält.',
      en: 'Send a JSON object with the fields of the proposal.',
    },
  },
  noClient: {
    status: 403,
    title: { sv: 'Det går inte att se vem som föreslår.', en: 'It cannot be told who proposes.' },
    field: 'Authorization',
    message: {
      sv: 'Använd en token som anger klienten i client_id eller sub.',
      en: 'Use a token that names the client in client_id or sub.',
    },
  },
} satisfies Record<string, Refusal>;

/** Why a request about programmes is refused as a whole. */
export const refused = (why: keyof typeof REFUSALS, language: Language): HttpResult =>
  refusal(REFUSALS[why], language);

/** A proposal with something wrong in it (422), or that cannot be made of this programme now (409). */
export const notTaken = (
  status: 409 | 422,
  problems: readonly FieldProblem[],
  language: Language,
): HttpResult =>
  problem(
    status,
    NOT_TAKEN[language],
    problems.map(({ field, message }) => ({ field, message: message[language] })),
  );

const FAULT: Words = {
  sv: 'Något gick fel hos oss. Försök igen.',
  en: 'Something went wrong on our side. Try again.',
};

export const fault = (language: Language): HttpResult => problem(500, FAULT[language]);
