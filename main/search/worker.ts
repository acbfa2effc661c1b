import { parentPort } from 'node:worker_threads';
import { IndexThread } from './index-thread.ts';
import type { AnswerMessage, RequestMessage } from './protocol.ts';

// The search index's own thread: reading, parsing and writing never hold up the window. An answer without an id tells
// of damage that was found between requests.

const port = parentPort;
const say = (message: AnswerMessage) => port?.postMessage(message);
const thread = new IndexThread(process.getBuiltinModule('node:sqlite'), (failure) =>
  say({ id: 0, ok: false, failure }),
);
port?.on('message', (request: RequestMessage) => {
  say({ id: request.id, ...thread.answer(request) });
  if (request.name === 'close') port.close();
});
