import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { type FrontParts, makeFront } from './front.ts';

const { ISSUER = '', AUDIENCE = '', ROUTES = '{}' } = process.env;

const lambda = new LambdaClient({});

/** Where the issuer has its keys; asked for once. */
const keys = async () => {
  const { jwks_uri } = await (await fetch(`${ISSUER}/.well-known/openid-configuration`)).json();
  return createRemoteJWKSet(new URL(jwks_uri));
};
let known: ReturnType<typeof keys> | undefined;

const claimsOf: FrontParts['claimsOf'] = async (token) => {
  known ??= keys();
  return (await jwtVerify(token, await known, { issuer: ISSUER, audience: AUDIENCE })).payload;
};

const run: FrontParts['run'] = async (FunctionName, event) => {
  const { Payload, FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }),
  );
  return FunctionError === undefined ? JSON.parse(Buffer.from(Payload ?? []).toString()) : undefined;
};

export const handler = makeFront({ routes: JSON.parse(ROUTES), claimsOf, run });
