import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { markRemoved } from '../../../main/revisions/follow-their-posts.ts';
import { tidyUp } from '../../../main/services/housekeeping.ts';
import { aPost, aRevision, aSite, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { fc, forAll } from '../../support/property.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { reopened } from './losing.ts';
import { DAY } from './writing.ts';

const WRITTEN = '2026-12-01T10:00:00.000Z';

interface Written {
  versions: number;
  /** The author removed it. */
  removed: boolean;
  /** Whether the line of the post, and that of each version, is damaged. */
  damaged: boolean;
  damagedVersions: boolean[];
}

/** Cuts the lines of these records short. */
async function cut(folder: string, collection: string, ids: ReadonlySet<string>): Promise<void> {
  const file = path.join(folder, collection, '000000.ndjson');
  const lines = (await readFile(file, 'utf8')).split('\n');
  const idOf = (line: string) => /"r":\{"id":"([^"]+)"/.exec(line)?.[1] ?? '';
  await writeFile(file, lines.map((line) => (ids.has(idOf(line)) ? line.slice(0, 30) : line)).join('\n'));
}

const idsOf = (post: number, { versions }: Written) =>
  Array.from({ length: versions }, (_, n) => `post-${post}-version-${n}`);

/** A library of real files with these posts, damaged as they say. */
async function damaged(posts: readonly Written[]): Promise<string> {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  await library.transact((tx) => {
    tx.put('sites', aSite());
    posts.forEach((written, n) => {
      const id = `post-${n}`;
      const status = written.removed ? ('trash' as const) : ('draft' as const);
      tx.put('posts', aPost({ id, fields: someFields({ status }), editedAt: WRITTEN }));
      for (const version of idsOf(n, written)) tx.put('revisions', aRevision({ id: version, postId: id }));
      if (written.removed) markRemoved(tx, id, WRITTEN);
    });
    // Something stays in each file.
    tx.put('posts', aPost({ id: 'other' }));
    tx.put('revisions', aRevision({ id: 'other', postId: 'other' }));
    return ok(null);
  });
  await library.compact();
  await library.close();
  const lost = posts.flatMap(({ damaged }, n) => (damaged ? `post-${n}` : []));
  await cut(folder, 'posts', new Set(lost));
  const versions = posts.flatMap((post, n) => idsOf(n, post).filter((_, at) => post.damagedVersions[at]));
  await cut(folder, 'revisions', new Set(versions));
  return folder;
}

test('whatever is damaged, what is left of a post is never let go before somebody has decided', async () => {
  const posts = fc.array(
    fc.record({
      ...{ versions: fc.nat(3), removed: fc.boolean(), damaged: fc.boolean() },
      damagedVersions: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const check = async (written: readonly Written[]) => {
    const desk = await reopened(await damaged(written), WRITTEN);
    const left = (n: number, post: Written) => idsOf(n, post).filter((_, at) => !post.damagedVersions[at]);
    const lost = written.flatMap((post, n) =>
      post.damaged && !post.removed && left(n, post).length > 0 ? `post-${n}` : [],
    );
    const told = async () => (await desk.lost()).map(({ postId }) => postId).sort();
    expect(await told()).toEqual(lost);
    for (const days of [31, 1, 300, 1]) {
      desk.clock.advance(days * DAY);
      await tidyUp(desk.library, desk.clock);
    }
    expect(await told()).toEqual(lost);
    expect((await desk.bringBack()).map(({ postId }) => postId).sort()).toEqual(lost);
    expect(await told()).toEqual([]);
    for (const postId of lost) {
      const versions = must(await desk.service.list({ postId }));
      const n = Number(postId.slice('post-'.length));
      expect(versions.map(({ id }) => id).sort()).toEqual(written[n] ? left(n, written[n]) : []);
      expect(desk.post(postId)?.fields).toEqual(someFields());
    }
    // Of what its author had removed nothing stays, whether or not damage took it.
    const removed = written.flatMap(({ removed }, n) => (removed ? `post-${n}` : []));
    expect(desk.library.all('revisions').filter(({ postId }) => removed.includes(postId))).toEqual([]);
    await desk.library.close();
  };
  await forAll(posts, check, 25);
});
