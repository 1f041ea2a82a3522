import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';

/** What a document of an API says of a value, by the place of the schema in it: what is wrong with the value. */
export type Wrong = (pointer: string, value: unknown) => readonly ErrorObject[];

/** Reads the schemas of a document of an API, each in the place where it stands. */
export const schemasOf = (document: object): Wrong => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajvFormats.default(ajv);
  ajv.addSchema(document, 'openapi');
  return (pointer, value) => {
    const check = ajv.getSchema(`openapi#${pointer}`);
    if (check === undefined) throw new Error(`There is no schema at ${pointer}`);
    check(value);
    return check.errors ?? [];
  };
};

/** A text as a part of a JSON pointer in a URL. */
export const inPointer = (text: string): string =>
  encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));
