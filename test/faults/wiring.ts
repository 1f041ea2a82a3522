import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type FunctionConfiguration,
  InvokeCommand,
  LambdaClient,
  paginateListFunctions,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import retry from 'p-retry';
import type { Ports } from './functions-clock.ts';

const DIE = pathToFileURL(join(import.meta.dirname, 'die.mjs')).href;

const MEND = 'MendFunction';

interface Part {
  /** What its processes' names begin with. */
  readonly part: string;
  readonly name: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** The deployed functions, led by another way to the services that they call. */
export class Wiring {
  readonly #lambda = new LambdaClient({});
  #parts: readonly Part[] = [];
  #ports: Ports = { all: 0, mend: 0 };

  /** Has all functions call every service at these ports, and lets them be killed from there. */
  async lead(ports: Ports): Promise<void> {
    const found: FunctionConfiguration[] = [];
    for await (const { Functions = [] } of paginateListFunctions({ client: this.#lambda }, {}))
      found.push(...Functions.filter(({ Environment }) => Environment?.Variables?.TABLE_NAME !== undefined));
    this.#parts = found.map(({ FunctionName = '', Environment }, nth) => ({
      part: `f${nth}.`,
      name: FunctionName,
      variables: Environment?.Variables ?? {},
    }));
    this.#ports = ports;
    for (const it of this.#parts) await this.#configure(it, this.#ledOf(it));
  }

  #ledOf({ part, name, variables }: Part): Readonly<Record<string, string>> {
    const port = name.includes(MEND) ? this.#ports.mend : this.#ports.all;
    return {
      ...variables,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      NODE_OPTIONS: `--import=${DIE}`,
      FAULTS_PART: part.slice(0, -1),
    };
  }

  /** The name of the function whose name holds this. */
  named(part: string): string {
    return this.#partNamed(part).name;
  }

  /**
   * Deploys a function anew with another setting that changes nothing: its processes end wherever they are.
   * @returns what the names of its processes begin with
   */
  async redeploy(part: string, deployment: number): Promise<string> {
    const it = this.#partNamed(part);
    await this.#configure(it, { ...this.#ledOf(it), DEPLOYMENT: String(deployment) });
    return it.part;
  }

  /** Runs `mend` as its clock would; `false` when it failed, or the local AWS was not there. */
  async mend(): Promise<boolean> {
    const FunctionName = this.named(MEND);
    const Payload = JSON.stringify({ 'detail-type': 'Scheduled Event' });
    return this.#lambda.send(new InvokeCommand({ FunctionName, Payload })).then(
      ({ FunctionError }) => FunctionError === undefined,
      () => false,
    );
  }

  /** Puts everything back as it was deployed. */
  async undo(): Promise<void> {
    for (const it of this.#parts) await retry(() => this.#configure(it, it.variables));
  }

  #partNamed(part: string): Part {
    const found = this.#parts.find(({ name }) => name.includes(part));
    if (found === undefined) throw new Error(`No function ${part} is deployed`);
    return found;
  }

  async #configure({ name: FunctionName }: Part, Variables: Part['variables']): Promise<void> {
    await this.#lambda.send(
      new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }),
    );
  }
}
