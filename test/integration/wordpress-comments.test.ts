import { describe, expect, it } from 'vitest';
import type { CommentStatus } from '../../main/domain/comment.ts';
import { mayHaveArrived } from '../../main/domain/delivery.ts';
import { createHttp } from '../../main/net/http.ts';
import type { Transport } from '../../main/net/transport.ts';
import type { RemoteComment, SiteClient } from '../../main/sites/site-client.ts';
import { createWordPressClient } from '../../main/sites/wordpress/client.ts';
import { must } from '../support/must.ts';
import { everything } from '../support/site-contract.ts';
import { hostTransport } from '../support/transports.ts';
import { seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';

let wp: WordPress;
let client: SiteClient;

withWordPress((started) => {
  wp = started;
  client = clientOver(hostTransport());
});

const clientOver = (transport: Transport): SiteClient =>
  createWordPressClient({
    http: createHttp({ transport, version: '1' }),
    apiRoot: `${wp.url}/wp-json/`,
    url: wp.url,
    credentials: wp.users.editor,
  });

/** A row of the blog's database as it is there. */
async function row(id: number): Promise<Record<string, string | null>> {
  const [found] = await wp.sql(
    `SELECT comment_author_IP ip, comment_agent agent, comment_date date, comment_date_gmt gmt,
       HEX(comment_content) content, comment_author author, comment_approved approved
     FROM wp_comments WHERE comment_ID = ${id}`,
  );
  if (found === undefined) throw new Error(`No comment ${id}`);
  return found;
}

/** A pending comment of the seeded thread, changed in the database as imports and old plugins leave them. */
async function oddComment(set = ''): Promise<RemoteComment> {
  const thread = await seedThread(wp);
  const id = thread.pending[0]?.id ?? 0;
  if (set !== '') await wp.sql(`UPDATE wp_comments SET ${set} WHERE comment_ID = ${id}`);
  return must(await client.getComment(id));
}

const decide = (comment: RemoteComment, status: CommentStatus) =>
  client.setCommentStatus({
    remoteId: comment.remoteId,
    status,
    authorIp: comment.author.ip,
    authorAgent: comment.author.agent,
    dateGmt: comment.dateGmt,
  });

describe('a decision leaves everything else in the database as it was', () => {
  it.each([
    ['of an ordinary comment', ''],
    ['of a comment by IPv6', "comment_author_IP = '2001:db8:85a3::8a2e:370:7334'"],
    ['of a comment without an address', "comment_author_IP = ''"],
    ['of a comment without an agent', "comment_agent = ''"],
    ['of a comment without both', "comment_author_IP = '', comment_agent = ''"],
    ['of an agent with tags', "comment_agent = 'Robot <b>bold</b>  %20 0'"],
    ['of an agent that PHP takes for nothing', "comment_agent = '0'"],
    ['of a text full of slashes', "comment_content = 'C:\\\\нов\\\\0 ''така'' 😀'"],
    ['of a name with quotes', `comment_author = 'O\\'Hara "Мими" &amp; Co'`],
  ])('%s', async (_, set) => {
    const comment = await oddComment(set);
    const before = await row(comment.remoteId);
    for (const [status, approved] of [
      ['approved', '1'],
      ['spam', 'spam'],
      ['trash', 'trash'],
      ['pending', '0'],
    ] as const) {
      expect(must(await decide(comment, status)).status).toBe(status);
      expect(await row(comment.remoteId)).toEqual({ ...before, approved });
    }
  });

  it('of a comment older than the time zone: the moment stays, the local date follows it', async () => {
    const comment = await oddComment('comment_date_gmt = comment_date');
    const before = await row(comment.remoteId);
    expect(before.gmt).toBe(before.date);
    must(await decide(comment, 'approved'));
    const after = await row(comment.remoteId);
    expect(after.gmt).toBe(before.gmt);
    expect(after.date).not.toBe(before.date);
  });

  it('of something that is no address: it becomes empty, never ours', async () => {
    const comment = await oddComment("comment_author_IP = 'unknown, 10.0.0.1'");
    must(await decide(comment, 'approved'));
    expect(await row(comment.remoteId)).toMatchObject({ ip: '', approved: '1' });
  });

  it('of a visitor’s link: only the mark that WordPress sets at any edit', async () => {
    const link = '<a href="https://example.test/">тук</a>';
    const comment = await oddComment(`comment_content = 'Виж ${link}'`);
    const after = must(await decide(comment, 'approved'));
    expect(after.raw).toBe(`Виж ${link.replace('">', '" rel="nofollow ugc">')}`);
  });
});

describe('odd rows', () => {
  /** Copies the pending comment with one column changed, straight into the database. */
  const copies: readonly (readonly [string, string])[] = [
    ['comment_approved', "'flagged'"],
    ['comment_date_gmt', "'0000-00-00 00:00:00'"],
    ['comment_type', "'note'"],
    ['comment_type', "'order_note'"],
    ['comment_type', "'pingback'"],
    ['comment_parent', '999999'],
    ['comment_post_ID', '999999'],
    ['comment_approved', "'post-trashed'"],
  ];

  it('are set aside or read, and the page goes on', async () => {
    const comment = await oddComment();
    await wp.sql(
      `SET sql_mode = '';
       ${copies
         .map(
           ([column, value], index) => `
         CREATE TEMPORARY TABLE one SELECT * FROM wp_comments WHERE comment_ID = ${comment.remoteId};
         UPDATE one SET comment_ID = ${5000 + index}, ${column} = ${value};
         INSERT INTO wp_comments SELECT * FROM one;
         DROP TEMPORARY TABLE one;`,
         )
         .join('')}
       SELECT 1`,
    );
    const page = must(await client.listComments(1));
    expect(page.rejected).toEqual([
      {
        what: 'comment',
        remoteId: '5000',
        problem: expect.stringMatching(/^status: /),
        source: expect.any(String),
      },
    ]);
    const odd = page.records.filter((one) => one.remoteId >= 5000);
    const seen = odd.map((one) => [one.remoteId, one.type, one.status, one.dateGmt === '']);
    expect(seen).toEqual([
      [5007, 'comment', 'trash', false],
      [5006, 'comment', 'pending', false],
      [5005, 'comment', 'pending', false],
      [5004, 'pingback', 'pending', false],
      [5003, 'order_note', 'pending', false],
      [5001, 'comment', 'pending', true],
    ]);
    expect(page.records.find((one) => one.remoteId === comment.remoteId)).toEqual(comment);
    expect(page.total).toBe(page.records.length + page.rejected.length + 1);
  });

  it('of posts: zero dates are read, a status of a plugin is not listed, and neither stops the page', async () => {
    const { postId } = await seedThread(wp);
    const second = await seedThread(wp, { slug: 'vtora', comments: [] });
    await wp.sql(
      `SET sql_mode = '';
       UPDATE wp_posts SET post_date = 0, post_date_gmt = 0, post_modified = 0, post_modified_gmt = 0
         WHERE ID = ${postId};
       UPDATE wp_posts SET post_status = 'in-progress' WHERE ID = ${second.postId};
       SELECT 1`,
    );
    const posts = await everything((page) => client.listPosts(page));
    const zero = posts.find((post) => post.remoteId === postId);
    expect(zero?.token.modifiedGmt).toBe('');
    expect(posts.some((post) => post.remoteId === second.postId)).toBe(false);
  });
});

describe('an answer that is lost', () => {
  const reply = async (content: string) => {
    const { postId, comments } = await seedThread(wp);
    return { postRemoteId: postId, parentRemoteId: comments[0]?.id ?? 0, content };
  };
  const texts = ['Точно така.', 'Виж <a href="https://example.test/">тук</a>.'];

  /** Ids of our comments that readers or moderators see. */
  async function ourComments(): Promise<(string | null | undefined)[]> {
    const rows = await wp.sql(
      `SELECT comment_ID id FROM wp_comments
       WHERE user_id = ${wp.users.editor.id} AND comment_approved NOT IN ('trash', 'spam')`,
    );
    return rows.map(({ id }) => id);
  }

  it.each(texts)('leaves a reply that is found (%s)', async (content) => {
    const sent = await reply(content);
    wp.faults.next({ method: 'POST' }, { kind: 'drop-after' });
    const lost = await client.createReply(sent);
    expect(lost).toMatchObject({ error: { kind: 'offline', reason: 'dropped' } });
    expect(!lost.ok && mayHaveArrived(lost.error)).toBe(true);
    await wp.faults.settled();
    const found = must(await client.findReply(sent));
    expect(await ourComments()).toEqual([String(found?.remoteId)]);
  });

  // Proxies do this when a connection dies under a request.
  it.each(texts)('makes a proxy send a reply twice: one stays (%s)', async (content) => {
    const sent = await reply(content);
    const twice: Transport = async (request) => {
      if (request.method === 'POST') await hostTransport()(request.clone());
      return hostTransport()(request);
    };
    const made = must(await clientOver(twice).createReply(sent));
    expect(await ourComments()).toEqual([String(made.remoteId)]);
    expect(must(await client.findReply(sent))).toEqual(made);
  });

  it('keeps two replies that differ only in where they link', async () => {
    const sent = await reply('Картата е <a href="https://a.example/1">тук</a>.');
    const first = must(await client.createReply(sent));
    const other = { ...sent, content: 'Картата е <a href="https://b.example/2">тук</a>.' };
    const second = must(await client.createReply(other));
    expect(second.remoteId).not.toBe(first.remoteId);
    expect(await ourComments()).toEqual([String(first.remoteId), String(second.remoteId)]);
  });

  it('leaves a status that is simply sent again', async () => {
    const comment = await oddComment();
    const before = await row(comment.remoteId);
    wp.faults.next({ method: 'POST' }, { kind: 'truncate' });
    expect(await decide(comment, 'approved')).toMatchObject({
      error: { kind: 'server', reason: 'truncated' },
    });
    must(await decide(comment, 'approved'));
    expect(await row(comment.remoteId)).toEqual({ ...before, approved: '1' });
  });
});
