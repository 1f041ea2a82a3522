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
} from '../../shared/runtime/json-api.ts';

const REFUSALS = {
  tooLarge: tooLarge({ sv: 'Nomineringen är för stor.', en: 'The nomination is too large.' }),
  notJson: notJson({
    sv: 'Skicka ett JSON-objekt med nomineringens fält.',
    en: 'Send a JSON object with the fields of the nomination.',
  }),
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
  noClient: NO_CLIENT,
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
  problem(422, NOT_RIGHT[language], entriesIn(problems, language));
