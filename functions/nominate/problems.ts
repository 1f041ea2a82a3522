import type { FieldProblem } from '../../shared/routine/check.ts';
import type { Language, Words } from '../../shared/routine/words.ts';
import { BODY_LIMIT, type HttpResult, problem } from '../../shared/runtime/http.ts';
import { type Refusal, refusal } from '../../shared/runtime/json-api.ts';

const REFUSALS = {
  tooLarge: {
    status: 413,
    title: { sv: 'Nomineringen är för stor.', en: 'The nomination is too large.' },
    field: 'body',
    message: {
      sv: `Skicka högst ${BODY_LIMIT / 1024} kB. Korta texterna.`,
      en: `Send at most ${BODY_LIMIT / 1024} KB. Shorten the texts.`,
    },
  },
  notJson: {
    status: 400,
    title: { sv: 'Nomineringen är inte giltig JSON.', en: 'The nomination is not valid JSON.' },
    field: 'body',
    message: {
      sv: 'Skicka ett JSON-objekt med nomineringens fält.',
      en: 'Send a JSON object with the fields of the nomination.',
    },
  },
  badKey: {
    status: 400,
    title: { sv: 'Idempotency-Key kan inte användas.', en: 'The Idempotency-Key cannot be used.' },
    field: 'Idempotency-Key',
    message: { sv: 'Skriv 1–200 synliga ASCII-tecken.', en: 'Use 1–200 visible ASCII characters.' },
  },
  usedKey: {
    status: 422,
    title: {
      sv: 'Nyckeln är redan använd för en annan nominering.',
      en: 'The key was already used for another nomination.',
    },
    field: 'Idempotency-Key',
    message: { sv: 'Använd en ny nyckel för en ny nominering.', en: 'Use a new key for a new nomination.' },
  },
  noClient: {
    status: 403,
    title: { sv: 'Det går inte att se vem som nominerar.', en: 'It cannot be told who nominates.' },
    field: 'Authorization',
    message: {
      sv: 'Använd en token som anger klienten i client_id eller sub.',
      en: 'Use a token that names the client in client_id or sub.',
    },
  },
} satisfies Record<string, Refusal>;

/** Why a request is refused before its nomination is read. */
export const refused = (why: keyof typeof REFUSALS, language: Language): HttpResult =>
  refusal(REFUSALS[why], language);

const FAULT: Words = {
  sv: 'Något gick fel hos oss. Inget är sparat. Försök igen.',
  en: 'Something went wrong on our side. Nothing was saved. Try again.',
};

export const fault = (language: Language): HttpResult => problem(500, FAULT[language]);

const NOT_RIGHT: Words = {
  sv: 'Nomineringen kan inte tas emot som den är.',
  en: 'The nomination cannot be accepted as it is.',
};

/** A nomination with something wrong in it: every field that is, and how to mend it. */
export const notRight = (problems: readonly FieldProblem[], language: Language): HttpResult =>
  problem(422, NOT_RIGHT[language], inLanguage(problems, language));

export const inLanguage = (problems: readonly FieldProblem[], language: Language) =>
  problems.map(({ field, message }) => ({ field, message: message[language] }));
