import { DefinitionBody } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { introduction } from '../shared/routine/introduction.ts';
import { productionChecklist } from '../shared/routine/production-checklist.ts';
import { projectAssignment } from '../shared/routine/project-assignment.ts';
import { ask } from './ask.ts';
import { type MachineProps, statesOf } from './machine.ts';

/** How the waiting state is called that g shares with h and i. */
const TOGETHER = { letter: 'g–i', stateName: 'Produktion, granskning och test' };

/**
 * Steps f–j: from a decision to a published programme, or to the next version of one. g, h and i are asked together and
 * share one waiting state, which the machine comes back to when something has to be reworked. Beside the outcomes
 * of its answers, a round can be `skipped` (the case went on without it, or is decided anew), and that of f or g `again` (it
 * was refused or reopened, or has to be reworked). A publication is not undone.
 */
export const productionMachine = (scope: Construct, props: MachineProps): DefinitionBody => {
  const { choose, chooseByOccasion, end } = statesOf(scope);
  const assign = ask(scope, projectAssignment, props);
  const produce = ask(scope, { ...productionChecklist, ...TOGETHER }, props);
  const introduce = ask(scope, introduction, props);

  // A programme that is published before everything is done passes f or g–i as skipped, and comes to j.
  assign.next(
    choose('f) Kan projektet starta?', [
      [['started'], produce],
      [['accessArranged', 'skipped'], introduce],
      [['putOff', 'again'], assign],
      [['notFeasible'], end('Åter till beslut')],
    ]),
  );
  produce.next(
    choose('g–i) Färdigt och godkänt?', [
      [['done', 'skipped'], introduce],
      [['again'], produce],
    ]),
  );
  introduce.next(
    choose('j) Publicerat?', [
      [['published'], end('Publicerat')],
      [['skipped'], end('Produktionen avbruten')],
    ]),
  );
  return DefinitionBody.fromChainable(
    chooseByOccasion('Vad börjar produktionen med?', [
      [['decided'], assign],
      [['revision'], produce],
    ]),
  );
};
