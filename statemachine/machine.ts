import type { Duration } from 'aws-cdk-lib';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Choice, Condition, Fail, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { UNKNOWN_OUTCOME } from './errors.ts';

/** Where a state goes from an outcome. */
export type Route = readonly [outcomes: readonly string[], next: IChainable];

export interface MachineProps {
  readonly queue: IQueue;
  /** How long the machine waits for people before it gives up and its phase is restarted. */
  readonly deadline: Duration;
}

/** The states that every machine of the routine is made of, beside the human steps. */
export const statesOf = (scope: Construct) => {
  const unknown = Fail.jsonata(scope, 'Okänt utfall', {
    error: UNKNOWN_OUTCOME,
    cause: 'A round was settled with an outcome that the machine does not know.',
  });
  const chooseBy = (field: string, name: string, routes: readonly Route[]): Choice =>
    routes
      .reduce(
        (choice, [values, next]) => choice.when(isOneOf(field, values), next),
        Choice.jsonata(scope, name),
      )
      .otherwise(unknown);
  return {
    end: (name: string): Succeed => Succeed.jsonata(scope, name),
    /** A choice by the outcome of the round before it; an outcome that no route takes fails the execution. */
    choose: (name: string, routes: readonly Route[]): Choice => chooseBy('outcome', name, routes),
    /** A choice by what the phase was begun for. */
    chooseByOccasion: (name: string, routes: readonly Route[]): Choice => chooseBy('occasion', name, routes),
  };
};

const isOneOf = (field: string, values: readonly string[]): Condition =>
  Condition.jsonata(`{% $states.input.${field} in ${JSON.stringify(values)} %}`);
