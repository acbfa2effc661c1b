// Puts together the two scripts that Chromium evaluates in every new document of a window.
import { makeWire } from '../wire.ts';
import { makeBridge } from './bridge.ts';
import { type IsolatedOptions, isolatedWorld } from './isolated-world.ts';
import { pageWorld } from './page-world.ts';

/** Electron's own name of the preload's world. */
export const WORLD = 'Electron Isolated Context';
/** The binding by which the preload's world reaches the host. */
export const BINDING = '__hostSend';
/** The function by which the host reaches the preload's world. */
export const RECEIVER = '__hostReceive';

/** Sources for the page's world and the preload's; `secret` names the events between them. */
export function documentScripts(secret: string, process: object, preload: string) {
  const name = JSON.stringify(secret);
  const options: IsolatedOptions = { binding: BINDING, receiver: RECEIVER, process };
  const wrapped = `function (require, module, exports, process, global) {${preload}\n}`;
  return {
    page: `(${pageWorld})(${makeBridge}, ${name});`,
    isolated: `(${isolatedWorld})(${makeBridge}, ${makeWire}, ${name}, ${JSON.stringify(options)}, ${wrapped});`,
  };
}
