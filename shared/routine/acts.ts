import { amend } from './acts/amend.ts';
import { changeContacts } from './acts/contacts.ts';
import { changeCouncils, proposeCouncil } from './acts/councils.ts';
import { correctReceived, setMeeting } from './acts/dates.ts';
import { linkCases } from './acts/link-cases.ts';
import { reopen } from './acts/reopen.ts';
import { requestSupplement } from './acts/request-supplement.ts';
import { withdraw, withdrawReferral } from './acts/withdrawals.ts';
import type { Act, ActName } from './question.ts';

/** Every act beside the questions, by name; the narrow types of their forms are kept. */
export const ACTS = {
  requestSupplement,
  proposeCouncil,
  setMeeting,
  correctReceived,
  withdrawReferral,
  amend,
  withdraw,
  changeContacts,
  changeCouncils,
  reopen,
  linkCases,
} satisfies Readonly<Record<ActName, Act>>;
