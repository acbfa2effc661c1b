import { seedThread } from './seed.ts';
import { startWordPress } from './server.ts';

// Runs a test blog by hand until Ctrl+C: npx node test/wordpress/serve.ts
const wp = await startWordPress();
const thread = await seedThread(wp);
const [paths] = await wp.sql('SELECT @@datadir AS data');
console.log(JSON.stringify({ url: wp.url, thread: thread.url, data: paths?.data, users: wp.users }, null, 2));
console.log('Running until Ctrl+C.');
