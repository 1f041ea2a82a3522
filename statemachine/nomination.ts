import { DefinitionBody } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { decision } from '../shared/routine/decision.ts';
import { position } from '../shared/routine/position.ts';
import { pprPosition } from '../shared/routine/ppr-position.ts';
import { screening } from '../shared/routine/screening.ts';
import { ask } from './ask.ts';
import { type MachineProps, statesOf } from './machine.ts';

/**
 * Steps a–e: from a submitted nomination to a decision. Beside the outcomes of its answers, every round can be `again`
 * (it was reopened), `skipped` (the case was decided without it) or `withdrawn`.
 */
export const nominationMachine = (scope: Construct, props: MachineProps): DefinitionBody => {
  const { choose, end } = statesOf(scope);
  const screen = ask(scope, screening, props);
  const assess = ask(scope, position, props);
  const prioritise = ask(scope, pprPosition, props);
  const decide = ask(scope, decision, props);

  const notForSob = end('Avslutad: inte för SoB');
  const merged = end('Avslutad: sammanslagen');
  const withdrawn = end('Avslutad: återtagen');
  const decided = end('Beslutad');

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
