import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Mailing } from '../case/facts.ts';
import type { DeputyAsked } from '../case/feedback.ts';
import { won } from './failures.ts';
import { keys } from './keys.ts';
import { change, putNew, type Store } from './store.ts';

/** Has a deputy asked; `false` when it was asked before, or the question is no longer open. */
export const askDeputy = (
  store: Store,
  caseId: string,
  { question, on, mailing }: DeputyAsked,
): Promise<boolean> =>
  won(() =>
    store.client.send(
      new TransactWriteCommand({
        TransactItems: [
          change(store, keys.question(caseId, question), { deputyAskedOn: on }, { status: 'open' }),
          putNew(store, { ...keys.mailing(caseId, mailing.id), ...mailing }),
        ],
      }),
    ),
  );

/** Has a mailing sent that no act caused; `false` when it was there. */
export const wantMailing = (store: Store, caseId: string, mailing: Mailing): Promise<boolean> =>
  won(() =>
    store.client.send(new PutCommand(putNew(store, { ...keys.mailing(caseId, mailing.id), ...mailing }).Put)),
  );
