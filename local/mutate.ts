interface Replacement {
  readonly name: string;
  /** The function in its place, in JavaScript. */
  readonly allow: string;
}

/**
 * The source of a module with one exported function replaced; its own keeps standing beside it under another name.
 * @throws when the module exports no such function
 */
export const mutated = (source: string, { name, allow }: Replacement): string => {
  const beside = `${name}AsItIs`;
  const asConst = new RegExp(`^export const ${name} =`, 'mu');
  const asFunction = new RegExp(String.raw`^export function ${name}\b`, 'mu');
  if (asConst.test(source))
    return source.replace(asConst, () => `export const ${name} = ${allow}, ${beside} =`);
  if (asFunction.test(source)) {
    return source.replace(asFunction, () => `export const ${name} = ${allow};\nfunction ${beside}`);
  }
  throw new Error(`No exported function ${name} to replace`);
};
