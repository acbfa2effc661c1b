import path from 'node:path';
import type { FileCall } from '../support/interposed-files.ts';

/** What a library is doing when it calls the disk, told from the call alone. */
export const PHASES = [
  'manifest',
  'rotation',
  'append',
  'sync',
  'body',
  'shard write',
  'shard sync',
  'rename',
  'folder sync',
  'index',
  'journal delete',
  'body delete',
] as const;

export type Phase = (typeof PHASES)[number];

const WRITES = ['write', 'writeFile', 'appendFile', 'writev'];
const SYNCS = ['sync', 'datasync'];

/** The file that a name belongs to, temporary or not. */
const target = (file: string): string => path.basename(file).replace(/\.[^.]*\.tmp$/, '');

/** The phase of a call, or null if it changes nothing on the disk. */
export function phaseOf({ name, file, to, onHandle, args }: FileCall): Phase | null {
  const base = target(to ?? file);
  const writes = WRITES.includes(name);
  const syncs = SYNCS.includes(name);
  if (name === 'open' && (typeof args[1] !== 'string' || args[1] === 'r')) return null;
  if (['readFile', 'readdir', 'stat', 'close', 'truncate'].includes(name)) return null;
  if (base.startsWith('journal-')) {
    if (name === 'open') return 'rotation';
    if (name === 'rm') return 'journal delete';
    return writes ? 'append' : syncs ? 'sync' : null;
  }
  if (file.split(path.sep).includes('bodies')) return name === 'rm' ? 'body delete' : 'body';
  if (base === 'library.json') return 'manifest';
  if (base === 'index.json' || base === 'shards.json') return 'index';
  if (/^\d+\.ndjson$/.test(base)) {
    if (name === 'rename') return 'rename';
    return writes ? 'shard write' : syncs ? 'shard sync' : null;
  }
  return onHandle && name === 'sync' ? 'folder sync' : null;
}
