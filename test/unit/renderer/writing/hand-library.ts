import type { AppError } from '../../../../main/domain/app-error.ts';
import { err, ok, type Result } from '../../../../main/domain/result.ts';
import { phaseOf } from '../../../../renderer/features/writing/autosave.ts';
import {
  type Clock,
  createAutosave,
  type Words,
} from '../../../../renderer/features/writing/autosave-loop.ts';

/** What a disk says that has no room. */
export const full: AppError = { kind: 'storage', reason: 'full', file: 'library.json' };

/** A clock that moves only when told. */
function handClock() {
  let now = 0;
  let alarms: { time: number; wake: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    wakeAt: (time, wake) => {
      const alarm = { time, wake };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
      };
    },
  };
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const goTo = async (time: number) => {
    for (;;) {
      const next = alarms.filter((alarm) => alarm.time <= time).sort((a, b) => a.time - b.time)[0];
      if (next === undefined) break;
      now = Math.max(now, next.time);
      alarms = alarms.filter((alarm) => alarm !== next);
      next.wake();
      await settle();
    }
    now = time;
    await settle();
  };
  return { clock, goTo, settle };
}

/** A library of one post whose saves are answered by hand, or at once. */
function handLibrary() {
  const disk = { revision: 1, words: { title: 'T', body: '' } as Words };
  const copies: Words[] = [];
  const seen: { words: Words; expectedRevision: number }[] = [];
  const waiting: (() => void)[] = [];
  const library = { disk, copies, seen, waiting, byHand: false, refuse: null as AppError | null };
  const commit = (words: Words, expected: number): Result<{ revision: number }> => {
    if (library.refuse !== null) return err(library.refuse);
    if (expected !== disk.revision) return err({ kind: 'stale-write', expected, actual: disk.revision });
    disk.revision += 1;
    disk.words = words;
    return ok({ revision: disk.revision });
  };
  const save = (words: Words, expectedRevision: number) => {
    seen.push({ words, expectedRevision });
    if (!library.byHand) return Promise.resolve(commit(words, expectedRevision));
    return new Promise<Result<{ revision: number }>>((resolve) => {
      waiting.push(() => resolve(commit(words, expectedRevision)));
    });
  };
  const keepCopy = async (words: Words) => {
    if (library.refuse !== null) return err(library.refuse);
    copies.push(words);
    return ok({});
  };
  const current = async () => ok({ revision: disk.revision, words: disk.words });
  return { ...library, library, save, keepCopy, current };
}

/** One open post with a clock and a library in the hands of a test. */
export function start() {
  const { clock, goTo, settle } = handClock();
  const post = handLibrary();
  const screen: Words = { title: 'T', body: '' };
  let reads = 0;
  const ports = {
    ...post,
    read: () => {
      reads += 1;
      return { ...screen };
    },
  };
  const autosave = createAutosave(ports, clock, { revision: 1, words: { ...screen } });
  const type = (text: string) => {
    screen.body += text;
    autosave.typed();
  };
  const phase = () => phaseOf(autosave.state());
  return { ...post, autosave, type, phase, goTo, settle, screen, reads: () => reads };
}
