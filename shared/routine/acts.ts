import { amend } from './acts/amend.ts';
import { attach, attachToQuestion } from './acts/attach.ts';
import { changeContacts } from './acts/contacts.ts';
import { correctProgramme } from './acts/correct-programme.ts';
import { changeCouncils, proposeCouncil } from './acts/councils.ts';
import { correctReceived, setMeeting } from './acts/dates.ts';
import { askDeputy } from './acts/deputy.ts';
import { linkCases } from './acts/link-cases.ts';
import { changeProjectContacts } from './acts/project-contacts.ts';
import { proposeInactivation } from './acts/propose-inactivation.ts';
import { redact } from './acts/redact.ts';
import { registerCase } from './acts/register-case.ts';
import { setRegistrationNumber } from './acts/registration-number.ts';
import { reopen } from './acts/reopen.ts';
import { reportDeviation } from './acts/report-deviation.ts';
import { reportMonth } from './acts/report-month.ts';
import { requestSupplement } from './acts/request-supplement.ts';
import { resendQuestion } from './acts/resend.ts';
import { endRevision, revise } from './acts/revise.ts';
import { liftStop, urgentStop } from './acts/stop.ts';
import { addSpread, addUnit, endUse } from './acts/users.ts';
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
  attach,
  attachToQuestion,
  reportDeviation,
  reportMonth,
  changeProjectContacts,
  setRegistrationNumber,
  addUnit,
  addSpread,
  endUse,
  correctProgramme,
  proposeInactivation,
  urgentStop,
  liftStop,
  revise,
  endRevision,
  askDeputy,
  resendQuestion,
  registerCase,
  redact,
} satisfies Readonly<Record<ActName, Act>>;
