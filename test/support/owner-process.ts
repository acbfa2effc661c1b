// A process that takes the library in the folder it is given, as soon as `go` lies there, says how it went, and holds
// it until its standard input ends.
import { existsSync, writeSync } from 'node:fs';
import path from 'node:path';
import { acquireOwnership } from '../../main/library/owner-lock.ts';

const folder = process.argv[2] ?? '';
writeSync(1, 'ready\n');
while (!existsSync(path.join(folder, 'go'))); // a timer would let the others come first
const result = await acquireOwnership(folder);
writeSync(1, result.ok ? 'owner\n' : result.error.kind === 'storage' ? `${result.error.reason}\n` : 'bug\n');
process.stdin.on('end', () => process.exit(0)).resume();
