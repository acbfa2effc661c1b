// Entry of the stand-in, started by ./electron in Node 24 with Electron's command line.
import { readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Manifest } from './app.ts';
import { parseCommandLine } from './command-line.ts';

const MODULE = new URL('./electron-module.ts', import.meta.url).href;
const NAMES = new Set(['electron', 'electron/main', 'electron/common']);
registerHooks({
  resolve: (specifier, context, next) =>
    NAMES.has(specifier)
      ? { url: MODULE, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

process.argv.splice(1, 1); // as in Electron: argv[0] is the binary, the rest its arguments
const line = parseCommandLine(process.argv.slice(1));
if (line.entry === undefined) {
  process.stderr.write('Usage: electron [switches] <folder or main file of an app>\n');
  process.exit(1);
}
if (line.inspect) inspector.open(0, '127.0.0.1'); // prints the line Playwright waits for
describeProcess();

const { app } = await import('./app.ts');
const { startHost } = await import('./start.ts');
for (const [name, value] of line.switches) app.commandLine.appendSwitch(name, value);
const main = readApp(path.resolve(line.entry));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());

for (const file of line.preloads) createRequire(import.meta.url)(file);
await import(pathToFileURL(main).href);
await startHost();

/** Finds the main file of an app and tells `app` whose it is. */
function readApp(entry: string): string {
  if (!statSync(entry).isDirectory()) {
    app.setManifest(path.dirname(entry), {});
    return entry;
  }
  const manifest = JSON.parse(readFileSync(path.join(entry, 'package.json'), 'utf8')) as Manifest & {
    main?: string;
  };
  app.setManifest(entry, manifest);
  return path.join(entry, manifest.main ?? 'index.js');
}

/** What an app may read of `process`. */
function describeProcess(): void {
  const installed = new URL('../../node_modules/electron/package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(installed, 'utf8')) as { version: string };
  Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true });
  Object.defineProperty(process, 'type', { value: 'browser', enumerable: true });
  Object.defineProperty(process, 'resourcesPath', {
    value: path.dirname(process.execPath),
    enumerable: true,
  });
}
