import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** What the app sends to whoever started it with an IPC channel and this variable, once its window is open. */
const ASKED = 'COPYDESK_SAY_WHEN_OPEN';
const WINDOW_OPEN = 'window-open';

/**
 * Runs the app to its end. Signals go to the app alone, which quits as from its menu, with everything saved: in a
 * group of its own neither it nor its helpers hear the terminal's Ctrl+C, which would end the page before it could.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onOpen?: () => void, quit?: AbortSignal }} options onOpen: its
 *   window is open; quit: makes it quit as such a signal does
 * @returns {Promise<number>} exit code; as a shell says it where a signal ended the app
 */
export function runApp(command, args, { cwd, env = process.env, onOpen = () => {}, quit }) {
  const child = spawn(command, args, {
    cwd,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // On Windows it would be a console window of its own; there Ctrl+C does not reach programs with windows.
    detached: process.platform !== 'win32',
    env: { ...env, [ASKED]: '1' },
  });
  child.on('message', (message) => {
    if (message === WINDOW_OPEN) onOpen();
  });
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  const passOn = /** @param {NodeJS.Signals} signal */ (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, passOn);
  const end = () => child.kill('SIGTERM');
  quit?.addEventListener('abort', end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const each of signals) process.off(each, passOn);
      quit?.removeEventListener('abort', end);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
