import { ok } from '../../main/domain/result.ts';
import { COLLECTIONS } from '../../main/library/collections.ts';
import type { Library, LibraryOptions } from '../../main/library/library.ts';
import { aPost, someFields } from './builders.ts';
import { must } from './must.ts';
import { openedLibrary } from './open-library.ts';
import { type DiskImage, PowerLossDisk } from './power-loss-disk.ts';
import { filesOn } from './power-loss-files.ts';

export const LONG = 'A text that gets a file of its own. '.repeat(32);
/** Where a library in memory is. */
export const FOLDER = '/library';

/** A library on a disk in memory; whole when the promise resolves. */
export async function inMemory(disk: PowerLossDisk, options?: Partial<LibraryOptions>): Promise<Library> {
  const library = await openedLibrary(FOLDER, filesOn(disk), options);
  must(await library.loaded);
  return library;
}

/**
 * The files of a closed library with everything that there can be: shards of two posts with long texts and of three
 * unsent replies, and a journal in which one reply changed, one came, one went, and a post got other words.
 */
export async function smallLibrary(): Promise<DiskImage> {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  const fields = someFields({ body: LONG, title: 'As on the site' });
  const base = { fields, token: { modifiedGmt: '2026-11-01T08:00:00', revisionId: 3 } };
  const reply = (n: number, content: string) => ({ id: `r${n}`, content, savedAt: '' });
  await library.transact((tx) => {
    tx.put('posts', aPost({ id: 'same', remoteId: 5, fields, base }));
    tx.put('posts', aPost({ id: 'draft', fields: someFields({ body: `${LONG}!` }) }));
    for (const n of [1, 2, 3]) tx.put('replyDrafts', reply(n, 'first'));
    return ok(null);
  });
  await library.compact();
  await library.transact((tx) => ok(tx.put('replyDrafts', reply(2, 'second'))));
  await library.transact((tx) => ok(tx.put('replyDrafts', reply(4, 'first'))));
  await library.transact((tx) => ok(tx.remove('replyDrafts', 'r3')));
  await library.transact((tx) => {
    const post = tx.get('posts', 'draft');
    return ok(post && tx.put('posts', { ...post, fields: { ...post.fields, body: 'Short' }, revision: 2 }));
  });
  await library.close();
  return disk.image();
}

/** The ids of everything in a library. */
export const idsIn = (library: Library): string[] =>
  COLLECTIONS.flatMap((name) => library.all(name).map(({ id }) => `${name} ${id}`)).sort();

/** Everything in a library, as text. */
export const contentsOf = (library: Library): string[] =>
  COLLECTIONS.flatMap((name) => library.all(name).map((record) => JSON.stringify([name, record]))).sort();
