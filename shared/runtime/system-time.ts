/** The time of the machine. */
export const systemTime = (): Date => new Date();
