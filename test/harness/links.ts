import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { expect } from 'vitest';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { answerUrl, caseSubject, caseUrl, type LinkSubject, linkSecret } from '../../shared/links/links.ts';
import type { CaseReader, Step } from '../../shared/routine/question.ts';
import { keyRingFrom } from '../../shared/runtime/key-ring.ts';
import { eventually } from './eventually.ts';
import { functionName, lambda } from './functions.ts';
import { factsOf } from './record.ts';
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
  const newest = questions
    .filter(({ round }) => round.step === step)
    .toSorted(byNth)
    .at(-1);
  if (newest?.linkKeyId === undefined) throw new Error(`${step} has no link`);
  const { id: questionId, linkKeyId, linkVersion } = newest;
  const secret = await secretOf(linkKeyId, { caseId: head.id, questionId, linkVersion });
  return answerUrl(system().baseUrl, secret);
};

const byNth = (a: CaseFacts['questions'][number], b: CaseFacts['questions'][number]): number =>
  a.round.nth - b.round.nth;

/** The link to a reader's page of a case, once it is made. */
export const pageOf = async (caseId: string, reader: CaseReader): Promise<string> => {
  const { keyId, version } = await eventually(async () => {
    const { version = 0, linked, keyId } = (await factsOf(caseId)).head.caseLinks[reader] ?? {};
    expect(linked, `the ${reader} has a page`).toBe(version);
    return { version, keyId };
  });
  return caseUrl(system().baseUrl, await secretOf(String(keyId), caseSubject(caseId, reader, version)));
};
