// The library changes a post while it is open here: nobody's words are covered.
import { describe, expect, it } from 'vitest';
import { full, start } from './hand-library.ts';

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
