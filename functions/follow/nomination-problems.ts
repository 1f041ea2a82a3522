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

const NOT_WITHDRAWN: Words = {
  sv: 'Nomineringen kan inte dras tillbaka så.',
  en: 'The nomination cannot be withdrawn like this.',
};

const REFUSALS = {
  unknown: unknownId(
    { sv: 'Det finns ingen sådan nominering.', en: 'There is no such nomination.' },
    '/api/nominations',
  ),
  notYours: {
    status: 403,
    title: {
      sv: 'Nomineringen kom inte från den här klienten.',
      en: 'The nomination did not come from this client.',
    },
    field: 'id',
    message: {
      sv: 'Bara den klient som skickade in nomineringen kan dra tillbaka den här. Andra kan be den regionala SoB-förvaltningen.',
      en: 'Only the client that sent the nomination in can withdraw it here. Others can ask the regional SoB office.',
    },
  },
  tooLarge: tooLarge(NOT_WITHDRAWN),
  notJson: notJson({
    sv: 'Skicka ett JSON-objekt med fältet withdrawReason.',
    en: 'Send a JSON object with the field withdrawReason.',
  }),
  noClient: NO_CLIENT,
} satisfies Record<string, Refusal>;

/** Why a request about nominations is refused as a whole. */
export const refusedNomination = (why: keyof typeof REFUSALS, language: Language): HttpResult =>
  refusal(REFUSALS[why], language);

/** A withdrawal with something wrong in it (422), or of a nomination that cannot be withdrawn now (409). */
export const notWithdrawn = (
  status: 409 | 422,
  problems: readonly FieldProblem[],
  language: Language,
): HttpResult => problem(status, NOT_WITHDRAWN[language], entriesIn(problems, language));

const NOT_ASKED_RIGHT: Words = {
  sv: 'Frågan kan inte besvaras som den är ställd.',
  en: 'The request cannot be answered as it is.',
};

/** Parameters that cannot be taken: each that is wrong, and what it may be. */
export const badQuery = (problems: readonly FieldProblem[], language: Language): HttpResult =>
  problem(400, NOT_ASKED_RIGHT[language], entriesIn(problems, language));
