// Files in the places of others while a shard is damaged, for which all of them are searched.
import { expect, onTestFinished, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { openLibrary } from '../../../main/library/library.ts';
import { aComment } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { noBugs } from '../../support/no-bugs.ts';
import { PowerLossDisk } from '../../support/power-loss-disk.ts';
import { filesOn } from '../../support/power-loss-files.ts';
import { FOLDER, inMemory } from '../../support/small-library.ts';
import { at, diskWith, textOf } from './damaged-disk.ts';

const REPLIES = at('replyDrafts/000000.ndjson');
const COMMENTS = at('comments/000000.ndjson');

test('a shard of a newer app is refused as such while another one is damaged, and nothing is changed', async () => {
  const before = new PowerLossDisk();
  const library = await inMemory(before);
  must(
    await library.transact((tx) => {
      tx.put('replyDrafts', { id: 'r1', content: 'first', savedAt: '' });
      return ok(tx.put('comments', aComment()));
    }),
  );
  await library.compact();
  await library.close();
  const newer = textOf(before.image(), COMMENTS).replace('"schema":2', '"schema":3');
  const disk = diskWith(new Map(before.image()).set(COMMENTS, Buffer.from(newer)), REPLIES, 'null');
  const image = disk.image();
  const opened = must(await openLibrary(FOLDER, filesOn(disk), noBugs));
  onTestFinished(() => opened.close());
  expect(await opened.loaded).toEqual({
    ok: false,
    error: { kind: 'storage', reason: 'newer', file: COMMENTS },
  });
  await opened.close();
  expect(disk.image()).toEqual(image);
});

test('records that pass for those of the collection in whose folder they lie go to the one that their file names', async () => {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  // With fields that this app does not know of a contact.
  const contact = { ...{ id: 'site-1', error: null, offlineSince: null }, ...{ content: 'x', savedAt: '' } };
  must(await library.transact((tx) => ok(tx.put('contacts', contact))));
  must(
    await library.transact((tx) => ok(tx.put('replyDrafts', { id: 'r1', content: 'first', savedAt: '' }))),
  );
  await library.compact();
  await library.close();
  const contacts = textOf(disk.image(), at('contacts/000000.ndjson'));
  const moved = await inMemory(
    diskWith(diskWith(disk.image(), REPLIES, contacts).image(), at('contacts/000000.ndjson'), null),
  );
  expect(moved.all('contacts')).toEqual([contact]);
  expect(moved.all('replyDrafts')).toEqual([]);
});
