// npm run dev: the page comes from Vite's server and reloads by itself; main and preload are built on every change
// and the app is started again. Arguments go to the app.
import path from 'node:path';
import { ensureDependencies } from './lib/install.mjs';
import { chooseRunner, missingChromium, missingDisplay } from './lib/launch.mjs';
import { runApp } from './lib/run-app.mjs';

const root = path.resolve(import.meta.dirname, '..');
/** Folders whose code runs outside the page. */
const WATCHED = ['main', 'preload'].map((folder) => path.join(root, folder));
/** Editors save in several steps. */
const SETTLE_MS = 150;

const noDisplay = missingDisplay();
if (noDisplay) {
  console.error(noDisplay);
  process.exit(1);
}
ensureDependencies();
const runner = chooseRunner({ fetch: true });
const noChromium = runner.kind === 'stand-in' ? missingChromium() : undefined;
if (noChromium) {
  console.error(noChromium);
  process.exit(1);
}

const { createBuilder, createServer } = await import('vite');
const server = await createServer({
  root: path.join(root, 'renderer'),
  configFile: path.join(root, 'vite.config.ts'),
  server: { host: '127.0.0.1', port: 5173 },
});
await server.listen();
server.printUrls();

/** The app that runs: how to quit it, and its exit code once it has ended. */
let running;
let pending;
let isBuilding = false;
/** Somebody wants to leave: nothing is started any more. */
let isLeaving = false;

/** Builds main and preload; the running app stays when that fails. */
async function build() {
  const builder = await createBuilder({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' });
  for (const name of ['main', 'searchWorker', 'preload']) await builder.build(builder.environments[name]);
}

function start() {
  const quitting = new AbortController();
  const ended = runApp(runner.command, [...runner.args, '.', ...process.argv.slice(2)], {
    cwd: root,
    env: {
      ...process.env,
      ...runner.env,
      COPYDESK_HOST_HEADED: '1',
      RENDERER_DEV_URL: server.resolvedUrls?.local[0],
    },
    quit: quitting.signal,
  });
  running = { quit: () => quitting.abort(), ended };
  ended.then(
    (code) => quitting.signal.aborted || end(code),
    (error) => {
      console.error(error.message);
      void end(1);
    },
  );
}

/** Quits the running app, which saves what it has to, and starts the new one. */
async function restart() {
  if (isBuilding) {
    schedule();
    return;
  }
  isBuilding = true;
  try {
    await build();
    if (running) {
      console.log('main or preload has changed, starting again …');
      running.quit();
      await running.ended;
      running = undefined;
    }
    if (isLeaving) await end(0);
    else start();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  } finally {
    isBuilding = false;
  }
}

function schedule() {
  clearTimeout(pending);
  pending = setTimeout(restart, SETTLE_MS);
}

async function end(code) {
  clearTimeout(pending);
  await server.close();
  process.exit(code);
}

server.watcher.add(WATCHED).on('all', (_event, file) => {
  if (running && WATCHED.some((folder) => file.startsWith(folder + path.sep))) schedule();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    isLeaving = true;
    // A running app hears the signal too, and everything ends with it.
    if (!running) void end(0);
  });
}
await restart();
