import { type LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';

/** The deployed function whose name holds `part`, for example `Drive`. */
export const functionNamed = async (client: LambdaClient, part: string): Promise<string> => {
  for await (const { Functions } of paginateListFunctions({ client }, {})) {
    const found = Functions?.find(({ FunctionName }) => FunctionName?.includes(part));
    if (found?.FunctionName !== undefined) return found.FunctionName;
  }
  throw new Error(`No function ${part} is deployed`);
};
