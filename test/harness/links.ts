import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import type { CaseFacts } from '../../shared/case/facts.ts';
import {
  answerUrl,
  caseSubject,
  caseUrl,
  type LinkSubject,
  linkSecret,
} from '../../shared/links/links.ts';
import type { CaseReader, Step } from '../../shared/routine/question.ts';
import { keyRingFrom } from '../../shared/runtime/key-ring.ts';
import { functionName, lambda } from './functions.ts';
import { store } from './record.ts';
import { system } from './system.ts';

/** Links as `ask` makes them, for whoever gets them in no mail of the case: what is asked in a list, pages of old programmes. */

let keyRing: ReturnType<typeof keyRingFrom> | undefined;

const secretOf = async (keyId: string, subject: LinkSubject): Promise<string> => {
  keyRing ??= keyRingFrom(await linkKeysSecret());
  return linkSecret(await keyRing(keyId), keyId, subject);
};

const linkKeysSecret = async (): Promise<string> => {
  const FunctionName = await functionName('MailAsk');
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  return String(Environment?.Variables?.LINK_KEYS_SECRET);
};

/** The link to the newest question of a step. */
export const linkTo = async ({ head, questions }: CaseFacts, step: Step): Promise<string> => {
  const newest = questions.filter(({ round }) => round.step === step).toSorted(byNth).at(-1);
  if (newest?.linkKeyId === undefined) throw new Error(`${step} has no link`);
  const { id: questionId, linkKeyId, linkVersion } = newest;
  const secret = await secretOf(linkKeyId, { caseId: head.id, questionId, linkVersion });
  return answerUrl(system().baseUrl, secret);
};

const byNth = (a: CaseFacts['questions'][number], b: CaseFacts['questions'][number]): number =>
  a.round.nth - b.round.nth;

/** The link to a reader's page of a case. */
export const pageOf = async ({ head }: CaseFacts, reader: CaseReader): Promise<string> => {
  const { keyId, version = 0 } = head.caseLinks[reader] ?? {};
  if (keyId === undefined) throw new Error(`The ${reader} has no page`);
  return caseUrl(system().baseUrl, await secretOf(keyId, caseSubject(head.id, reader, version)));
};
