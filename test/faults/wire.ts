import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { chanceAt } from './by-seed.ts';
import type { Ports } from './functions-clock.ts';
import { anyFault, type Call, type CallFault, caseIn, faultOf, type Seen } from './kinds.ts';
import { MailLedger } from './mail-ledger.ts';
import type { Tally } from './tally.ts';

/** Stands between the functions and the local AWS, and lets some of their calls go wrong. */

interface WireGiven {
  readonly endpoint: string;
  readonly seed: number;
  readonly tally: Tally;
  /** One call in so many goes wrong. */
  readonly oneIn: number;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** What has been decided for one call of a function, all tries of the SDK's together. */
interface Decided {
  readonly kind?: CallFault;
  /** Whether the SDK's second and third try go wrong as well. */
  readonly lasting: boolean;
  tries: number;
  counted: boolean;
}

/** Few calls are these, and much hangs on them: they go wrong so many times as often. */
const SELDOM: readonly string[] = ['SendRawEmail', 'SendTaskSuccess', 'StartExecution', 'TransactWriteItems'];
const SELDOM_TIMES = 6;

/** A caller that gets no answer is let go after so long. */
const SLOW_MS = 1500;

/** Calls whose tries are remembered; a call is over long before so many others have come. */
const MOST_REMEMBERED = 2000;

export class FaultyWire {
  readonly mails = new MailLedger();
  /** Calls seen so far, the SDK's further tries among them. */
  calls = 0;
  readonly #given: WireGiven;
  readonly #servers = { all: this.#newServer(), mend: this.#newServer() };
  readonly #decided = new Map<string, Decided>();
  /** How many calls of an operation have been decided. */
  readonly #nth = new Map<string, number>();
  /** The case of each task token that went by. */
  readonly #tokens = new Map<string, string>();
  #injecting = false;

  constructor(given: WireGiven) {
    this.#given = given;
  }

  /** Gives the ports that functions can take for AWS from now on. */
  async listen(): Promise<Ports> {
    const portOf = async (server: Server): Promise<number> => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return (server.address() as AddressInfo).port;
    };
    return { all: await portOf(this.#servers.all), mend: await portOf(this.#servers.mend) };
  }

  #newServer(): Server {
    return createServer((from, to) => this.#serve(from, to).catch(() => to.destroy()));
  }

  inject(injecting: boolean): void {
    this.#injecting = injecting;
  }

  close(): void {
    for (const server of Object.values(this.#servers)) {
      server.closeAllConnections();
      server.close();
    }
  }

  async #serve(from: IncomingMessage, to: ServerResponse): Promise<void> {
    this.calls += 1;
    const body = await text(from);
    const call = callOf(from, body);
    this.#learn(call);
    const decided = this.#decide(call, String(from.headers['amz-sdk-invocation-id'] ?? crypto.randomUUID()));
    const fault = this.#faultNow(decided);
    if (fault && !fault.after) {
      await this.mails.saw(call, { carriedOut: false, answer: '', disturbed: true });
      return this.#show(to, call, fault.seen, decided);
    }
    const answer = await this.#forward(from, body);
    const carriedOut = answer.status < 300;
    await this.mails.saw(call, {
      carriedOut,
      answer: answer.body.toString(),
      disturbed: fault !== undefined,
    });
    // What the service refused by itself is told as it is.
    if (fault && carriedOut) return this.#show(to, call, fault.seen, decided);
    to.writeHead(answer.status, answer.headers).end(answer.body);
  }

  #decide(call: Call, id: string): Decided {
    const before = this.#decided.get(id);
    if (before !== undefined) {
      before.tries += 1;
      return before;
    }
    const decided = this.#injecting ? this.#byChance(call) : { lasting: false, tries: 1, counted: false };
    this.#decided.set(id, decided);
    if (this.#decided.size > MOST_REMEMBERED) this.#decided.delete(String(this.#decided.keys().next().value));
    return decided;
  }

  #byChance(call: Call): Decided {
    const { seed, oneIn } = this.#given;
    const nth = (this.#nth.get(call.operation) ?? 0) + 1;
    this.#nth.set(call.operation, nth);
    const chance = chanceAt(seed, call.operation, nth);
    const rate = SELDOM.includes(call.operation) ? Math.ceil(oneIn / SELDOM_TIMES) : oneIn;
    const kind = chance.oneIn(rate) ? anyFault(chance, call) : undefined;
    return { ...(kind && { kind }), lasting: chance.oneIn(2), tries: 1, counted: false };
  }

  #faultNow({ kind, lasting, tries }: Decided) {
    return kind !== undefined && this.#injecting && (tries === 1 || lasting) ? faultOf(kind) : undefined;
  }

  #show(to: ServerResponse, call: Call, seen: Seen, decided: Decided): void {
    // A fault is one, however often the SDK tries again into it.
    if (decided.kind && !decided.counted) this.#given.tally.add(decided.kind, [this.#caseOf(call)]);
    decided.counted = true;
    if (seen === 'die') this.mails.ended(call.process);
    show(to, call, seen);
  }

  #caseOf(call: Call): string | undefined {
    return caseIn(call) ?? this.#tokens.get(tokenIn(call) ?? '');
  }

  /** Which case a token is of is told where it is stored, and not where it is used. */
  #learn(call: Call): void {
    const [token, its] = [tokenIn(call), caseIn(call)];
    if (token !== undefined && its !== undefined) this.#tokens.set(token, its);
  }

  async #forward({ method, url: path, headers }: IncomingMessage, body: string): Promise<Answer> {
    const { hostname, port } = new URL(this.#given.endpoint);
    const onward = request({ hostname, port, method, path, headers });
    const answering = once(onward, 'response') as Promise<[IncomingMessage]>;
    onward.on('error', () => undefined).end(body);
    const [answered] = await answering;
    return { status: answered.statusCode ?? 500, headers: answered.headers, body: await buffer(answered) };
  }
}

const tokenIn = ({ body }: Call): string | undefined => /"taskToken":(?:\{"S":)?"([^"]+)"/u.exec(body)?.[1];

const callOf = ({ headers }: IncomingMessage, body: string): Call => {
  const target = headers['x-amz-target'];
  const process = / app\/(\S+)/u.exec(String(headers['user-agent']))?.[1] ?? 'unknown';
  return typeof target === 'string'
    ? { operation: target.slice(target.lastIndexOf('.') + 1), protocol: 'json', body, process }
    : { operation: new URLSearchParams(body).get('Action') ?? '', protocol: 'xml', body, process };
};

const show = (to: ServerResponse, { protocol }: Call, seen: Seen): void => {
  if (seen === 'cut') to.destroy();
  else if (seen === 'slow') setTimeout(() => to.destroy(), SLOW_MS);
  else if (seen === 'die') to.writeHead(500, { 'x-fault': 'die' }).end();
  else if (protocol === 'xml') {
    to.writeHead(seen.status, { 'content-type': 'text/xml' });
    to.end(
      `<ErrorResponse><Error><Type>Sender</Type><Code>${seen.code}</Code><Message>injected</Message></Error></ErrorResponse>`,
    );
  } else {
    to.writeHead(seen.status, { 'content-type': 'application/x-amz-json-1.0' });
    const reasons = seen.reason && { CancellationReasons: [{ Code: seen.reason }] };
    to.end(JSON.stringify({ __type: seen.code, message: 'injected', ...reasons }));
  }
};
