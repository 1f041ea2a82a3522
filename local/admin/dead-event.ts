/** A message among the dead events, as far as it is needed here. */
export interface DeadMessage {
  readonly Body?: string | undefined;
  readonly MessageAttributes?:
    | Readonly<Record<string, { readonly StringValue?: string | undefined }>>
    | undefined;
}

/** Where a dead event was going: a function with what it was called with, or `stream`, whose records are not in it. */
export type DeadEvent = { readonly lambda: string; readonly event: unknown } | 'stream' | 'unknown';

/**
 * What AWS's own services leave: Lambda a record of the call (of a stream only which records it was), EventBridge and its
 * scheduler the event itself, with the target's ARN beside it. `lambda` is a function's name.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html,
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
export const deadEvent = ({ Body = '', MessageAttributes = {} }: DeadMessage): DeadEvent => {
  const body = parsed(Body);
  if (body === undefined) return 'unknown';
  if ('DDBStreamBatchInfo' in body) return 'stream';
  const { requestContext, requestPayload } = body as {
    readonly requestContext?: { readonly functionArn?: string };
    readonly requestPayload?: unknown;
  };
  const [lambda, event] =
    requestPayload === undefined
      ? [nameIn(MessageAttributes.TARGET_ARN?.StringValue), body]
      : [nameIn(requestContext?.functionArn), requestPayload];
  return lambda === undefined ? 'unknown' : { lambda, event };
};

const parsed = (text: string): object | undefined => {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
};

/** `arn:aws:lambda:{region}:{account}:function:{name}`, with or without a version behind it. */
const nameIn = (arn = ''): string | undefined => {
  const [, , service, , , kind, name] = arn.split(':');
  return service === 'lambda' && kind === 'function' ? name : undefined;
};
