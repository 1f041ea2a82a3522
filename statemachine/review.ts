import { DefinitionBody } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { followUp } from '../shared/routine/follow-up.ts';
import { inactivation } from '../shared/routine/inactivation.ts';
import { inactivationPosition } from '../shared/routine/inactivation-position.ts';
import { unpublishing } from '../shared/routine/unpublishing.ts';
import { ask } from './ask.ts';
import { type MachineProps, statesOf } from './machine.ts';

/**
 * The yearly follow-up of a programme, and step k. Beside the outcomes of its answers, the follow-up can be `skipped`: it
 * gave way to an urgent stop, on which the council takes its position at once (R-k4). The position can be `again`: it was
 * reopened.
 */
export const reviewMachine = (scope: Construct, props: MachineProps): DefinitionBody => {
  const { choose, chooseByOccasion, end } = statesOf(scope);
  const follow = ask(scope, followUp, props);
  const takePosition = ask(scope, inactivationPosition, props);
  const inactivate = ask(scope, inactivation, props);
  const unpublish = ask(scope, unpublishing, props);

  const kept = end('Fortsatt i bruk');

  follow.next(
    choose('j) Fortfarande aktuellt?', [
      [['keep'], kept],
      [['revise'], end('Ny version tas fram')],
      [['proposeInactivation', 'skipped'], takePosition],
    ]),
  );
  takePosition.next(
    choose('k) Ska det inaktiveras?', [
      [['inactivate'], inactivate],
      [['keep'], kept],
      [['again'], takePosition],
    ]),
  );
  inactivate.next(choose('k) Inaktiverat?', [[['inactivated'], unpublish]]));
  unpublish.next(choose('k) Avpublicerat?', [[['unpublished'], end('Inaktiverat och avpublicerat')]]));
  return DefinitionBody.fromChainable(
    chooseByOccasion('Varför granskas programmet?', [
      [['yearly'], follow],
      [['proposal'], takePosition],
    ]),
  );
};
