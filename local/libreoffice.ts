import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages } from './debian.ts';
import { Problem } from './problem.ts';

/** The path of a LibreOffice that has Calc, installed first if there is none and that is possible. */
export const ensureLibreOffice = (): string => {
  const found =
    findLibreOffice() ??
    (installPackages('LibreOffice for the spreadsheet tests', 'libreoffice-calc-nogui')
      ? findLibreOffice()
      : undefined);
  if (found) return found;
  throw new Problem(
    'The spreadsheet tests need LibreOffice: install it, or name its program in the variable LIBREOFFICE.',
  );
};

const findLibreOffice = (): string | undefined => {
  const named = process.env.LIBREOFFICE;
  const onPath = (process.env.PATH?.split(delimiter) ?? []).flatMap((folder) =>
    ['soffice', 'libreoffice'].map((name) => join(folder, name)),
  );
  const applications = ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];
  return (named ? [named] : [...onPath, ...applications]).find((path) => existsSync(path));
};
