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
import type { StageSettings } from './stages.ts';

export interface RecordsProps extends StackProps {
  readonly settings: StageSettings;
}

/** What must never be lost: the record, the key that encrypts it, the keys that links are made with. */
export class RecordsStack extends Stack {
  readonly key: Key;
  readonly table: TableV2;
  readonly linkKeys: Secret;

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

    new CfnOutput(this, 'TableName', { value: this.table.tableName });
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
