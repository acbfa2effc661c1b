// Puts together the two scripts that Chromium evaluates in every new document of a window.
import { Wire } from '../wire.ts';
import { Bridge } from './bridge.ts';
import { EventEmitter } from './event-emitter.ts';
import { makeIpcRenderer } from './ipc-renderer.ts';
import { type IsolatedOptions, type IsolatedParts, isolatedWorld } from './isolated-world.ts';
import { pageWorld } from './page-world.ts';
import { watchDocument } from './watch-document.ts';

/** Electron's own name of the preload's world. */
export const WORLD = 'Electron Isolated Context';
/** The binding by which the preload's world reaches the host. */
export const BINDING = '__hostSend';
/** The function by which the host reaches the preload's world. */
export const RECEIVER = '__hostReceive';

const parts: IsolatedParts = { Bridge, Wire, EventEmitter, makeIpcRenderer, watchDocument };
/** The parts as an expression whose value they are, there. */
const partsSource = `{${Object.entries(parts).map(([name, part]) => `${name}: ${part}`)}}`;

/** Sources for the page's world and the preload's; `secret` names the events between them. */
export function documentScripts(secret: string, process: object, preload: string) {
  const name = JSON.stringify(secret);
  const options: IsolatedOptions = { binding: BINDING, receiver: RECEIVER, process };
  const wrapped = `function (require, module, exports, process, global) {${preload}\n}`;
  return {
    page: `(${pageWorld})(${Bridge}, ${name});`,
    isolated: `(${isolatedWorld})(${partsSource}, ${name}, ${JSON.stringify(options)}, ${wrapped});`,
  };
}
