import { describe, expect, it } from 'vitest';
import { full, start } from './hand-library.ts';

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
