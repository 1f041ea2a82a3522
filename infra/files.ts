import { Aws, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { findingOf } from './findings.ts';
import type { RoutineFunction } from './function.ts';
import type { StageSettings } from './stages.ts';

export interface FilesProps {
  readonly settings: StageSettings;
  /** Of the record: files are part of it. */
  readonly key: Key;
}

/** Where files are: what somebody has just sent, those of drafts, those of cases. See `places` in `shared/files`. */
type Prefix = 'incoming' | 'drafts' | 'cases';
type ObjectAction =
  | 'GetObject'
  | 'GetObjectVersion'
  | 'GetObjectVersionTagging'
  | 'PutObject'
  | 'DeleteObject'
  | 'DeleteObjectVersion';

/** What is sent and never named is gone within a day or two: S3 counts from the next midnight. */
const INCOMING = Duration.days(1);
/** A draft is forgotten a year after it was last saved, and its files a month later. */
const DRAFTS = Duration.days(365 + 30);
/** What was deleted by mistake can be had back for as long. */
const DELETED = Duration.days(30);

/** The files that people send: encrypted, versioned, never public, and kept as long as what they belong to. */
export class Files extends Construct {
  private readonly bucket: Bucket;
  /** Known beforehand, so that a function's permission reads the same in the other stack. */
  readonly bucketName: string;
  private readonly key: Key;
  private readonly scanner: StageSettings['scanner'];

  constructor(scope: Construct, id: string, { settings, key }: FilesProps) {
    super(scope, id);
    this.key = key;
    this.scanner = settings.scanner;
    this.bucketName = `nominera-${settings.name}-files-${Aws.ACCOUNT_ID}`;
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: this.bucketName,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        { id: 'incoming', prefix: 'incoming/', expiration: INCOMING, noncurrentVersionExpiration: INCOMING },
        { id: 'drafts', prefix: 'drafts/', expiration: DRAFTS, noncurrentVersionExpiration: DELETED },
        { id: 'abandoned', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        { id: 'leftovers', expiredObjectDeleteMarker: true },
      ],
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'An access log would hold the signed addresses that files are opened with.',
    });
    if (this.scanner === 'guardDuty') this.scanIncoming();
  }

  /** What a function must be told that takes files. */
  get environment(): Readonly<Record<string, string>> {
    return { FILES_BUCKET: this.bucketName, SCANNER: this.scanner };
  }

  /** Lets a function take files for cases, and open them. A form is signed with what its signer may do. */
  grantForCases(to: RoutineFunction): void {
    this.grantIncoming(to);
    this.grant(to, 'cases', 'GetObject', 'PutObject');
  }

  /** Lets a function delete a file of a case for good, with every copy that it came by (S3, DeleteObjects: permissions). */
  grantRemoval(to: RoutineFunction): void {
    const everywhere: readonly Prefix[] = ['incoming', 'drafts', 'cases'];
    for (const prefix of everywhere) this.grant(to, prefix, 'DeleteObject', 'DeleteObjectVersion');
    to.allow(['s3:ListBucketVersions'], [`arn:${Aws.PARTITION}:s3:::${this.bucketName}`], {
      StringLike: { 's3:prefix': everywhere.map((it) => `${it}/*`) },
    });
  }

  /** Lets a function take files for drafts, remove them, and hand them to the case that a draft becomes. */
  grantForDrafts(to: RoutineFunction): void {
    this.grantIncoming(to);
    this.grant(to, 'drafts', 'GetObject', 'PutObject', 'DeleteObject');
    this.grant(to, 'cases', 'PutObject');
  }

  private grantIncoming(to: RoutineFunction): void {
    this.grant(to, 'incoming', 'PutObject', 'GetObject', 'GetObjectVersion', 'GetObjectVersionTagging');
  }

  private grant(to: RoutineFunction, prefix: Prefix, ...actions: readonly ObjectAction[]): void {
    const objects = this.objects(prefix);
    to.allow(
      actions.map((action) => `s3:${action}`),
      [objects],
    );
    Validations.of(to).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${findingOf(to, objects)}]`,
      reason: 'Each file has a key of its own; the function is bound to one prefix of the bucket.',
    });
  }

  private objects(prefix: Prefix): string {
    return `arn:${Aws.PARTITION}:s3:::${this.bucketName}/${prefix}/*`;
  }

  /** GuardDuty looks into what comes in, and tags it with what it found. */
  private scanIncoming(): void {
    const plan = new Role(this, 'ScannerRole', {
      assumedBy: new ServicePrincipal('malware-protection-plan.guardduty.amazonaws.com'),
    });
    for (const statement of this.scannerPermissions()) plan.addToPolicy(statement);
    this.key.grant(plan, 'kms:Decrypt', 'kms:GenerateDataKey');
    for (const [arn, reason] of [
      [this.objects('incoming'), 'Whatever comes in is scanned.'],
      [
        this.scannerRules(),
        'GuardDuty makes this rule itself, under a name that ends in digits of its choice.',
      ],
    ] as const) {
      Validations.of(plan).acknowledge({
        id: `AwsSolutions-IAM5[Resource::${findingOf(this, arn)}]`,
        reason,
      });
    }
    const protection = new CfnMalwareProtectionPlan(this, 'Scanner', {
      role: plan.roleArn,
      protectedResource: {
        s3Bucket: { bucketName: this.bucket.bucketName, objectPrefixes: ['incoming/'] },
      },
      actions: { tagging: { status: 'ENABLED' } },
    });
    // GuardDuty tries the role when the plan is made.
    protection.node.addDependency(plan);
  }

  private scannerRules(): string {
    return Stack.of(this).formatArn({
      service: 'events',
      resource: 'rule',
      resourceName: 'DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*',
    });
  }

  /** As the GuardDuty user guide lists them, under "Create or update IAM role policy". */
  private scannerPermissions(): readonly PolicyStatement[] {
    const allow = (actions: string[], resource: string, conditions = {}) =>
      new PolicyStatement({ effect: Effect.ALLOW, actions, resources: [resource], conditions });
    const byGuardDuty = {
      StringEquals: { 'events:ManagedBy': 'malware-protection-plan.guardduty.amazonaws.com' },
    };
    return [
      allow(
        ['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'],
        this.scannerRules(),
        byGuardDuty,
      ),
      allow(['events:DescribeRule', 'events:ListTargetsByRule'], this.scannerRules()),
      allow(['s3:PutBucketNotification', 's3:GetBucketNotification', 's3:ListBucket'], this.bucket.bucketArn),
      allow(['s3:PutObject'], this.bucket.arnForObjects('malware-protection-resource-validation-object')),
      allow(
        [
          's3:GetObject',
          's3:GetObjectVersion',
          's3:GetObjectTagging',
          's3:GetObjectVersionTagging',
          's3:PutObjectTagging',
          's3:PutObjectVersionTagging',
        ],
        this.objects('incoming'),
      ),
    ];
  }
}
