// The module `net`. Stands alone: integration tests import it without starting Chromium.
import type { ClientRequestConstructorOptions } from 'electron';
import { ClientRequest } from './net-request.ts';
import type { IncomingMessage } from './net-response.ts';
import { isOnline } from './net-transport.ts';
import { strict } from './strict.ts';

export { setOffline } from './net-transport.ts';

/** The module `net`. */
export const net = strict('net', {
  get online(): boolean {
    return isOnline();
  },
  isOnline,
  request(
    options: ClientRequestConstructorOptions | string,
    onResponse?: (response: IncomingMessage) => void,
  ): ClientRequest {
    return new ClientRequest(options, onResponse);
  },
});
