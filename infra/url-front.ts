import { ArnFormat, Lazy, Stack } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type CfnFunction, FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Front, Route } from './front.ts';
import { RoutineFunction } from './function.ts';
import type { StageSettings } from './stages.ts';

/**
 * One function's URL in the place of the HTTP API, for an engine that has none: the function does what the API would, see
 * `local/front`. It is made in the local stage only.
 */
export class UrlFront implements Front {
  readonly url: string;
  readonly failures: Metric;
  private readonly stage: string;
  private readonly function: RoutineFunction;
  /** Each function's, as `local/front` reads them: methods, path, and the scope where a token is asked for. */
  private readonly routes: Record<string, readonly (readonly string[])[]> = {};

  constructor(scope: Construct, settings: StageSettings & Required<Pick<StageSettings, 'functionUrl'>>) {
    this.stage = settings.name;
    this.function = new RoutineFunction(scope, 'Front', {
      home: 'local',
      name: 'front',
      purpose: 'Finds the route of a request, checks its token, and runs the function',
      environment: {
        ISSUER: settings.issuer,
        AUDIENCE: settings.audience,
        ROUTES: Lazy.string({ produce: () => JSON.stringify(this.routes) }),
      },
    });
    const { url } = this.function.lambda.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
    this.url = settings.functionUrl(url);
    this.failures = this.function.lambda.metric('Url5xxCount', { statistic: 'Sum' });
  }

  add(to: RoutineFunction, integrationId: string, routes: readonly Route[]): void {
    // A name that is known beforehand: the function is told our address, and we are told of the function.
    const functionName = `nominera-${this.stage}-${to.node.scope?.node.id}-${integrationId}`;
    (to.lambda.node.defaultChild as CfnFunction).functionName = functionName;
    this.routes[functionName] = routes.map(({ path, methods, opensBy }) => [
      methods.join(),
      path,
      ...('scope' in opensBy ? [opensBy.scope] : []),
    ]);
    this.function.allow(
      ['lambda:InvokeFunction'],
      [
        Stack.of(to).formatArn({
          service: 'lambda',
          resource: 'function',
          resourceName: functionName,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
    );
  }
}
