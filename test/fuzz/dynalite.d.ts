/** The parts of dynalite that test/fuzz/table.ts puts together; the package has no types. */

interface DynaliteStore {
  readonly options: { readonly createTableMs: number };
}

/** `data` in DynamoDB's own JSON, read by `checkTypes`. */
interface DynaliteData {
  [name: string]: unknown;
}

declare module 'dynalite/db/index.js' {
  const db: {
    create(options: { readonly createTableMs: number }): DynaliteStore;
    /** The error where the condition of a write does not hold for the item that is there. */
    checkConditional(data: DynaliteData, item: object | undefined): Error | null | undefined;
  };
  export default db;
}

declare module 'dynalite/validations/index.js' {
  const validations: {
    checkTypes(data: DynaliteData, types: unknown): DynaliteData;
    checkValidations(data: DynaliteData, types: unknown, custom: unknown, store: DynaliteStore): void;
  };
  export default validations;
}
