import { CfnOutput, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import {
  AttributeType,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableGrants,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { LOOK_AGAIN_INDEX } from '../shared/records/keys.ts';
import { Files } from './files.ts';
import type { StageSettings } from './stages.ts';

export interface RecordsProps extends StackProps {
  readonly settings: StageSettings;
}

/** What must never be lost: the record and its files, the key that encrypts them, the keys that links are made with, and whose we are. */
export class RecordsStack extends Stack {
  readonly key: Key;
  readonly table: TableV2;
  readonly files: Files;
  readonly linkKeys: Secret;
  readonly deskClient: Secret;

  constructor(scope: Construct, id: string, { settings, ...props }: RecordsProps) {
    super(scope, id, props);

    this.key = new Key(this, 'Key', {
      alias: `nominera-${settings.name}`,
      description: 'Encrypts the record, and the queues that carry task tokens',
      enableKeyRotation: true,
    });

    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      encryption: TableEncryptionV2.customerManagedKey(this.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      timeToLiveAttribute: 'expiresAt',
      dynamoStream: StreamViewType.NEW_IMAGE,
      globalSecondaryIndexes: [
        {
          indexName: LOOK_AGAIN_INDEX,
          partitionKey: { name: 'watch', type: AttributeType.STRING },
          sortKey: { name: 'lookAgainAt', type: AttributeType.STRING },
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    });

    this.files = new Files(this, 'Files', { settings, key: this.key });

    this.linkKeys = new Secret(this, 'LinkKeys', {
      description: 'Keys that links in mails are made with, by key id',
      removalPolicy: RemovalPolicy.RETAIN,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ current: 'k1' }),
        generateStringKey: 'k1',
        passwordLength: 64,
        excludePunctuation: true,
      },
    });
    Validations.of(this.linkKeys).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Links that were mailed must stay valid: a new key is added beside the old one by hand, see docs/decisions.',
    });

    this.deskClient = new Secret(this, 'DeskClient', {
      description:
        'The secret that the desk shows to the identity provider; put the provider’s own in its place',
      removalPolicy: RemovalPolicy.RETAIN,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    Validations.of(this.deskClient).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The identity provider keeps the same secret: it is changed there and here, by hand.',
    });

    new CfnOutput(this, 'TableName', { value: this.table.tableName });
    new CfnOutput(this, 'FilesBucket', { value: this.files.bucketName });
  }

  /** Lets a function do these things to the table, and not to its index. */
  grantTable(grantee: IGrantable, ...actions: readonly `dynamodb:${string}`[]): void {
    TableGrants.fromTable(this.table, [], false).actions(grantee, ...actions);
    this.grantKey(grantee);
  }

  /** Lets a function find the cases to look at again. */
  grantLookAgainIndex(grantee: IGrantable): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['dynamodb:Query'],
      resourceArns: [`${this.table.tableArn}/index/${LOOK_AGAIN_INDEX}`],
    });
  }

  /** What DynamoDB asks of a caller whose table is encrypted with the caller's own key; without wildcards. */
  private grantKey(grantee: IGrantable): void {
    this.key.grant(grantee, 'kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey');
  }
}
