import { Fn } from 'aws-cdk-lib';
import type { StageSettings } from './stages.ts';

/** The host of a function's URL, `https://{id}.lambda-url.{region}.{domain}/`. */
const hostOf = (functionUrl: string): string => Fn.select(2, Fn.split('/', functionUrl));

/**
 * Where an engine on this machine puts an HTTP API and a function's URL. LocalStack has names that lead to the loopback
 * (docs.localstack.cloud, "Lambda function URLs" and "API Gateway"); MiniStack has paths as well, for Node resolves no
 * `*.localhost`.
 * @param endpoint where the engine answers
 * @param engine `ministack` or `localstack`
 */
export const localAddresses = (
  endpoint: string,
  engine: string,
): Required<Pick<StageSettings, 'publicUrl' | 'functionUrl'>> =>
  engine === 'localstack'
    ? {
        publicUrl: (apiId) =>
          `http://${apiId}.execute-api.localhost.localstack.cloud:${new URL(endpoint).port}`,
        functionUrl: (url) => `http://${hostOf(url)}`,
      }
    : {
        publicUrl: (apiId) => `${endpoint}/_aws/execute-api/${apiId}/$default`,
        functionUrl: (url) => `${endpoint}/_aws/lambda-url/${Fn.select(0, Fn.split('.', hostOf(url)))}`,
      };
