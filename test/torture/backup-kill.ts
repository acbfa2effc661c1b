import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openArchive } from '../../main/backup/archive-reader.ts';
import type { BackupSource } from '../../main/backup/source.ts';
import { BackupStore } from '../../main/backup/store.ts';
import { finishSwap } from '../../main/backup/swap.ts';
import { verify } from '../../main/backup/unpack.ts';
import { realFiles } from '../../main/library/durable-file.ts';
import { must } from '../support/must.ts';
import { stateOf } from './backup-state.ts';
import { openRestless } from './open.ts';
import { killGroup } from './writer-process.ts';

/** What the killed process had said. */
interface Said {
  /** What it was doing. */
  doing: string;
  /** The numbers that its library may be at: from the last promise to the last attempt. */
  from: number;
  to: number;
  /** Of the backup that is to take the library's place, and whether that was promised. */
  planned: number | null;
  isPromised: boolean;
  kept: string | null;
  complaints: string[];
}

const ARCHIVE = path.join('file', 'mine.copydesk-backup');

/** When a process is killed: so many milliseconds after it begins with something, unless it ends before. */
interface Kill {
  doing: string;
  ms: number;
}

/** For what a process never comes to: it is killed all the same. */
const PATIENCE_MS = 4_000;

/** Starts the program on `root` and kills it with its group. */
export async function runAndKill(program: string, root: string, seed: number, when: Kill): Promise<Said> {
  await mkdir(path.join(root, 'file'), { recursive: true });
  const said: Said = {
    ...{ doing: 'start', from: 0, to: Number.POSITIVE_INFINITY, planned: null, isPromised: false },
    ...{ kept: null, complaints: [] },
  };
  const child = spawn(process.execPath, [program, root, String(seed)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => killGroup(child);
  let timer = setTimeout(kill, PATIENCE_MS);
  createInterface(child.stdout).on('line', (line) => {
    hear(said, line);
    if (line !== `in ${when.doing}`) return;
    clearTimeout(timer);
    timer = setTimeout(kill, when.ms);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.complaints.push(text));
  const [code] = await once(child, 'close');
  clearTimeout(timer);
  if (code !== null && code !== 0) said.complaints.push(`ended by itself with ${code}`);
  if (code === 0) said.doing = 'restart';
  return said;
}

function hear(said: Said, line: string): void {
  const [word = '', what = ''] = line.split(' ');
  const number = Number(what);
  if (word === 'in') said.doing = what;
  else if (word === 'open') Object.assign(said, { from: number, to: number });
  else if (word === 'ask') said.to = number;
  else if (word === 'done') said.from = number;
  else if (word === 'plan') said.planned = number;
  else if (word === 'planned') said.isPromised = true;
  else if (word === 'kept') said.kept = what;
}

/** Looks at a copy of what is left, as the next start would; answers its number. Throws what is wrong. */
export async function look(root: string, before: number, said: Said): Promise<number> {
  const copy = `${root}-copy`;
  await rm(copy, { recursive: true, force: true });
  await cp(root, copy, { recursive: true });
  const number = await numberOf(path.join(copy, 'library'));
  const [from, to] = said.to === Number.POSITIVE_INFINITY ? [before, before] : [said.from, said.to];
  const isOld = number >= from && number <= to && !said.isPromised;
  if (!isOld && number !== said.planned) {
    throw new Error(`${number} is neither ${from} to ${to} nor ${said.planned} (${said.isPromised})`);
  }
  const names = (await readdir(copy)).filter((name) => !name.endsWith('.tmp')).sort();
  const left = names.filter((name) => !['backups', 'file', 'library'].includes(name));
  if (left.length > 0) throw new Error(`left behind: ${left}`);
  await lookAtBackups(copy, said.kept);
  await rm(copy, { recursive: true });
  return number;
}

async function numberOf(folder: string): Promise<number> {
  must(await finishSwap(folder, realFiles));
  const library = await openRestless(folder);
  try {
    return stateOf(library);
  } finally {
    await library.close();
  }
}

/** Every backup that is shown can be restored; the last one that was promised is among them, or a newer one. */
async function lookAtBackups(root: string, kept: string | null): Promise<void> {
  const store = new BackupStore(path.join(root, 'backups'), realFiles);
  const backups = await store.list();
  for (const { id } of backups) await whole(await store.source(id), id);
  const manifests = (await readdir(path.join(root, 'backups')).catch(() => [])).filter((name) =>
    name.endsWith('.json'),
  );
  if (manifests.length !== backups.length) throw new Error(`not all are listed: ${manifests}`);
  if (kept !== null && !backups.some(({ id, kind }) => kind === 'daily' && id >= kept)) {
    throw new Error(`${kept} is gone`);
  }
  const file = path.join(root, ARCHIVE);
  if (realFiles.sizeSync(file) !== null) await whole(await openArchive(file), file);
}

async function whole(source: BackupSource, name: string): Promise<void> {
  try {
    await verify(source, name, { signal: new AbortController().signal, onProgress: () => {} });
  } finally {
    await source.close();
  }
}
