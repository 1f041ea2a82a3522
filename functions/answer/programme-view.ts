import type { CaseFacts } from '../../shared/case/facts.ts';
import { openQuestions } from '../../shared/case/rounds.ts';
import type { ProgrammeView, QuestionView } from '../../shared/pages/pages.ts';
import { councilName } from './names.ts';
import type { OpenedCase } from './opened.ts';

/** What the programme of a case is now; none before it is published. */
export const programmeView = ({ facts, bodies, known }: OpenedCase): ProgrammeView | undefined => {
  const { programme, head } = facts;
  return (
    programme && {
      ...programme,
      councilName: councilName(bodies, programme.council),
      today: known.today,
      ...(head.inactivationProposedOn !== undefined && { proposedOn: head.inactivationProposedOn }),
    }
  );
};

/** R-j1: whether the owner has yet to give the figures of the year. */
export const lacksFigures = (facts: CaseFacts): boolean =>
  openQuestions(facts).some(({ round }) => round.step === 'figures');

/** R-k3: those that use the programme are told when it is inactivated, where there is a mailbox. */
export const toldOf = (programme: ProgrammeView): Required<QuestionView>['told'] => {
  const users = programme.users.filter(({ endedOn }) => endedOn === undefined);
  const named = (isReached: boolean): readonly string[] =>
    users.filter(({ mailbox }) => (mailbox !== undefined) === isReached).map(({ name }) => name);
  return { reached: named(true), others: named(false) };
};
