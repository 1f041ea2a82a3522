/** What people read, in both languages. Swedish is the language of the routine; English means the same. */
export interface Words {
  readonly sv: string;
  readonly en: string;
}

export type Language = keyof Words;
