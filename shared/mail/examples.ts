import type { NoticeId, Role } from '../routine/question.ts';
import { QUESTIONS } from '../routine/routine.ts';
import type { Language, Words } from '../routine/words.ts';
import { type Letter, noticeLetter, questionLetter } from './letters.ts';

const BODY: Readonly<Record<Role, Words>> = {
  sobOffice: { sv: 'Regionala SoB-förvaltningen', en: 'The regional SoB office' },
  coordinationCouncil: {
    sv: 'Samordningsråd psykisk hälsa',
    en: 'Coordination council for mental health',
  },
  ppr: { sv: 'Program- och prioriteringsrådet (PPR)', en: 'The Programme and Prioritisation Council (PPR)' },
};

const OUTCOME: Readonly<Record<NoticeId, string>> = {
  'N-3': '',
  'N-7': 'referToPpr',
  'N-9': 'supportedWithConditions',
  'N-10': 'create',
};

/** Every mail, by name: for tests and for screenshots. */
export function exampleLetters(lang: Language): Readonly<Record<string, Letter>> {
  const common = { caseNumber: 'N-2026-0001', lang };
  const ask = { askAt: 'sob-forvaltningen@example.se' };
  const questions = Object.values(QUESTIONS).map((question) => {
    const letter = questionLetter({
      ...common,
      ...(question.answeredBy !== 'sobOffice' && ask),
      question,
      bodyName: BODY[question.answeredBy],
      targetOn: '2026-12-23',
      url: `https://nominera.example.se/a/${'x'.repeat(43)}`,
    });
    return [question.step, letter] as const;
  });
  const notices = (Object.keys(OUTCOME) as NoticeId[]).map(
    (notice) => [notice, noticeLetter({ ...common, ...ask, notice, outcome: OUTCOME[notice] })] as const,
  );
  return Object.fromEntries([...questions, ...notices]);
}
