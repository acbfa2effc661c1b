// Sends one request over Node's http or https the way Chromium's network stack does: six connections per host kept
// alive, the system's proxy, and a request sent again when a connection that was used before turns out to be dead.
import http from 'node:http';
import https from 'node:https';
import { settings } from './control.ts';
import { isConnectionLost, type NodeNetworkError, netErrorName } from './net-errors.ts';

/** What goes out. */
export interface Outgoing {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
  pool: Pool;
}

/** What comes of it: one of the two is called once, unless the exchange was cancelled. */
export interface Outcome {
  response(response: http.IncomingMessage): void;
  failed(error: Error): void;
}

const POOL = { keepAlive: true, maxSockets: 6 }; // Chromium: kDefaultMaxSocketsPerGroup

/** The connections of one session. */
export type Pool = ReturnType<typeof createPool>;

/** No connections yet. */
export function createPool() {
  return {
    'http:': { direct: new http.Agent(POOL), system: new http.Agent({ ...POOL, proxyEnv: process.env }) },
    'https:': { direct: new https.Agent(POOL), system: new https.Agent({ ...POOL, proxyEnv: process.env }) },
  };
}

/** The default session's. */
export const defaultPool = createPool();
let offline = settings.offline;

/** Test hook: without a network every request fails, to loopback too. */
export function setOffline(value: boolean): void {
  offline = value;
}

/** Whether the test hook says that there is a network. */
export function isOnline(): boolean {
  return !offline;
}

/** `session.closeAllConnections()`: the next request opens a connection of its own. */
export function closeConnections(pool: Pool): void {
  for (const { direct, system } of Object.values(pool)) {
    direct.destroy();
    system.destroy();
  }
}

/** Starts an exchange and returns how to cancel it. */
export function send(outgoing: Outgoing, outcome: Outcome): () => void {
  let cancelled = false;
  let current: http.ClientRequest | undefined;
  const fail = (name: string) => {
    if (!cancelled) outcome.failed(new Error(name));
  };
  const attempt = () => {
    current = open(outgoing);
    let answered = false;
    current.once('response', (response) => {
      answered = true;
      if (!cancelled) outcome.response(response);
    });
    current.on('error', (error: NodeNetworkError) => {
      if (answered || cancelled) return; // a broken body is reported by the response
      // Chromium does this for every method, POST too (HttpNetworkTransaction::ShouldResendRequest): a server that
      // acts and then drops a kept-alive connection sees the request twice.
      if (current?.reusedSocket && isConnectionLost(error)) attempt();
      else fail(netErrorName(error));
    });
    current.end(outgoing.body);
  };
  if (offline) setImmediate(fail, 'net::ERR_INTERNET_DISCONNECTED');
  else attempt();
  return () => {
    cancelled = true;
    current?.destroy();
  };
}

function open({ url, method, headers, pool }: Outgoing): http.ClientRequest {
  const secure = url.protocol === 'https:';
  const { direct, system } = pool[secure ? 'https:' : 'http:'];
  const agent = isLoopback(url.hostname) ? direct : system;
  return (secure ? https : http).request(url, { method, headers, agent });
}

/** Chromium never uses a proxy for these. */
function isLoopback(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
