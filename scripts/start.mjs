// npm start: installs what is missing, builds what has changed, opens the window. Arguments go to the app.
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureDependencies } from './lib/install.mjs';
import { chooseRunner, missingChromium, missingDisplay } from './lib/launch.mjs';
import { runApp } from './lib/run-app.mjs';

const root = path.resolve(import.meta.dirname, '..');

function refuse(why) {
  console.error(why);
  process.exit(1);
}

const noDisplay = missingDisplay();
if (noDisplay) refuse(noDisplay);
try {
  ensureDependencies();
  ensureBuilt();
  await open(chooseRunner({ fetch: true }));
} catch (error) {
  refuse(error instanceof Error ? error.message : String(error));
}

async function open({ kind, command, args, env }) {
  if (kind === 'stand-in') {
    const missing = missingChromium();
    if (missing) refuse(missing);
    console.log("Electron's binary is not available here: Copydesk runs in the installed Chromium instead.");
  }
  process.exitCode = await runApp(command, [...args, '.', ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, ...env, COPYDESK_HOST_HEADED: '1' },
    onOpen: () => console.log('The window is open; Ctrl+C ends it.'),
  });
}
