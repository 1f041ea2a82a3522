import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureLibreOffice } from '../../local/libreoffice.ts';

/** Semicolons (59), quotes (34), UTF-8 (76), from the first line, and numbers as they are written in Swedish (1053). */
const SWEDISH_CSV = 'CSV:59,34,76,1,,1053';

/** A CSV file as a Swedish LibreOffice opens it, written in `folder` as flat OpenDocument XML; its path. */
export const openedAsSpreadsheet = (csv: string, folder: string): string => {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  execFileSync(
    ensureLibreOffice(),
    [
      ...[`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'fods'],
      ...[`--infilter=${SWEDISH_CSV}`, '--outdir', folder, csv],
    ],
    { stdio: 'pipe' },
  );
  return csv.replace(/\.csv$/u, '.fods');
};
