import { rmSync, writeFileSync } from 'node:fs';
import { clockFile } from '../../local/clock-file.ts';

/** The ports that functions take for AWS: `mend` has its own, and so its own clock. */
export interface Ports {
  readonly all: number;
  readonly mend: number;
}

/** The clocks of the functions behind a proxy: time that has passed for them, and an hour that they are off. */
export class FunctionsClock {
  readonly #ports: Ports;
  #passedMs = 0;
  #mendAheadMs = 0;
  #offMs = 0;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  pass(ms: number): void {
    this.#passedMs += ms;
    this.#write();
  }

  /** Only `mend` takes it to be later: to a function at work, an hour that passes in a moment would be a clock that is off. */
  passForMend(ms: number): void {
    this.#mendAheadMs += ms;
    this.#write();
  }

  off(ms: number): void {
    this.#offMs = ms;
    this.#write();
  }

  back(): void {
    for (const port of Object.values(this.#ports)) rmSync(clockFile(String(port)), { force: true });
  }

  #write(): void {
    const ms = this.#passedMs + this.#offMs;
    writeFileSync(clockFile(String(this.#ports.all)), String(ms));
    writeFileSync(clockFile(String(this.#ports.mend)), String(ms + this.#mendAheadMs));
  }
}
