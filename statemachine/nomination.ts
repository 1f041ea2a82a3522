import { Choice, Condition, DefinitionBody, Fail, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { decision } from '../shared/routine/decision.ts';
import { position } from '../shared/routine/position.ts';
import { pprPosition } from '../shared/routine/ppr-position.ts';
import { screening } from '../shared/routine/screening.ts';
import { type AskProps, ask } from './ask.ts';
import { UNKNOWN_OUTCOME } from './errors.ts';

const outcomeIs = (...outcomes: readonly string[]): Condition =>
  Condition.jsonata(`{% $states.input.outcome in ${JSON.stringify(outcomes)} %}`);

/** Steps a–e: from a submitted nomination to a decision. */
export const nominationMachine = (scope: Construct, props: AskProps): DefinitionBody => {
  const screen = ask(scope, screening, props);
  const assess = ask(scope, position, props);
  const prioritise = ask(scope, pprPosition, props);
  const decide = ask(scope, decision, props);

  const notForSob = Succeed.jsonata(scope, 'Avslutad: inte för SoB');
  const decided = Succeed.jsonata(scope, 'Beslutad');
  const unknown = Fail.jsonata(scope, 'Okänt utfall', {
    error: UNKNOWN_OUTCOME,
    cause: 'A round was settled with an outcome that the machine does not know.',
  });

  screen.next(
    Choice.jsonata(scope, 'a) Till samordningsråd?')
      .when(outcomeIs('forwardToCouncils'), assess)
      .when(outcomeIs('notForSob'), notForSob)
      .otherwise(unknown),
  );
  assess.next(
    Choice.jsonata(scope, 'c) Vidare till PPR?')
      .when(outcomeIs('referToPpr'), prioritise)
      .when(outcomeIs('noReferral'), decide)
      .otherwise(unknown),
  );
  prioritise.next(
    Choice.jsonata(scope, 'd) Har PPR tagit ställning?')
      .when(outcomeIs(...pprPosition.outcomes), decide)
      .otherwise(unknown),
  );
  decide.next(
    Choice.jsonata(scope, 'e) Vad blev beslutet?')
      .when(outcomeIs(...decision.outcomes), decided)
      .otherwise(unknown),
  );
  return DefinitionBody.fromChainable(screen);
};
