import * as z from 'zod';

/** As much of a nomination as there is: only some of its texts are read. */
export const draftSchema = z.record(z.string(), z.unknown());
