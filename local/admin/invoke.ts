import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { Problem } from '../problem.ts';

/**
 * Runs a function and waits for it; gives what it returns.
 * @throws a Problem with the name of its error; the log has the rest
 */
export const invoke = async (FunctionName: string, event: unknown): Promise<unknown> => {
  const { FunctionError, Payload } = await new LambdaClient({}).send(
    new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }),
  );
  const text = Buffer.from(Payload ?? []).toString();
  const came: unknown = text === '' ? undefined : JSON.parse(text);
  if (FunctionError === undefined) return came;
  const { errorType = FunctionError } = (came ?? {}) as { readonly errorType?: string };
  throw new Problem(`${FunctionName} failed with ${errorType}: its log tells why.`);
};
