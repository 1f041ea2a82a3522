import { Duration } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IConstruct } from 'constructs';
import * as z from 'zod';
import { localAddresses } from './local-addresses.ts';

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
  /** The subdomain that bounces come back to, where SPF is to agree with the sender's domain. */
  readonly bounceDomain?: string;
  /** The address that people's links begin with, given the HTTP API's id. */
  readonly publicUrl: (apiId: string) => string;
  /** The same, where a function's URL is in the place of the HTTP API: given that URL. */
  readonly functionUrl?: (url: string) => string;
  /** The domain of that address, where it is our own, so that links outlive the API. */
  readonly domain?: { readonly name: string; readonly certificateArn: string };
  /** What looks for malware in files that people send. */
  readonly scanner: 'guardDuty' | 'testFile';
  /** Who is told when something is wrong, and where what to do about it is read. */
  readonly operator: OperatorSettings;
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

export interface OperatorSettings {
  readonly mailbox: string;
  /** Alarms lead to it: an address, or where the file lies in the repository. */
  readonly runbook: string;
}

const REGION = 'eu-north-1';
const RUNBOOK = 'docs/runbook.md';

/** How long logs are kept: half a year where people work with it. */
export const logRetention = (scope: IConstruct): RetentionDays =>
  stageName(scope) === 'prod' ? RetentionDays.SIX_MONTHS : RetentionDays.ONE_WEEK;

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
  operator: z.strictObject({
    mailbox: z.email(),
    runbook: z.url({ protocol: /^https$/ }).default(RUNBOOK),
  }),
});

/**
 * The settings of a stage.
 * @param context reads a CDK context value: `prod` for `prod`; for `local` `endpoint`, `issuer`, `engine` (`ministack` or
 *   `localstack`) and `webFront` (`functionUrl`, or the HTTP API)
 * @throws naming what `prod` lacks
 */
export const stageSettings = (name: string, context: (key: string) => unknown): StageSettings => {
  switch (name) {
    case 'local': {
      const endpoint = String(context('endpoint') ?? 'http://127.0.0.1:4566');
      const addresses = localAddresses(endpoint, String(context('engine') ?? 'ministack'));
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
        operator: { mailbox: 'drift@example.se', runbook: RUNBOOK },
        publicUrl: addresses.publicUrl,
        ...(context('webFront') === 'functionUrl' && { functionUrl: addresses.functionUrl }),
        ...times,
      };
    }
    case 'prod': {
      const { issuer, domain, certificateArn, mailDomain, desk, operator } = told.parse(context('prod'));
      return {
        name,
        region: REGION,
        issuer,
        audience: 'nominera',
        desk,
        mailDomain,
        mailFrom: `Nominera <nominera@${mailDomain}>`,
        bounceDomain: `bounce.${mailDomain}`,
        scanner: 'guardDuty',
        operator,
        publicUrl: () => `https://${domain}`,
        domain: { name: domain, certificateArn },
        ...times,
      };
    }
    default:
      throw new Error(`There is no stage "${name}". Use -c stage=local or -c stage=prod.`);
  }
};
