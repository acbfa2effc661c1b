import type { Net, Session } from 'electron';
import { net } from '../host/net.ts';
import { closeConnections, createPool } from '../host/net-transport.ts';

/**
 * The stand-in's network as the product takes it: `net`, and a session for writes with connections of its own. Typed
 * by classes of its own, which `test/e2e/host.spec.ts` compares with Electron's behaviour.
 */
export function hostNetwork(): { net: Pick<Net, 'request'>; writes: Pick<Session, 'closeAllConnections'> } {
  const pool = createPool();
  const writes = { pool, closeAllConnections: async () => closeConnections(pool) };
  return { net: net as unknown as Pick<Net, 'request'>, writes };
}
