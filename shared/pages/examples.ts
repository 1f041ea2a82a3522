import type { Language } from '../routine/words.ts';
import type { Nomination } from './examples/a-case.ts';
import { actExamples } from './examples/acts.ts';
import { agendaExamples } from './examples/agendas.ts';
import { attachmentExamples } from './examples/attachments.ts';
import { caseExamples } from './examples/cases.ts';
import { closedExamples } from './examples/closed.ts';
import { deskExamples } from './examples/desk.ts';
import { deskCaseExamples } from './examples/desk-case.ts';
import { draftExamples } from './examples/drafts.ts';
import { programmeExamples } from './examples/programmes.ts';
import { questionExamples } from './examples/questions.ts';
import { reportExamples } from './examples/reports.ts';
import { statementExamples } from './examples/statements.ts';

export { exampleKnown } from './examples/a-case.ts';

/** Every page in every state, by name: for tests and for screenshots. */
export const examplePages = (nomination: Nomination, lang: Language): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...questionExamples(nomination, lang),
    ...actExamples(nomination, lang),
    ...caseExamples(nomination, lang),
    ...attachmentExamples(nomination, lang),
    ...agendaExamples(nomination, lang),
    ...closedExamples(lang),
    ...deskCaseExamples(nomination, lang),
    ...deskExamples(lang),
    ...draftExamples(nomination, lang),
    ...programmeExamples(lang),
    ...reportExamples(lang),
    ...statementExamples(lang),
  ]);
