import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../../main/domain/app-error.ts';
import { err, ok, type Result } from '../../../../main/domain/result.ts';
import { phaseOf } from '../../../../renderer/features/writing/autosave.ts';
import {
  type Clock,
  createAutosave,
  type Words,
} from '../../../../renderer/features/writing/autosave-loop.ts';

const full: AppError = { kind: 'storage', reason: 'full', file: 'library.json' };

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

function start() {
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

describe('saving by itself', () => {
  it('reads and saves once per pause, on top of the revision before', async () => {
    const { type, goTo, seen, disk, phase, reads } = start();
    type('a');
    await goTo(300);
    type('b');
    await goTo(999);
    expect(seen).toEqual([]);
    await goTo(1000);
    expect(seen).toEqual([{ words: { title: 'T', body: 'ab' }, expectedRevision: 1 }]);
    expect([disk.words.body, phase(), reads()]).toEqual(['ab', 'saved', 1]);
    type('c');
    await goTo(3000);
    expect(seen[1]?.expectedRevision).toBe(2);
  });

  it('saves at least every 5 s while typing goes on', async () => {
    const { type, goTo, seen } = start();
    for (let time = 0; time <= 12_000; time += 100) {
      await goTo(time);
      type('x');
    }
    expect(seen.length).toBe(2);
  });

  it('keeps one save in flight and saves the newer words after it', async () => {
    const { type, goTo, library, waiting, seen, phase, settle, disk } = start();
    library.byHand = true;
    type('a');
    await goTo(700);
    type('b');
    await goTo(9000);
    expect(seen.length).toBe(1);
    waiting.shift()?.();
    await settle();
    expect(phase()).toBe('typing');
    await goTo(9001);
    expect(seen.length).toBe(2);
    waiting.shift()?.();
    await settle();
    expect([phase(), disk.words.body]).toEqual(['saved', 'ab']);
  });
});

describe('a disk that refuses', () => {
  it('keeps the words, tries every 2 s and saves all of them in the end', async () => {
    const { type, goTo, library, seen, phase, disk, autosave } = start();
    library.refuse = full;
    type('a');
    await goTo(700);
    expect(phase()).toBe('failed');
    expect(autosave.state().failure?.error).toEqual(full);
    type('b');
    await goTo(2600);
    expect(seen.length).toBe(1);
    await goTo(6800);
    expect(seen.length).toBe(4);
    library.refuse = null;
    await goTo(8700);
    expect([phase(), disk.words.body]).toEqual(['saved', 'ab']);
  });
});

describe('a library that moved on', () => {
  it('saves on top and keeps the version that nobody here has seen as a draft', async () => {
    const { type, goTo, disk, copies, phase } = start();
    disk.revision = 7;
    disk.words = { title: 'T', body: 'from the site' };
    type('mine');
    await goTo(700);
    expect(copies).toEqual([{ title: 'T', body: 'from the site' }]);
    expect([disk.words.body, disk.revision, phase()]).toEqual(['mine', 8, 'saved']);
  });

  it('keeps no copy where only the revision moved', async () => {
    const { type, goTo, disk, copies } = start();
    disk.revision = 7;
    type('mine');
    await goTo(700);
    expect([copies.length, disk.words.body]).toEqual([0, 'mine']);
  });

  it('covers nothing if the copy cannot be kept', async () => {
    const { autosave, type, settle, library, disk, phase } = start();
    disk.revision = 7;
    disk.words = { title: 'T', body: 'from the site' };
    type('mine');
    library.byHand = true;
    const flushed = autosave.flush();
    library.waiting.shift()?.();
    library.refuse = full;
    await settle();
    expect(await flushed).toBe(false);
    expect([disk.words.body, phase()]).toEqual(['from the site', 'failed']);
  });
});

describe('versions learnt from the library', () => {
  const theirs = { title: 'T', body: 'pulled' };

  it('shows a newer one while nothing is unsaved, and builds on it', async () => {
    const { autosave, type, goTo, seen, screen } = start();
    expect(autosave.learn({ revision: 5, words: theirs })).toBe(true);
    screen.body = 'pulled';
    type('!');
    await goTo(700);
    expect(seen[0]).toEqual({ words: { title: 'T', body: 'pulled!' }, expectedRevision: 5 });
  });

  it('ignores one that is not newer, and one that our own save made', async () => {
    const { autosave, type, goTo, settle, library } = start();
    expect(autosave.learn({ revision: 1, words: theirs })).toBe(false);
    library.byHand = true;
    type('a');
    await goTo(700);
    expect(autosave.learn({ revision: 2, words: { title: 'T', body: 'a' } })).toBe(false);
    library.waiting.shift()?.();
    await settle();
    expect(autosave.learn({ revision: 2, words: { title: 'T', body: 'a' } })).toBe(false);
    expect(autosave.learn({ revision: 1, words: { title: 'T', body: '' } })).toBe(false);
  });

  it('never covers unsaved words', () => {
    const { autosave, type } = start();
    type('a');
    expect(autosave.learn({ revision: 5, words: theirs })).toBe(false);
  });
});

describe('closing', () => {
  it('waits for the save on its way and for the words typed meanwhile', async () => {
    const { autosave, type, goTo, library, settle, disk } = start();
    library.byHand = true;
    type('a');
    await goTo(700);
    type('b');
    const flushed = autosave.flush();
    library.waiting.shift()?.();
    await settle();
    library.waiting.shift()?.();
    expect(await flushed).toBe(true);
    expect(disk.words.body).toBe('ab');
  });

  it('says so when the disk refuses', async () => {
    const { autosave, type, library } = start();
    library.refuse = full;
    type('a');
    expect(await autosave.flush()).toBe(false);
  });

  it('has nothing to do when all is saved, and stops its clock', async () => {
    const { autosave, type, goTo, seen } = start();
    expect(await autosave.flush()).toBe(true);
    autosave.stop();
    type('a');
    await goTo(60_000);
    expect(seen).toEqual([]);
  });
});
