import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FileLayer } from '../../main/library/durable-file.ts';
import type { PowerLossDisk } from './power-loss-disk.ts';
import type { PowerLossFile } from './power-loss-file.ts';

export interface DiskProcess {
  /** The calls that the library makes; each takes effect at once, at some later turn. */
  files: FileLayer;
  /** From now on no call of this process takes effect or comes back. What it has done stays. */
  kill(): void;
}

type Call = <T>(effect: () => T) => Promise<T>;
type Bytes = Buffer | string;

/**
 * A process that uses a {@link PowerLossDisk}.
 *
 * @param onCall called when a call has taken effect, before the library hears of it
 */
export function processOn(disk: PowerLossDisk, onCall: () => void = () => {}): DiskProcess {
  let killed = false;
  const call: Call = async (effect) => {
    await nextTurn();
    if (killed) return new Promise<never>(() => {});
    const answer = effect();
    onCall();
    return killed ? new Promise<never>(() => {}) : answer;
  };
  return { files: layerOn(disk, call), kill: () => (killed = true) };
}

/** The calls of {@link processOn} for a process that nobody kills. */
export const filesOn = (disk: PowerLossDisk): FileLayer => processOn(disk).files;

function layerOn(disk: PowerLossDisk, call: Call): FileLayer {
  const full = (name: string) => path.resolve(name);
  const open = (name: string, flags: string | number) =>
    disk.isFolder(full(name))
      ? syncable(call, () => disk.beginSync(full(name)))
      : handleOf(disk.openFile(full(name), String(flags)), call, String(flags).startsWith('a'));
  const layer = {
    open: (name: string, flags: string | number = 'r') => call(() => open(name, flags)),
    rename: (from: string, to: string) => call(() => disk.rename(full(from), full(to))),
    readFile: (name: string, as?: unknown) =>
      call(() =>
        as === undefined ? Buffer.from(disk.file(full(name)).content) : textOf(disk.file(full(name))),
      ),
    rm: (name: string, options?: object) => call(() => disk.remove(full(name), options)),
    mkdir: (name: string, { recursive = false } = {}) => call(() => disk.makeFolder(full(name), recursive)),
    readdir: (name: string) => call(() => disk.list(full(name))),
    link: (from: string, to: string) => call(() => disk.link(full(from), full(to))),
    copyFile: (from: string, to: string) => call(() => disk.copy(full(from), full(to))),
    stat: (name: string) => call(() => ({ mtimeMs: 0, size: disk.file(full(name)).content.length })),
    utimes: (name: string) => call(() => void disk.file(full(name))),
    readFileSync: (name: string) => Buffer.from(disk.file(full(name)).content),
    sizeSync: (name: string) => disk.size(full(name)),
  };
  return layer as unknown as FileLayer;
}

const textOf = (file: PowerLossFile): string => file.content.toString('utf8');

const closable = (call: Call) => ({ close: () => call(() => undefined) });

/** What is written before a sync begins is in it, what is written until it ends is not. */
function syncable(call: Call, beginSync: () => () => void): FileHandle {
  const sync = () => call(beginSync());
  return { sync, datasync: sync, ...closable(call) } as unknown as FileHandle;
}

/** An open file with the calls that the library uses. */
function handleOf(file: PowerLossFile, call: Call, appends: boolean): FileHandle {
  let place = 0;
  const write = (bytes: Bytes) => {
    const data = Buffer.from(bytes as Buffer);
    const at = appends ? file.content.length : place;
    file.write(at, data);
    place = at + data.length;
  };
  const handle = {
    ...syncable(call, () => file.beginSync()),
    write: (data: Buffer, from = 0, length = data.length - from) =>
      call(() => {
        write(data.subarray(from, from + length));
        return { bytesWritten: length, buffer: data };
      }),
    writeFile: (data: Bytes) => call(() => write(data)),
    read: (into: Buffer, at: number, length: number, from: number) =>
      call(() => ({ bytesRead: file.content.copy(into, at, from, from + length), buffer: into })),
    truncate: (length = 0) => call(() => file.truncate(length)),
    stat: () => call(() => ({ size: file.content.length })),
  };
  return handle as unknown as FileHandle;
}
