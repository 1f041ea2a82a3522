import {
  Choice,
  Condition,
  DefinitionBody,
  Fail,
  type IChainable,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { decision } from '../shared/routine/decision.ts';
import { position } from '../shared/routine/position.ts';
import { pprPosition } from '../shared/routine/ppr-position.ts';
import { screening } from '../shared/routine/screening.ts';
import { type AskProps, ask } from './ask.ts';
import { UNKNOWN_OUTCOME } from './errors.ts';

type Route = readonly [outcomes: readonly string[], next: IChainable];

/**
 * Steps a–e: from a submitted nomination to a decision. Beside the outcomes of its answers, every round can be `again`
 * (it was reopened), `skipped` (the case was decided without it) or `withdrawn`.
 */
export const nominationMachine = (scope: Construct, props: AskProps): DefinitionBody => {
  const screen = ask(scope, screening, props);
  const assess = ask(scope, position, props);
  const prioritise = ask(scope, pprPosition, props);
  const decide = ask(scope, decision, props);

  const notForSob = Succeed.jsonata(scope, 'Avslutad: inte för SoB');
  const merged = Succeed.jsonata(scope, 'Avslutad: sammanslagen');
  const withdrawn = Succeed.jsonata(scope, 'Avslutad: återtagen');
  const decided = Succeed.jsonata(scope, 'Beslutad');
  const unknown = Fail.jsonata(scope, 'Okänt utfall', {
    error: UNKNOWN_OUTCOME,
    cause: 'A round was settled with an outcome that the machine does not know.',
  });
  const choose = (name: string, routes: readonly Route[]): Choice =>
    routes
      .reduce(
        (choice, [outcomes, next]) => choice.when(outcomeIs(outcomes), next),
        Choice.jsonata(scope, name),
      )
      .otherwise(unknown);

  screen.next(
    choose('a) Till samordningsråd?', [
      [['forwardToCouncils', 'skipped'], assess],
      [['notForSob'], notForSob],
      [['mergeWithOther'], merged],
      [['again'], screen],
      [['withdrawn'], withdrawn],
    ]),
  );
  assess.next(
    choose('c) Vidare till PPR?', [
      [['referToPpr'], prioritise],
      [['noReferral', 'skipped'], decide],
      [['again'], assess],
      [['withdrawn'], withdrawn],
    ]),
  );
  prioritise.next(
    choose('d) Har PPR tagit ställning?', [
      [['supported', 'supportedWithConditions', 'notSupported', 'referralWithdrawn', 'skipped'], decide],
      [['returnedToCouncil'], assess],
      [['deferred', 'again'], prioritise],
      [['withdrawn'], withdrawn],
    ]),
  );
  decide.next(
    choose('e) Vad blev beslutet?', [
      [decision.outcomes.filter((outcome) => outcome !== 'defer'), decided],
      [['defer', 'again'], decide],
      [['withdrawn'], withdrawn],
    ]),
  );
  return DefinitionBody.fromChainable(screen);
};

const outcomeIs = (outcomes: readonly string[]): Condition =>
  Condition.jsonata(`{% $states.input.outcome in ${JSON.stringify(outcomes)} %}`);
