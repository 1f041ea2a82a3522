import type * as z from 'zod';
import { toDotPath } from 'zod/v4/core';
import type { Language, Words } from '../../shared/routine/words.ts';
import { type HttpResult, problem } from '../../shared/runtime/http.ts';
import {
  NO_CLIENT,
  notJson,
  type Refusal,
  refusal,
  tooLarge,
  unknownId,
} from '../../shared/runtime/json-api.ts';

const NOT_RIGHT: Words = {
  sv: 'Uppgifterna kan inte sparas som de är.',
  en: 'The details cannot be saved as they are.',
};

const ALL_OF_IT: Words = {
  sv: 'Skicka ett JSON-objekt med alla uppgifter om instansen.',
  en: 'Send a JSON object with all details of the body.',
};

const REFUSALS = {
  unknown: unknownId(
    { sv: 'Det finns ingen sådan instans i registret.', en: 'There is no such body in the register.' },
    '/api/bodies',
  ),
  badId: {
    status: 422,
    title: NOT_RIGHT,
    field: 'id',
    message: {
      sv: 'Börja med en liten bokstav a–z. Använd sedan högst 59 bokstäver a–z, siffror och bindestreck. Orden nominator, headOfOperations och sobContact är upptagna.',
      en: 'Start with a lower-case letter a–z, and go on with at most 59 letters a–z, digits and hyphens. The words nominator, headOfOperations and sobContact are taken.',
    },
  },
  tooLarge: tooLarge(NOT_RIGHT),
  notJson: notJson(ALL_OF_IT),
  noVersion: {
    status: 428,
    title: {
      sv: 'Det framgår inte vilken version som ändras.',
      en: 'It is not stated which version is changed.',
    },
    field: 'If-Match',
    message: {
      sv: 'Hämta uppgifterna först, och skicka deras ETag i If-Match.',
      en: 'Get the details first, and send their ETag in If-Match.',
    },
  },
  changed: {
    status: 412,
    title: { sv: 'Någon annan har hunnit ändra registret.', en: 'Somebody else has changed the register.' },
    field: 'If-Match',
    message: {
      sv: 'Hämta uppgifterna igen, gör om ändringen och skicka den nya ETag i If-Match.',
      en: 'Get the details again, redo the change, and send the new ETag in If-Match.',
    },
  },
  successor: {
    status: 422,
    title: NOT_RIGHT,
    field: 'successor',
    message: {
      sv: 'Ange id för en instans i registret som har samma roll och inte själv har en efterträdare.',
      en: 'State the id of a body in the register that has the same role and no successor of its own.',
    },
  },
  noClient: NO_CLIENT,
} satisfies Record<string, Refusal>;

/** Why a request about bodies is refused. */
export const refused = (why: keyof typeof REFUSALS, language: Language): HttpResult =>
  refusal(REFUSALS[why], language);

/** What each field takes; said of whatever is wrong in it. */
const FIELDS: Readonly<Record<string, Words>> = {
  id: { sv: 'Ange samma id som i adressen, eller inget.', en: 'State the same id as in the path, or none.' },
  role: {
    sv: 'Ange rollen: sobOffice, ppr och contentOwners för de instanser som har det som id, annars coordinationCouncil.',
    en: 'State the role: sobOffice, ppr and contentOwners for the bodies with that id, otherwise coordinationCouncil.',
  },
  name: {
    sv: 'Ange namnet på svenska (sv) och engelska (en), högst 200 tecken på en rad.',
    en: 'State the name in Swedish (sv) and English (en), at most 200 characters on one line.',
  },
  mailbox: { sv: 'Ange en e-postadress.', en: 'State an e-mail address.' },
  language: { sv: 'Ange språket för mejl: sv eller en.', en: 'State the language of mails: sv or en.' },
  deputy: {
    sv: 'Ange ersättarens e-postadress, eller utelämna fältet.',
    en: 'State the deputy’s e-mail address, or leave the field out.',
  },
  escalation: {
    sv: 'Ange e-postadressen till den som ska få veta om ingen svarar, eller utelämna fältet.',
    en: 'State the e-mail address of who is to know when nobody answers, or leave the field out.',
  },
  absences: {
    sv: 'Ange första (from) och sista (to) dagen för varje frånvaro, som 2026-12-21.',
    en: 'State the first (from) and last (to) day of each absence, as 2026-12-21.',
  },
  summerPause: {
    sv: 'Ange första (from) och sista (to) dagen, som 07-01.',
    en: 'State the first (from) and last (to) day, as 07-01.',
  },
  successor: {
    sv: 'Ange id för en annan instans, eller utelämna fältet.',
    en: 'State the id of another body, or leave the field out.',
  },
};

const UNKNOWN: Words = { sv: 'Fältet finns inte. Ta bort det.', en: 'There is no such field. Remove it.' };

/** Details with something wrong in them: every field that is, and what it takes. */
export const notRight = ({ issues }: z.ZodError, language: Language): HttpResult => {
  const entries = issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...issue.path, key], words: UNKNOWN }));
    return [{ path: issue.path, words: FIELDS[String(issue.path[0])] ?? ALL_OF_IT }];
  });
  return problem(
    422,
    NOT_RIGHT[language],
    entries.map(({ path, words }) => ({
      field: path.length === 0 ? 'body' : toDotPath(path),
      message: words[language],
    })),
  );
};

const FAULT: Words = {
  sv: 'Något gick fel hos oss. Skicka samma ändring igen: det som hann bli gjort görs inte om.',
  en: 'Something went wrong on our side. Send the same change again: what was done is not done twice.',
};

export const fault = (language: Language): HttpResult => problem(500, FAULT[language]);
