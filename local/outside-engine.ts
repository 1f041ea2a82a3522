import { Problem } from './problem.ts';

/** An engine that the app is put into. */
export interface Engine {
  /** Where it answers, as `http://127.0.0.1:4566`. */
  readonly endpoint: string;
  readonly kind: 'ministack' | 'localstack';
  /** What web requests come in by: an HTTP API, or one function's URL where the engine has no HTTP API. */
  readonly webFront: 'httpApi' | 'functionUrl';
}

/** What LocalStack says of itself at `/_localstack/info`, as far as we read it. */
interface Info {
  readonly is_license_activated?: boolean;
}

/**
 * The engine that the variable NOMINERA_AWS names by its address, in the place of our own.
 * HTTP APIs are in LocalStack's paid plans only (docs.localstack.cloud, "API Gateway"): without a licence, and in any engine
 * where NOMINERA_WEB is `functionUrl`, a function's URL is there instead.
 * @param settings the environment
 * @returns `undefined` where the variable is not set
 * @throws {Problem} when no engine answers there
 */
export const outsideEngine = async ({
  NOMINERA_AWS,
  NOMINERA_WEB,
}: Readonly<Record<string, string | undefined>>): Promise<Engine | undefined> => {
  if (NOMINERA_AWS === undefined) return undefined;
  const endpoint = NOMINERA_AWS.replace(/\/$/u, '');
  if ((await answer(`${endpoint}/_ministack/health`)) !== undefined)
    return {
      endpoint,
      kind: 'ministack',
      webFront: NOMINERA_WEB === 'functionUrl' ? 'functionUrl' : 'httpApi',
    };
  const info = (await answer(`${endpoint}/_localstack/info`)) as Info | undefined;
  if (info === undefined)
    throw new Problem(
      `NOMINERA_AWS is ${NOMINERA_AWS}, and no engine answers there: start one (docs/localstack.md says how), or leave the variable out.`,
    );
  const hasHttpApi = info.is_license_activated === true && NOMINERA_WEB !== 'functionUrl';
  return { endpoint, kind: 'localstack', webFront: hasHttpApi ? 'httpApi' : 'functionUrl' };
};

const answer = async (url: string): Promise<unknown> => {
  const response = await fetch(url).catch(() => undefined);
  return response?.ok ? response.json() : undefined;
};
