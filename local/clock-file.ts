/**
 * Where the functions of the engine on a port find by how many milliseconds their clock is moved; no file: not at all.
 * A fixed folder: the temporary one of the engine's functions is not that of whoever moves the clock.
 */
export const clockFile = (port: string): string => `/tmp/nominera-clock-${port}`;
