// A WordPress to try Copydesk on by hand: npx node test/wordpress/serve.ts
import { seedThread } from './seed.ts';
import { startWordPress } from './server.ts';

const CTRL_C = '\u0003';

const wp = await startWordPress();
const thread = await seedThread(wp);
const { admin, ...others } = wp.users;
const [paths] = await wp.sql("SELECT REPLACE(@@datadir, '/data/', '') AS folder");

console.log(`WordPress ${wp.version} with a thread of ${thread.comments.length} comments: ${thread.url}

  Address               ${wp.url}
  User name             ${admin.login}
  Application password  ${admin.password}

Others, from those who may publish everything to those who may only read:
${Object.values(others)
  .map(({ login, password }) => `  ${login.padEnd(20)}  ${password}`)
  .join('\n')}

Its own pages: ${wp.url}/wp-login.php (${admin.login}, ${admin.loginPassword})
Its files and logs: ${paths?.folder}

Press o to take it offline, and o again to bring it back. Ctrl+C ends it.`);

let online = true;
async function toggle(): Promise<void> {
  online = !online;
  await (online ? wp.goOnline() : wp.goOffline());
  console.log(online ? 'Online: it answers again.' : 'Offline: it refuses connections.');
}

// A terminal gives each key at once; anything else gives lines, which do as well.
if (process.stdin.isTTY) process.stdin.setRawMode(true);
for await (const chunk of process.stdin.setEncoding('utf8')) {
  for (const key of String(chunk)) {
    if (key === CTRL_C) process.exit(); // the servers end with this process
    if (key === 'o') await toggle();
  }
}
