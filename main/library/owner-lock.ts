import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { err, ok, type Result } from '../domain/result.ts';
import { cutShort, type FileLayer, makeFolder, realFiles } from './durable-file.ts';
import { fateOf, type ProcessIdentity, thisProcess } from './owner-process.ts';
import { storageError } from './storage-error.ts';

/*
 * One owner at a time, by a file that names it. Why two can never own:
 *
 * - A lock appears whole, by a hard link of a file that was written before: nobody ever reads half of one, and of
 *   several that link the same name exactly one succeeds.
 * - A lock is changed or removed only by its living owner, or, once its owner is gone, by whoever holds the lock
 *   `<lock>.takeover`, which is taken by these same rules. So between looking again and renaming the new lock over the
 *   dead one, nobody else can touch it. (To remove a dead lock and make a new one, as most lock files do it, lets a
 *   process that judged a moment too early remove the living lock of somebody faster.)
 * - Who dies during a takeover leaves two dead locks; the next one takes over the inner one first.
 *
 * What is gone stays gone, so a judgement never grows old. Only where the system cannot say (macOS, Windows, another
 * machine) is a lock judged by its heartbeat: its time of change has to move while somebody watches. No two clocks
 * are compared, and this machine's sleep stops both.
 */

/** The library is ours until it is given back, or until this process ends in whatever way. */
export interface Ownership {
  /** Never fails: a lock that stays behind belongs to a process that is gone. */
  release(): Promise<void>;
}

/** How often an owner shows that it lives, and for how long a doubtful one is watched. */
const TIMING = { beatMs: 3_000, watchMs: 8_000 };
/** Each further try means that somebody else came or went in between. */
const TRIES = 10;

export const OWNER_FILE = 'owner.json';

/** Locks that this process wrote and no longer holds, although the disk may have refused to remove them. */
const givenUp = new Set<string>();

const ownerSchema = z.object({
  pid: z.int().positive(),
  started: z.string().nullable(),
  boot: z.string().nullable(),
  namespace: z.string().nullable(),
  host: z.string(),
  /** Unlike in any other lock ever written. */
  token: z.string(),
});

interface Contender {
  files: FileLayer;
  here: ProcessIdentity;
  /** What our locks say. */
  text: string;
  watchMs: number;
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? '';

/** Writes a new file whole and durably. */
async function writeNew({ files, text }: Contender, file: string): Promise<void> {
  const handle = await files.open(file, 'wx', 0o600);
  try {
    const bytes = Buffer.from(text);
    await handle.writeFile(bytes);
    const { size } = await handle.stat();
    if (size !== bytes.length) throw cutShort(size, bytes.length);
    await handle.sync(); // a power loss must not leave half of it under its final name
  } catch (error) {
    await files.rm(file, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

/** Writes our lock beside its place and has it put there; nothing else stays behind. */
async function prepared(us: Contender, lock: string, putInPlace: (ready: string) => Promise<void>) {
  const ready = `${lock}.${randomUUID()}.tmp`;
  await writeNew(us, ready);
  try {
    await putInPlace(ready);
  } finally {
    await us.files.rm(ready, { force: true }).catch(() => undefined);
  }
}

/** Makes the lock ours where there is none; false where there is one. */
async function create(us: Contender, lock: string): Promise<boolean> {
  try {
    await prepared(us, lock, (ready) => us.files.link(ready, lock));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error))) throw error;
    // FAT knows no links. There a lock can be seen before it is written; half a lock is watched, never taken at once.
    return writeNew(us, lock).then(
      () => true,
      (failure: unknown) => {
        if (codeOf(failure) === 'EEXIST') return false;
        throw failure;
      },
    );
  }
  return true;
}

interface Look {
  text: string;
  changedMs: number;
}

async function look({ files }: Contender, lock: string): Promise<Look | null> {
  try {
    const { mtimeMs } = await files.stat(lock);
    return { text: await files.readFile(lock, 'utf8'), changedMs: mtimeMs };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The process that a lock names; null for text that no Copydesk has written to its end. */
function ownerIn(text: string): ProcessIdentity | null {
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Whether the lock's owner lives; `changed` if the lock is no longer the one that was seen. */
async function judge(us: Contender, lock: string, seen: Look): Promise<'running' | 'gone' | 'changed'> {
  if (givenUp.has(seen.text)) return 'gone';
  const owner = ownerIn(seen.text);
  const fate = owner ? await fateOf(owner, us.here) : 'unknown';
  if (fate !== 'unknown') return fate;
  const end = performance.now() + us.watchMs;
  while (performance.now() < end) {
    await delay(us.watchMs / 20);
    const now = await look(us, lock);
    if (now?.text !== seen.text) return 'changed';
    if (now.changedMs !== seen.changedMs) return 'running';
  }
  return 'gone';
}

/** Takes the lock; false if a living process holds it or is just taking it. */
async function take(us: Contender, lock: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await create(us, lock)) return true;
    const seen = await look(us, lock);
    if (seen === null) continue;
    const state = await judge(us, lock, seen);
    if (state === 'running') return false;
    if (state === 'changed') continue;
    const takeover = `${lock}.takeover`;
    if (!(await take(us, takeover))) return false;
    try {
      if ((await look(us, lock))?.text !== seen.text) continue; // somebody had taken it over before we could
      await prepared(us, lock, (ready) => us.files.rename(ready, lock));
      return true;
    } finally {
      await us.files.rm(takeover, { force: true }).catch(() => undefined);
    }
  }
  return false;
}

/**
 * Makes this process the only owner of the library in `folder`, which is created if need be.
 * Errors: `storage in-use` if a living process owns it, and `storage full | denied | io`; then nothing was changed.
 *
 * @param until the lock is not touched before this resolves; what has to be done for it begins at once
 */
export async function acquireOwnership(
  folder: string,
  files: FileLayer = realFiles,
  { beatMs, watchMs } = TIMING,
  until: Promise<unknown> = Promise.resolve(),
): Promise<Result<Ownership>> {
  const lock = path.join(folder, OWNER_FILE);
  const made = makeFolder(folder, files);
  made.catch(() => undefined); // is thrown where it is awaited
  const here = await thisProcess();
  const text = `${JSON.stringify({ ...here, token: randomUUID() } satisfies z.infer<typeof ownerSchema>)}\n`;
  const us = { files, here, text, watchMs };
  try {
    await Promise.all([made, until]);
    if (await take(us, lock)) return ok(ownership(us, lock, beatMs));
    return err({ kind: 'storage', reason: 'in-use', file: lock });
  } catch (error) {
    givenUp.add(text); // a call that failed may have put it in its place all the same
    return err(storageError(error, lock));
  }
}

/** Names of locks that are not yet in their places, those of takeovers included. */
const PREPARED = /^owner\.json(\.takeover)*\.[0-9a-f-]{36}\.tmp$/;

/**
 * Removes locks that killed processes have written and never put in their places. Only those of processes known to be
 * gone: a living one may be about to link or rename its own, also while the library is ours, and half a lock, which
 * names nobody, may still be written on. These few bytes stay. Never fails.
 */
export async function removeDeadLocks(folder: string, files: FileLayer): Promise<void> {
  const names = await files.readdir(folder).catch(() => []);
  const here = await thisProcess();
  for (const name of names.filter((each) => PREPARED.test(each))) {
    const file = path.join(folder, name);
    const owner = ownerIn(await files.readFile(file, 'utf8').catch(() => ''));
    if (owner && (await fateOf(owner, here)) === 'gone')
      await files.rm(file, { force: true }).catch(() => undefined);
  }
}

/** Whether there is a lock, of a living owner or a dead one; also where nobody can say. */
export const isOwned = (folder: string, files: FileLayer): Promise<boolean> =>
  files.stat(path.join(folder, OWNER_FILE)).then(
    () => true,
    (error: unknown) => codeOf(error) !== 'ENOENT',
  );

function ownership(us: Contender, lock: string, beatMs: number): Ownership {
  const beat = setInterval(() => {
    const now = new Date();
    us.files.utimes(lock, now, now).catch(() => undefined); // the next beat tries again
  }, beatMs);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      givenUp.add(us.text);
      const now = await look(us, lock).catch(() => null);
      if (now?.text === us.text) await us.files.rm(lock, { force: true }).catch(() => undefined);
    },
  };
}
