import { openApi } from '../../shared/api/openapi.ts';
import type { HttpResult } from '../../shared/runtime/http.ts';
import { json } from '../../shared/runtime/json-api.ts';

/** It changes only with a deployment. */
const KEPT = { 'cache-control': 'public, max-age=3600' };

let made: HttpResult | undefined;

/** `GET /openapi.json`: the JSON API for programs that make clients or tests of it; made once, when it is first asked for. */
export const showOpenApi = async (issuer: string): Promise<HttpResult> => {
  made ??= json(200, openApi(issuer), KEPT);
  return { ...made };
};
