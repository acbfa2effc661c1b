import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../../main/search/database.ts';
import { IndexReader } from '../../../main/search/index-reader.ts';
import { IndexWriter } from '../../../main/search/index-writer.ts';
import type { CommentSource, FindRequest, PostSource } from '../../../main/search/protocol.ts';
import { tempFolder } from '../../support/temp-folder.ts';

export const aPostSource = (over: Partial<PostSource> = {}): PostSource => ({
  kind: 'post',
  ...{ id: 'post-1', siteId: 'site-1', siteLanguage: 'bg-BG', remoteId: 5, status: 'publish' },
  ...{
    title: 'Кафе на гара Септември',
    body: '<p>Кафето е същото.</p>',
    excerpt: '',
    slug: '',
    author: 'Мила',
  },
  date: '2026-11-02T08:00:00Z',
  ...over,
});

export const aCommentSource = (over: Partial<CommentSource> = {}): CommentSource => ({
  kind: 'comment',
  ...{
    id: 'site-1/7',
    siteId: 'site-1',
    siteLanguage: 'bg-BG',
    remoteId: 7,
    postRemoteId: 5,
    parentRemoteId: 0,
    isPing: false,
  },
  ...{ author: 'Йордан Вълчев', email: 'Valchev@poshta.example', status: 'pending' },
  text: '<p>Благодаря за уточнението!</p>',
  date: '2026-11-17T05:41:00Z',
  ...over,
});

/** An index on a real file, without a thread around it. */
export async function anIndex() {
  const db = openDatabase(path.join(await tempFolder(), 'index.sqlite'), 'library-1', { DatabaseSync });
  onTestFinished(() => db.close());
  const reader = new IndexReader(db);
  const writer = new IndexWriter(db);
  const find = (request: FindRequest) => {
    writer.flush();
    return reader.find(request);
  };
  return { db, reader, writer, find };
}
