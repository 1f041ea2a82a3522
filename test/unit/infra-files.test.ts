import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { nominera } from '../../infra/nominera.ts';

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));

const synthesised = (stage: string) => {
  const app = new App({ context: { ...context, stage, 'aws:cdk:bundling-stacks': [] } });
  const { records, routine } = nominera(app);
  app.synth();
  return { records: Template.fromStack(records), routine: Template.fromStack(routine) };
};

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: { readonly StringLike: { readonly 's3:prefix': readonly string[] } };
}

const stages = { local: synthesised('local'), prod: synthesised('prod') };

describe.each(Object.entries(stages))('the files of the %s stage', (_name, { records, routine }) => {
  it('are kept: versioned, encrypted with the record’s key, never public, over TLS only, retained', () => {
    const [key = ''] = Object.keys(records.findResources('AWS::KMS::Key'));
    records.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: Match.objectLike({
        VersioningConfiguration: { Status: 'Enabled' },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            Match.objectLike({
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: { 'Fn::GetAtt': [key, 'Arn'] },
              },
            }),
          ],
        },
      }),
    });
    records.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  it('are deleted after a day where nobody named them, and a month after their draft; a case’s never', () => {
    const [bucket] = Object.values(records.findResources('AWS::S3::Bucket'));
    const rules = bucket?.Properties.LifecycleConfiguration.Rules as readonly Record<string, unknown>[];
    const ended = rules.filter((rule) => 'ExpirationInDays' in rule || 'NoncurrentVersionExpiration' in rule);
    expect(ended.map(({ Prefix, ExpirationInDays, Status }) => [Prefix, ExpirationInDays, Status])).toEqual([
      ['incoming/', 1, 'Enabled'],
      ['drafts/', 395, 'Enabled'],
    ]);
    expect(rules).toContainEqual(
      expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }),
    );
  });

  it('are for two functions, each with what it does to which prefix', () => {
    const allowed = Object.entries(routine.findResources('AWS::IAM::Policy')).flatMap(
      ([id, { Properties }]) =>
        (Properties.PolicyDocument.Statement as readonly Statement[])
          .filter(({ Action }) => [Action].flat().some((action) => action.startsWith('s3:')))
          .map(({ Action, Resource, Condition }) => {
            const prefix = /-files-.*\/(\w+)\/\*/u.exec(JSON.stringify(Resource))?.[1] ?? 'all';
            const actions = [Action].flat().map((action) => action.slice('s3:'.length));
            const under = Condition?.StringLike['s3:prefix'].join(' ') ?? '';
            return `${/Web(Nominate|Answer)/u.exec(id)?.[1]} ${prefix}: ${actions.join(' ')} ${under}`.trim();
          }),
    );
    const REMOVAL = 'DeleteObject DeleteObjectVersion';
    const INCOMING = 'GetObject GetObjectVersion GetObjectVersionTagging PutObject';
    expect(allowed.toSorted()).toEqual([
      'Answer all: ListBucketVersions incoming/* drafts/* cases/*',
      `Answer cases: ${REMOVAL} GetObject PutObject`,
      `Answer drafts: ${REMOVAL}`,
      `Answer incoming: ${REMOVAL} ${INCOMING}`,
      'Nominate cases: PutObject',
      'Nominate drafts: DeleteObject GetObject PutObject',
      `Nominate incoming: ${INCOMING}`,
    ]);
  });
});

it('GuardDuty looks into what comes in and tags it, in prod; locally the test file is known', () => {
  stages.prod.records.hasResourceProperties('AWS::GuardDuty::MalwareProtectionPlan', {
    ProtectedResource: { S3Bucket: { ObjectPrefixes: ['incoming/'] } },
    Actions: { Tagging: { Status: 'ENABLED' } },
  });
  stages.local.records.resourceCountIs('AWS::GuardDuty::MalwareProtectionPlan', 0);
  const scanners = ({ routine }: (typeof stages)['prod']) =>
    Object.values(routine.findResources('AWS::Lambda::Function'))
      .map(({ Properties }) => Properties.Environment?.Variables?.SCANNER)
      .filter((it) => it !== undefined);
  expect(scanners(stages.prod)).toEqual(['guardDuty', 'guardDuty']);
  expect(scanners(stages.local)).toEqual(['testFile', 'testFile']);
});

it('the scanner may change nothing but the tags of what comes in', () => {
  const policies = Object.values(stages.prod.records.findResources('AWS::IAM::Policy'));
  const statements = policies.flatMap(
    ({ Properties }) => Properties.PolicyDocument.Statement as readonly Statement[],
  );
  const onObjects = statements.filter(({ Resource }) => JSON.stringify(Resource).includes('/incoming/*'));
  const actions = onObjects.flatMap(({ Action }) => Action);
  expect(actions).toHaveLength(6);
  expect(actions.filter((it) => !/^s3:(Get|Put)Object(Version)?(Tagging)?$/u.test(it))).toEqual([]);
  expect(actions).not.toContain('s3:PutObject');
});
