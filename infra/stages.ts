import { Duration } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import * as z from 'zod';

/** What differs between the places where Nominera runs. */
export interface StageSettings {
  readonly name: 'local' | 'prod';
  readonly account?: string;
  readonly region: string;
  /** Where bearer tokens come from, and whom they must be for. */
  readonly issuer: string;
  readonly audience: string;
  /** Where the office logs in. */
  readonly desk: DeskSettings;
  /** The domain that mails are sent from, verified in SES. */
  readonly mailDomain: string;
  readonly mailFrom: string;
  /** The address that people's links begin with, given the HTTP API's id. */
  readonly publicUrl: (apiId: string) => string;
  /** The domain of that address, where it is our own, so that links outlive the API. */
  readonly domain?: { readonly name: string; readonly certificateArn: string };
  /** What looks for malware in files that people send. */
  readonly scanner: 'guardDuty' | 'testFile';
  /** How long the machine waits for people before its phase is restarted. */
  readonly humanDeadline: Duration;
  /** How long a case may be between two rounds before `mend` looks at it. */
  readonly patience: Duration;
  /** Age at which an execution is replaced; history and execution both end after a year at AWS. */
  readonly executionDays: number;
}

export interface DeskSettings {
  readonly issuer: string;
  /** What the identity provider calls us; the secret that belongs to it is in Secrets Manager. */
  readonly clientId: string;
  /** Subjects or e-mail addresses of those who are let in before anybody can let others in. */
  readonly firstOfficers: readonly string[];
}

const REGION = 'eu-north-1';

/** The stage that the app's context names. */
export const stageName = ({ node }: IConstruct): string => String(node.tryGetContext('stage') ?? 'local');

/** Same times everywhere, so that what is tested is what runs. */
const times = { humanDeadline: Duration.days(300), patience: Duration.minutes(15), executionDays: 250 };

/** What `prod` needs to be told, under `prod` in cdk.json; what stands there at first is nobody's (RFC 2606). */
const told = z.strictObject({
  issuer: z.url({ protocol: /^https$/ }),
  domain: z.string().max(60),
  certificateArn: z.string().startsWith('arn:aws:acm:'),
  mailDomain: z.string().min(4),
  desk: z.strictObject({
    issuer: z.url({ protocol: /^https$/ }),
    clientId: z.string().min(1),
    firstOfficers: z.array(z.string().regex(/^[^\s,]+$/)).min(1),
  }),
});

/**
 * The settings of a stage.
 * @param context reads a CDK context value: `endpoint` and `issuer` for `local`, `prod` for `prod`
 * @throws naming what `prod` lacks
 */
export const stageSettings = (name: string, context: (key: string) => unknown): StageSettings => {
  switch (name) {
    case 'local': {
      const endpoint = context('endpoint') ?? 'http://127.0.0.1:4566';
      const issuer = String(context('issuer') ?? 'http://127.0.0.1:4572');
      return {
        name,
        account: '000000000000',
        region: REGION,
        issuer,
        audience: 'nominera',
        desk: {
          issuer,
          clientId: 'nominera-desk',
          firstOfficers: ['kim.handlaggare@example.se'],
        },
        mailDomain: 'example.se',
        mailFrom: 'Nominera <nominera@example.se>',
        // The type check does the rest: a scanner of its own would be a gigabyte of signatures.
        scanner: 'testFile',
        publicUrl: (apiId) => `${endpoint}/_aws/execute-api/${apiId}/$default`,
        ...times,
      };
    }
    case 'prod': {
      const { issuer, domain, certificateArn, mailDomain, desk } = told.parse(context('prod'));
      return {
        name,
        region: REGION,
        issuer,
        audience: 'nominera',
        desk,
        mailDomain,
        mailFrom: `Nominera <nominera@${mailDomain}>`,
        scanner: 'guardDuty',
        publicUrl: () => `https://${domain}`,
        domain: { name: domain, certificateArn },
        ...times,
      };
    }
    default:
      throw new Error(`There is no stage "${name}". Use -c stage=local or -c stage=prod.`);
  }
};
