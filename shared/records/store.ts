import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The table, and the client that reaches it. */
export interface Store {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
}

export const openStore = (table: string): Store => ({
  table,
  client: DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  }),
});
