import { describe, expect, it } from 'vitest';
import {
  decodeSlug,
  toCapabilities,
  toLanguageTag,
  toPostBody,
  toRemoteComment,
  toRemotePost,
  toWordPressStatus,
} from '../../../../main/sites/wordpress/mapper.ts';
import { commentRecordSchema, postRecordSchema } from '../../../../main/sites/wordpress/schemas.ts';
import { commentRecord, postRecord, publicCommentRecord } from './records.ts';

const post = (over: Record<string, unknown> = {}) => toRemotePost(postRecordSchema.parse(postRecord(over)));
const comment = (over: Record<string, unknown> = {}) =>
  toRemoteComment(commentRecordSchema.parse(commentRecord(over)));

describe('toRemotePost', () => {
  it('puts a post into our words', () =>
    expect(post()).toEqual({
      remoteId: 4,
      fields: { title: 'Едно', body: '<p>Две</p>', excerpt: '', slug: 'едно', status: 'publish' },
      token: { modifiedGmt: '2026-11-22T14:55:00Z', revisionId: 7 },
      link: 'https://blog.example/%d0%b5%d0%b4%d0%bd%d0%be/',
      dateGmt: '2026-11-22T14:54:00Z',
      authorId: 1,
      commentsOpen: true,
      rendered: '<p>Две</p>\n',
      editable: true,
    }));

  it('takes what readers see where nothing raw comes, and says that it cannot be edited', () => {
    const title = { rendered: 'Влакове &#8211; &#8222;бавни&#8220; &amp; <em>добри</em>' };
    const read = post({ title, content: { rendered: '<p>Две</p>' }, excerpt: [] });
    expect(read.fields).toMatchObject({
      title: 'Влакове – „бавни“ & добри',
      body: '<p>Две</p>',
      excerpt: '',
    });
    expect(read.editable).toBe(false);
  });

  it('keeps an empty body editable', () =>
    expect(post({ content: { raw: '', rendered: '' } }).editable).toBe(true));

  it('makes a status of a plugin a draft to read', () => {
    const read = post({ status: 'in-progress' });
    expect(read.fields.status).toBe('draft');
    expect(read.editable).toBe(false);
  });

  it.each([
    ['an empty list of links', { _links: [] }],
    ['no links at all', { _links: undefined }],
    ['other links only', { _links: { self: [{ href: 'x' }] } }],
  ])('knows no revision with %s', (_, over) => expect(post(over).token.revisionId).toBeNull());

  it('counts comments as closed unless they are open', () => {
    expect(post({ comment_status: 'closed' }).commentsOpen).toBe(false);
    expect(post({ comment_status: undefined }).commentsOpen).toBe(false);
  });
});

describe('dates', () => {
  it.each([
    ['2026-11-22T14:54:00', '2026-11-22T14:54:00Z'],
    ['2026-11-22T14:54:00Z', '2026-11-22T14:54:00Z'],
    ['2026-11-22T16:54:00+02:00', '2026-11-22T14:54:00Z'],
    ['-0001-11-30T00:00:00', ''],
    ['0000-00-00T00:00:00', ''],
    [null, ''],
    ['', ''],
  ])('%s is %s', (sent, kept) => expect(post({ date_gmt: sent }).dateGmt).toBe(kept));

  it.each(['yesterday', '2026-13-45T00:00:00', 5])('%s is refused', (date_gmt) =>
    expect(postRecordSchema.safeParse(postRecord({ date_gmt })).success).toBe(false),
  );
});

describe('decodeSlug', () => {
  it.each([
    ['hello-world', 'hello-world'],
    ['', ''],
    ['%d0%b2%d0%bb%d0%b0%d0%ba-2', 'влак-2'],
    ['%d0%b2%d0', '%d0%b2%d0'],
    ['100%', '100%'],
  ])('%s is %s', (sent, decoded) => expect(decodeSlug(sent)).toBe(decoded));
});

describe('toPostBody', () => {
  it('sends only what was given, under their names', () => {
    expect(toPostBody({ body: 'Две', slug: '' })).toEqual({ content: 'Две', slug: '' });
    expect(toPostBody({ title: 'Едно', excerpt: 'Три', status: 'pending' })).toEqual({
      title: 'Едно',
      excerpt: 'Три',
      status: 'pending',
    });
    expect(toPostBody({})).toEqual({});
  });
});

describe('toRemoteComment', () => {
  it('puts a comment into our words', () =>
    expect(comment()).toEqual({
      remoteId: 2,
      postRemoteId: 4,
      parentRemoteId: 0,
      type: 'comment',
      author: {
        userId: 0,
        name: 'Йордан',
        email: 'y@poshta.example',
        url: '',
        ip: '198.51.100.24',
        agent: 'Mozilla/5.0 (X11; Linux x86_64)',
      },
      dateGmt: '2026-11-17T05:41:00Z',
      raw: 'Благодаря!',
      rendered: '<p>Благодаря!</p>\n',
      link: 'https://blog.example/?p=4#comment-2',
      status: 'pending',
    }));

  it.each([
    ['hold', 'pending'],
    ['approved', 'approved'],
    ['spam', 'spam'],
    ['trash', 'trash'],
    ['post-trashed', 'trash'],
  ])('reads %s as %s', (sent, ours) => expect(comment({ status: sent }).status).toBe(ours));

  it('writes hold for pending and never the read filter’s approve', () => {
    expect(toWordPressStatus('pending')).toBe('hold');
    expect(toWordPressStatus('approved')).toBe('approved');
    expect(toWordPressStatus('spam')).toBe('spam');
    expect(toWordPressStatus('trash')).toBe('trash');
  });

  it('leaves empty what we may not see', () => {
    const read = toRemoteComment(commentRecordSchema.parse(publicCommentRecord()));
    expect(read.raw).toBe('');
    expect(read.author).toMatchObject({ email: '', ip: '', agent: '' });
  });

  it('reads names as text', () =>
    expect(comment({ author_name: 'Tom &amp; <b>Jerry</b>' }).author.name).toBe('Tom & Jerry'));

  it('keeps undecodable bytes as the site shows them, and types of plugins', () => {
    expect(comment({ content: { raw: '?????? ?', rendered: '<p>?????? ?</p>' } }).raw).toBe('?????? ?');
    expect(comment({ type: 'order_note' }).type).toBe('order_note');
  });
});

describe('toCapabilities', () => {
  it('reads what we look at, in all of PHP’s forms of yes', () =>
    expect(
      toCapabilities({
        edit_posts: true,
        publish_posts: 1,
        edit_others_posts: '1',
        edit_published_posts: '0',
        moderate_comments: false,
        level_0: true,
      }),
    ).toEqual({
      writePosts: true,
      publishPosts: true,
      editOthersPosts: true,
      editPublishedPosts: false,
      moderateComments: false,
      unfilteredHtml: false,
    }));
});

describe('toLanguageTag', () => {
  it.each([
    ['bg_BG', 'bg-BG'],
    ['bg-BG', 'bg-BG'],
    ['bg', 'bg'],
    ['en_US', 'en-US'],
    ['', 'en-US'],
    ['de_DE_formal', 'de-DE'],
    ['sr_Latn_RS', 'sr-Latn-RS'],
    ['es_419', 'es-419'],
    ['<script>', 'en-US'],
  ])('%s is %s', (locale, tag) => expect(toLanguageTag(locale)).toBe(tag));
});
