import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

type Resolved = string | { readonly Ref: string } | { readonly 'Fn::GetAtt': readonly string[] };

/** An ARN as cdk-nag writes it in a finding's id, with `<Logical.Attribute>` for what is known only when deployed. */
export const findingOf = (scope: Construct, arn: string): string => {
  const resolved = Stack.of(scope).resolve(arn) as
    | Resolved
    | { readonly 'Fn::Join': readonly [string, readonly Resolved[]] };
  if (typeof resolved === 'object' && 'Fn::Join' in resolved) {
    const [separator, parts] = resolved['Fn::Join'];
    return parts.map(inFinding).join(separator);
  }
  return inFinding(resolved);
};

const inFinding = (part: Resolved): string => {
  if (typeof part === 'string') return part;
  return 'Ref' in part ? `<${part.Ref}>` : `<${part['Fn::GetAtt'].join('.')}>`;
};
