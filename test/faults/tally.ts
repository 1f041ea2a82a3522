interface Injected {
  times: number;
  /** Ids or numbers of the cases that it met. */
  readonly cases: Set<string>;
}

/** How often each kind of fault took effect, and which cases it met. */
export class Tally {
  readonly #kinds = new Map<string, Injected>();

  add(kind: string, cases: readonly (string | undefined)[]): void {
    const so = this.#kinds.get(kind) ?? { times: 0, cases: new Set() };
    so.times += 1;
    for (const it of cases) if (it !== undefined) so.cases.add(it);
    this.#kinds.set(kind, so);
  }

  get kinds(): ReadonlyMap<string, Readonly<Injected>> {
    return this.#kinds;
  }
}
