import { createServer } from 'node:net';
import { Problem } from './problem.ts';

export interface Ports {
  engine: number;
  mailbox: number;
  smtp: number;
  issuer: number;
}

const USED_FOR: Record<keyof Ports, string> = {
  engine: 'the local AWS',
  mailbox: 'the mailbox page',
  smtp: 'mail to the mailbox',
  issuer: 'the identity provider',
};

/** Fixed, so that bookmarks and mails stay valid from one start to the next. */
export const fixedPorts = (): Ports => {
  const base = Number(process.env.NOMINERA_PORT ?? 4566);
  if (!Number.isInteger(base) || base < 1 || base > 65_000) {
    throw new Problem('NOMINERA_PORT must be a number from 1 to 65000: the first of the ports to use.');
  }
  return { engine: base, mailbox: base + 4, smtp: base + 5, issuer: base + 6 };
};

export const freePorts = async (): Promise<Ports> => {
  const servers = await Promise.all([listen(0), listen(0), listen(0), listen(0)]);
  const [engine, mailbox, smtp, issuer] = servers.map(
    (server) => (server.address() as { port: number }).port,
  );
  await Promise.all(servers.map(close));
  return { engine, mailbox, smtp, issuer } as Ports;
};

/** @throws {Problem} naming the first port that is taken, but for those of `others` */
export const assertFree = async (ports: Ports, others: readonly (keyof Ports)[] = []): Promise<void> => {
  for (const [use, port] of Object.entries(ports) as [keyof Ports, number][]) {
    if (others.includes(use)) continue;
    const server = await listen(port).catch(() => undefined);
    if (!server) {
      throw new Problem(
        `Port ${port}, for ${USED_FOR[use]}, is taken: \`lsof -nP -iTCP:${port} -sTCP:LISTEN\` shows by which program. ` +
          'Stop that, or choose other ports with NOMINERA_PORT=5566 npm start.',
      );
    }
    await close(server);
  }
};

type Server = ReturnType<typeof createServer>;

const listen = (port: number): Promise<Server> => {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
};

const close = (server: Server): Promise<void> => {
  return new Promise((resolve) => server.close(() => resolve()));
};
