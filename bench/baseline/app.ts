import { App, CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { bundlingOf } from '../../infra/bundling.ts';
import { bare } from './bare.ts';
import { approvals } from './machine.ts';
import { INTERVALS } from './names.ts';

/**
 * What one would build otherwise: the routine's three human steps as AWS's tutorial on human approval and its page on
 * callbacks build one (README.md beside this file). An app of its own, so that nothing of it is in the product's.
 */
const app = new App();
const stack = new Stack(app, 'baseline');
const table = new TableV2(stack, 'Table', {
  partitionKey: { name: 'pk', type: AttributeType.STRING },
  sortKey: { name: 'sk', type: AttributeType.STRING },
  removalPolicy: RemovalPolicy.DESTROY,
});
const api = new HttpApi(stack, 'Api');
const baseUrl = `${app.node.getContext('endpoint')}/_aws/execute-api/${api.apiId}/$default`;

const functionOf = (name: string, environment: Readonly<Record<string, string>> = {}): NodejsFunction => {
  const made = new NodejsFunction(stack, `Function-${name}`, {
    functionName: `baseline-${name}`,
    entry: `bench/baseline/${name}.ts`,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: 512,
    timeout: Duration.seconds(30),
    environment: { TABLE_NAME: table.tableName, ...environment },
    awsSdkConnectionReuse: false,
    bundling: bundlingOf('prod'),
  });
  table.grantReadWriteData(made);
  return made;
};

const asks = functionOf('ask', { BASE_URL: baseUrl });
asks.addToRolePolicy(new PolicyStatement({ actions: ['ses:SendEmail'], resources: ['*'] }));
const machines = Object.entries(INTERVALS).map(
  ([name, seconds]) =>
    new StateMachine(stack, `Machine-${name}`, {
      stateMachineName: `baseline-${name}`,
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: approvals(stack, { name, asks, interval: Duration.seconds(seconds) }),
    }),
);
const approves = functionOf('approve');
const starts = functionOf('start');
for (const machine of machines) {
  machine.grantTaskResponse(approves);
  machine.grantStartExecution(starts);
}
api.addRoutes({
  path: '/nominations',
  methods: [HttpMethod.POST],
  integration: new HttpLambdaIntegration('Start', starts),
});
api.addRoutes({
  path: '/approve',
  methods: [HttpMethod.GET],
  integration: new HttpLambdaIntegration('Approve', approves),
});

const queue = new Queue(stack, 'BareQueue');
const bareMachine = new StateMachine(stack, 'Bare', {
  queryLanguage: QueryLanguage.JSONATA,
  definitionBody: bare(stack, queue),
});

new CfnOutput(stack, 'BareMachine', { value: bareMachine.stateMachineArn });
new CfnOutput(stack, 'BareQueueUrl', { value: queue.queueUrl });
new CfnOutput(stack, 'BaseUrl', { value: baseUrl });
new CfnOutput(stack, 'TableName', { value: table.tableName });
for (const [n, name] of Object.keys(INTERVALS).entries())
  new CfnOutput(stack, `Machine${name}`, { value: String(machines[n]?.stateMachineArn) });
