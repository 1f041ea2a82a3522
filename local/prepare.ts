import { buildStyle } from '../shared/pages/style/build.ts';

/** Makes the files that are generated and not committed: before anything compiles, tests or deploys the app. */
export const prepare = (): void => buildStyle();
