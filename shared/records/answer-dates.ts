import type { Store } from './store.ts';

/** Tells the `date` header of each answer that the table gives, of an error too. */
export const hearDates = ({ client }: Pick<Store, 'client'>, hear: (date: string) => void): void =>
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { headers } = result.response as { readonly headers?: Readonly<Record<string, string>> };
      if (headers?.date !== undefined) hear(headers.date);
      return result;
    },
    // Nearest to the wire: further out, an error has been thrown by then.
    { step: 'deserialize', priority: 'low', name: 'hearDates' },
  );
