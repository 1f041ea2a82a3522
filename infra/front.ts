import type { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { RoutineFunction } from './function.ts';

/** Where web requests come in, whatever service takes them. */
export interface Front {
  /** The address that all our paths begin with. */
  readonly url: string;
  /** How many requests were answered with a fault of ours. */
  readonly failures: Metric;
  /**
   * Leads paths to a function.
   * @param integrationId names the connection; it must not change
   */
  add(to: RoutineFunction, integrationId: string, routes: readonly Route[]): void;
}

export interface Route {
  /** As `/a/{secret}`. */
  readonly path: string;
  readonly methods: HttpMethod[];
  /** The scope that a bearer token must have, or why none is asked for. */
  readonly opensBy: { readonly scope: string } | { readonly reason: string };
}

/** Routes that need no token, each for the same reason. */
export const openRoutes = (
  routes: Readonly<Record<string, HttpMethod[]>>,
  reason: string,
): readonly Route[] =>
  Object.entries(routes).map(([path, methods]) => ({ path, methods, opensBy: { reason } }));
