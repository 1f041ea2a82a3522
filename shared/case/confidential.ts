import type { StepAnswers } from './answers.ts';

type Assignment = StepAnswers['projectAssignment'];

/** P-06: whether a project assignment is marked as confidential. */
export const isConfidential = ({ documentStatus }: Partial<Pick<Assignment, 'documentStatus'>>): boolean =>
  documentStatus === 'confidential';

/** What everybody who has the case may know of a confidential assignment: that it is there, and by which law. */
export const marksOf = (assignment: Assignment): Assignment => {
  const { projectOutcome, documentStatus, legalGround, registrationNumber } = assignment;
  return {
    projectOutcome,
    ...(documentStatus !== undefined && { documentStatus }),
    ...(legalGround !== undefined && { legalGround }),
    ...(registrationNumber !== undefined && { registrationNumber }),
  };
};
