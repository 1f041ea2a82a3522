import type { StepAnswers } from '../../shared/case/answers.ts';
import { g4 } from '../../shared/case/gates.ts';
import { g6 } from '../../shared/case/programme-gates.ts';
import type { CaseTexts } from '../../shared/records/cases.ts';
import type { Words } from '../../shared/routine/words.ts';
import type { OpenedCase } from './opened.ts';
import { answersBefore } from './prefilled.ts';

/** What the gate lacks that the case is on its way to: of the decision (G4), or of the publication (G6). */
export const lackingIn = (opened: OpenedCase, texts: CaseTexts): readonly Words[] => {
  const { head } = opened.facts;
  if (!head.phaseWanted || head.phase === 'review') return [];
  return head.phase === 'nomination'
    ? g4(opened.facts).map(({ message }) => message)
    : lackingToPublish(opened, texts);
};

/** What G6 would lack if j were answered as it stands there beforehand. */
export const lackingToPublish = (opened: OpenedCase, texts: CaseTexts): readonly Words[] => {
  const answers = answersBefore({ id: 'introduction' }, opened, texts) ?? {};
  return g6(answers as StepAnswers['introduction'], opened.facts).map(({ message }) => message);
};
