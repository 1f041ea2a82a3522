import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { nominera } from '../../infra/nominera.ts';

/** What every role may do, to what, and which journey needs it. A right that is not in these lists fails the tests. */

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

const policiesOf = (stage: string) => {
  const app = new App({ context: { ...context, stage, 'aws:cdk:bundling-stacks': [] } });
  const { records, routine } = nominera(app);
  app.synth();
  return [records, routine].flatMap((stack) =>
    Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy')).flatMap(({ Properties }) =>
      (Properties.PolicyDocument.Statement as readonly Statement[]).map((statement) => ({
        statement,
        roles: (Properties.Roles as readonly { readonly Ref: string }[]).map(({ Ref }) => roleName(Ref)),
      })),
    ),
  );
};

/** A role's logical id without the hash that ends it. */
const roleName = (id: string): string => id.replace(/(Function)?(Role)?[0-9A-F]{8}$/u, '');

/** What a resource is, by what its ARN is made of. */
const RESOURCES: readonly (readonly [RegExp, string])[] = [
  [/TableCD117FA1StreamArn/u, 'stream'],
  [/\/index\/lookAgain/u, 'index'],
  [/GetAttTable\w+Arn/u, 'table'],
  [/Key961B73FD/u, 'key'],
  [/LinkKeys/u, 'link keys'],
  [/DeskClient/u, 'desk client'],
  [/QueuesSteps/u, 'steps'],
  [/QueuesDeadEvents/u, 'dead events'],
  [/files-.*"\/(incoming|drafts|cases)\/\*"/u, '$1/*'],
  [/:execution:nominera-\w+-\w+:\*"/u, 'executions:*'],
  [/"Ref":"Machines/u, 'machines'],
  [/configuration-set|:identity\//u, 'sender'],
  [/Log[0-9A-F]{8}","Arn"/u, 'own log'],
  [/DO-NOT-DELETE-AmazonGuardDuty/u, 'rules of GuardDuty*'],
  [/malware-protection-resource-validation-object/u, 'object that GuardDuty tries'],
  [/FilesBucket|-files-",\{"Ref":"AWS::AccountId"\}\]\]\}$/u, 'bucket'],
  [/(Sweep|Mend)Function\w+","Arn"\]\},":\*"/u, 'versions:*'],
  [/(Sweep|Mend)Function/u, 'function'],
  [/^"\*"$/u, '*'],
];

const resourceName = (resource: unknown): string => {
  const text = JSON.stringify(resource);
  const [pattern, name] = RESOURCES.find(([it]) => it.test(text)) ?? [/^.*$/u, text];
  return name.replace('$1', String(pattern.exec(text)?.[1]));
};

const allowedIn = (stage: string): Readonly<Record<string, readonly string[]>> => {
  const rights = policiesOf(stage).flatMap(({ roles, statement: { Effect, Action, Resource } }) => {
    expect(Effect).toBe('Allow');
    const given = [Action].flat().flatMap((it) => [Resource].flat().map((to) => `${it} ${resourceName(to)}`));
    return roles.flatMap((role) => given.map((right) => ({ role, right })));
  });
  return Object.fromEntries(
    Object.entries(Object.groupBy(rights, ({ role }) => role)).map(([role, found = []]) => [
      role,
      [...new Set(found.map(({ right }) => right))].sort(),
    ]),
  );
};

const ALLOWED = { local: allowedIn('local'), prod: allowedIn('prod') };

/** Rights by why they are needed, as `service:Action resource`. */
type Rights = Readonly<Record<string, readonly string[]>>;

const on = (resource: string, service: string, ...actions: readonly string[]): readonly string[] =>
  actions.map((action) => `${service}:${action} ${resource}`);

const table = (...actions: readonly string[]) => on('table', 'dynamodb', ...actions);
const LOOK_AGAIN = { 'cases to look at again': on('index', 'dynamodb', 'Query') };
const MAIL = {
  'mails, whose links are made with these keys': [
    ...on('sender', 'ses', 'SendRawEmail'),
    ...on('link keys', 'secretsmanager', 'GetSecretValue', 'DescribeSecret'),
  ],
};
const LEFT_OVER = {
  'events that could not be taken are kept': on(
    'dead events',
    'sqs',
    ...['GetQueueAttributes', 'GetQueueUrl', 'SendMessage'],
  ),
};

/** Every function's: its log, its traces, and the key that what it reads and writes is encrypted with. */
const EVERY_FUNCTION: Rights = {
  'its own log': on('own log', 'logs', 'CreateLogStream', 'PutLogEvents'),
  'its traces': on('*', 'xray', 'PutTelemetryRecords', 'PutTraceSegments'),
  'DynamoDB and S3 encrypt with our key in the name of who calls': on(
    'key',
    'kms',
    ...['Decrypt', 'DescribeKey', 'Encrypt', 'GenerateDataKey'],
  ),
};

const FILES_IN: Rights = {
  'files are sent in by a form that the function signs, looked into, and read for what the scanner found': on(
    'incoming/*',
    's3',
    ...['GetObject', 'GetObjectVersion', 'GetObjectVersionTagging', 'PutObject'],
  ),
};

const MACHINE: Rights = {
  'asks: a message in the step queue, which is encrypted with our key': [
    ...on('steps', 'sqs', 'SendMessage'),
    ...on('key', 'kms', 'Decrypt', 'GenerateDataKey*'),
  ],
  'its log and traces': [
    ...on('*', 'logs', 'CreateLogDelivery', 'DeleteLogDelivery', 'DescribeLogGroups'),
    ...on('*', 'logs', 'DescribeResourcePolicies', 'GetLogDelivery', 'ListLogDeliveries'),
    ...on('*', 'logs', 'PutResourcePolicy', 'UpdateLogDelivery'),
    ...on('*', 'xray', 'GetSamplingRules', 'GetSamplingTargets', 'PutTelemetryRecords', 'PutTraceSegments'),
  ],
};

const CLOCK: Rights = {
  'runs its function in the morning or every few minutes': [
    'lambda:InvokeFunction function',
    'lambda:InvokeFunction versions:*',
  ],
  'a run that failed is kept': on('dead events', 'sqs', 'SendMessage'),
};

const FUNCTIONS: Readonly<Record<string, Rights>> = {
  MachinesDrive: {
    'reads a case, moves it on, and keeps its row and words in the lists': table(
      ...['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'],
    ),
    'is told of each answer by the stream': on(
      'stream',
      'dynamodb',
      ...['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'],
    ),
    'a question whose mail was lost is asked again': on('steps', 'sqs', 'SendMessage'),
    'starts a phase, and gives an answer to the machine': on(
      'machines',
      'states',
      ...['StartExecution', 'SendTaskSuccess'],
    ),
    'replaces an execution that has ended or grown old': on(
      'executions:*',
      'states',
      ...['DescribeExecution', 'StopExecution'],
    ),
    ...LEFT_OVER,
  },
  MailAsk: {
    'opens questions, makes links, notes what was mailed, forgets tokens': table(
      ...['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'],
    ),
    'takes messages from the step queue': on(
      'steps',
      'sqs',
      ...['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage'],
    ),
    ...MAIL,
  },
  WebNominate: {
    'nominations and drafts are written, sent in, and compared with what exists': table(
      ...['GetItem', 'Query', 'PutItem', 'UpdateItem'],
    ),
    ...FILES_IN,
    'the files of a draft are opened and removed': on(
      'drafts/*',
      's3',
      ...['GetObject', 'PutObject', 'DeleteObject'],
    ),
    'go with it into its case': on('cases/*', 's3', 'PutObject'),
  },
  WebBodies: {
    'the register is read and changed, and open questions move with a mailbox': table(
      ...['GetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    ),
    ...LOOK_AGAIN,
  },
  WebFollow: {
    'programmes, cases, lists and reports are read; interest, proposals, withdrawals and approvals are taken':
      table('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'),
  },
  WebDesk: {
    'sessions, logins and people are kept and end; lists are read': table(
      ...['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
    ),
    'shows the identity provider who we are': on(
      'desk client',
      'secretsmanager',
      ...['GetSecretValue', 'DescribeSecret'],
    ),
  },
  WebAnswer: {
    'answers and acts are taken; a merged case is taken out of the other when it goes on by itself': table(
      ...['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
    ),
    ...FILES_IN,
    'the files of a case are kept and opened': on('cases/*', 's3', 'GetObject', 'PutObject'),
    'a file that is redacted is deleted in every version, with the copies that it came by': [
      ...on('bucket', 's3', 'ListBucketVersions'),
      ...['incoming/*', 'drafts/*', 'cases/*'].flatMap((it) =>
        on(it, 's3', 'DeleteObject', 'DeleteObjectVersion'),
      ),
    ],
    ...LOOK_AGAIN,
  },
  Feedback: {
    'a mail that bounced is found, and noted in its case': table(
      ...['GetItem', 'Query', 'PutItem', 'UpdateItem'],
    ),
    ...LEFT_OVER,
  },
  Sweep: {
    'reminders, lists and the yearly report are found wanting, and noted': table(
      ...['GetItem', 'Query', 'PutItem', 'UpdateItem'],
    ),
    ...LOOK_AGAIN,
    ...MAIL,
    ...LEFT_OVER,
  },
  Mend: {
    'a case that stands still is woken': table('GetItem', 'UpdateItem'),
    ...LOOK_AGAIN,
    ...LEFT_OVER,
  },
};

const ROLES: Readonly<Record<string, Rights>> = {
  ...Object.fromEntries(
    Object.entries(FUNCTIONS).map(([role, rights]) => [role, { ...EVERY_FUNCTION, ...rights }]),
  ),
  MachinesNomination: MACHINE,
  MachinesProduction: MACHINE,
  MachinesReview: MACHINE,
  SweepClock: CLOCK,
  MendClock: CLOCK,
};

/** As the GuardDuty user guide lists them; locally there is no such scanner. */
const SCANNER: Rights = {
  'is told of each file that comes in': [
    ...on('rules of GuardDuty*', 'events', 'DeleteRule', 'DescribeRule', 'ListTargetsByRule'),
    ...on('rules of GuardDuty*', 'events', 'PutRule', 'PutTargets', 'RemoveTargets'),
    ...on('bucket', 's3', 'GetBucketNotification', 'ListBucket', 'PutBucketNotification'),
    ...on('object that GuardDuty tries', 's3', 'PutObject'),
  ],
  'reads what comes in and tags it': [
    ...on('incoming/*', 's3', 'GetObject', 'GetObjectTagging', 'GetObjectVersion', 'GetObjectVersionTagging'),
    ...on('incoming/*', 's3', 'PutObjectTagging', 'PutObjectVersionTagging'),
    ...on('key', 'kms', 'Decrypt', 'GenerateDataKey'),
  ],
};

/** The only wildcards, and why nothing narrower would do. */
const WILDCARDS: Readonly<Record<string, string>> = {
  '*': 'X-Ray and the delivery of logs are granted for no resource in particular.',
  'executions:*': 'Each execution has a name of its own; the machine is named.',
  'incoming/*': 'Each file has a key of its own; the prefix is named.',
  'drafts/*': 'Each file has a key of its own; the prefix is named.',
  'cases/*': 'Each file has a key of its own; the prefix is named.',
  'versions:*': 'The library grants a function’s versions with it; there are none.',
  'rules of GuardDuty*': 'GuardDuty makes the rule itself, under a name that ends in digits of its choice.',
  'kms:GenerateDataKey*':
    'The library grants it with a task that sends to an encrypted queue; the key is named.',
};

const listed = (rights: Rights): readonly string[] => [...new Set(Object.values(rights).flat())].sort();

describe.each(['local', 'prod'] as const)('in the %s stage', (stage) => {
  const allowed = ALLOWED[stage];
  const roles = { ...ROLES, ...(stage === 'prod' && { FilesScanner: SCANNER }) };

  it('every role may do what the list says that a journey needs, and nothing else', () => {
    expect(allowed).toEqual(
      Object.fromEntries(Object.entries(roles).map(([role, rights]) => [role, listed(rights)])),
    );
  });

  it('a wildcard is one of those with a reason', () => {
    const words = Object.values(allowed).flatMap((rights) =>
      rights.flatMap((it) => [it.slice(0, it.indexOf(' ')), it.slice(it.indexOf(' ') + 1)]),
    );
    const wild = new Set(words.filter((it) => it.includes('*')));
    const reasons = Object.keys(WILDCARDS).filter((it) => stage === 'prod' || !it.includes('GuardDuty'));
    expect([...wild].sort()).toEqual(reasons.sort());
  });
});

/** Each function's folder, by its role. */
const FOLDERS: Readonly<Record<string, string>> = {
  ...{ MachinesDrive: 'drive', MailAsk: 'ask', WebNominate: 'nominate', WebBodies: 'bodies' },
  ...{ WebFollow: 'follow', WebDesk: 'desk', WebAnswer: 'answer', Feedback: 'mail-feedback' },
  ...{ Sweep: 'sweep', Mend: 'mend' },
};

/** Each function's own code without what it never reaches, by its folder. */
const bundles = async (): Promise<ReadonlyMap<string, string>> => {
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(Object.values(FOLDERS).map((it) => [it, `functions/${it}/index.ts`])),
    ...{ bundle: true, write: false, treeShaking: true, platform: 'node', packages: 'external' },
    ...{
      format: 'esm',
      outdir: 'unwritten',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      logLevel: 'silent',
    },
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path, '.js'), text]));
};

/** What each call of the SDK asks IAM for; a transaction asks for each kind of write in it. */
const CALLS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/new GetCommand\d*\(/u, ['dynamodb:GetItem']],
  [/new BatchGetCommand\d*\(/u, ['dynamodb:BatchGetItem']],
  [/new BatchWriteCommand\d*\(/u, ['dynamodb:BatchWriteItem']],
  [/new QueryCommand\d*\(|\bpaginateQuery\d*\(/u, ['dynamodb:Query']],
  [/new PutCommand\d*\(|\bPut: \{/u, ['dynamodb:PutItem']],
  [/new UpdateCommand\d*\(|\bUpdate: \{/u, ['dynamodb:UpdateItem']],
  [/new DeleteCommand\d*\(|\bDelete: \{/u, ['dynamodb:DeleteItem']],
  [/\bConditionCheck: \{/u, ['dynamodb:ConditionCheckItem']],
  [/new GetSecretValueCommand\d*\(/u, ['secretsmanager:GetSecretValue']],
  [/new SendRawEmailCommand\d*\(/u, ['ses:SendRawEmail']],
  [/new StartExecutionCommand\d*\(/u, ['states:StartExecution']],
  [/new SendTaskSuccessCommand\d*\(/u, ['states:SendTaskSuccess']],
  [/new DescribeExecutionCommand\d*\(/u, ['states:DescribeExecution']],
  [/new StopExecutionCommand\d*\(/u, ['states:StopExecution']],
  [/new GetObjectCommand\d*\(/u, ['s3:GetObject']],
  [/new CopyObjectCommand\d*\(|\bcreatePresignedPost\d*\(/u, ['s3:PutObject']],
  [/new DeleteObjectCommand\d*\(/u, ['s3:DeleteObject']],
  [/new DeleteObjectsCommand\d*\(/u, ['s3:DeleteObject', 's3:DeleteObjectVersion']],
  [/new ListObjectVersionsCommand\d*\(/u, ['s3:ListBucketVersions']],
  [/new GetObjectTaggingCommand\d*\(/u, ['s3:GetObjectVersionTagging']],
];

/** In the bundle with a shared write, and never reached: only people at `answer` merge cases. */
const NEVER_REACHED: Readonly<Record<string, readonly string[]>> = {
  WebBodies: ['dynamodb:DeleteItem'],
  WebFollow: ['dynamodb:DeleteItem'],
  Sweep: ['dynamodb:DeleteItem'],
};

const KNOWN = new Set(CALLS.flatMap(([, actions]) => actions));

describe('every right that our own calls need is used, and none is missing', () => {
  let codeOf: ReadonlyMap<string, string>;
  beforeAll(async () => {
    codeOf = await bundles();
  }, 120_000);

  it('for a folder of each function', () => {
    expect(Object.keys(FOLDERS)).toEqual(Object.keys(FUNCTIONS));
  });

  it.each(Object.entries(FOLDERS))('%s calls what it may (functions/%s)', (role, folder) => {
    const code = String(codeOf.get(folder));
    const used = CALLS.flatMap(([call, actions]) => (call.test(code) ? actions : [])).filter(
      (it) => !NEVER_REACHED[role]?.includes(it),
    );
    const mayBe = (ALLOWED.prod[role] ?? []).map((it) => String(it.split(' ')[0]));
    expect([...new Set(mayBe)].filter((it) => KNOWN.has(it)).sort()).toEqual([...used].sort());
  });
});
