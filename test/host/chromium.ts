// Starts the installed Chromium for the app: private, quiet, without a network, steered over a pipe.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Cdp } from './cdp.ts';
import { findChromium } from './chromium-path.mjs';
import { settings } from './control.ts';
import { freeProfile } from './profile.ts';

/** What Chromium is started with. */
export interface ChromiumOptions {
  profile: string;
  /** Port of the loopback server that answers for the app's schemes. */
  port: number;
  languages: readonly string[];
  /** Switches the app or the command line gave (`app.commandLine`). */
  switches: ReadonlyMap<string, string>;
  headed: boolean;
  root: boolean;
}

/** Host switches win over the app's; a debugging port is opened only if the command line asks for one. */
export function chromiumFlags(options: ChromiumOptions): string[] {
  const flags = new Map(options.switches);
  const own: Record<string, string> = {
    'user-data-dir': options.profile,
    'remote-debugging-pipe': '',
    'no-startup-window': '',
    'no-first-run': '',
    'no-default-browser-check': '',
    'disable-background-networking': '',
    'disable-component-update': '',
    'disable-sync': '',
    'disable-quic': '',
    'disable-gpu': '',
    'password-store': 'basic',
    lang: options.languages[0] ?? 'en-US',
    'accept-lang': options.languages.join(','),
    // Every name but the app's own and loopback itself (Vite's dev server) does not exist.
    'host-resolver-rules': `MAP *.localhost 127.0.0.1:${options.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
  };
  for (const [name, value] of Object.entries(own)) flags.set(name, value);
  if (options.root) flags.set('no-sandbox', ''); // Chromium refuses to run as root with its sandbox
  if (options.headed) {
    flags.set('test-type', ''); // no warning about the flags above over the page
    flags.set('ozone-platform-hint', 'auto'); // Wayland where there is no X
  } else flags.set('headless', 'new');
  return [...flags].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
}

/** Starts Chromium; its line with the debugging address goes on to stderr, where Playwright reads it. */
export async function startChromium(options: ChromiumOptions): Promise<Cdp> {
  const binary = findChromium();
  if (!binary)
    throw new Error('The stand-in for Electron found no Chromium (Debian: apt-get install chromium)');
  await freeProfile(options.profile);
  const child = spawn(binary, chromiumFlags(options), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // On Linux Chromium takes its language from here, not from --lang.
    env: { ...process.env, LANGUAGE: options.languages.join(':').replaceAll('-', '_') },
  });
  if (!child.stderr) throw new Error('Chromium was started without stderr');
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`);
    else if (settings.debug) process.stderr.write(`[chromium] ${line}\n`);
  });
  return new Cdp(child);
}
