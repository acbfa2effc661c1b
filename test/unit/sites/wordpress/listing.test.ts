import { describe, expect, it } from 'vitest';
import { createHttp } from '../../../../main/net/http.ts';
import { createWordPressClient } from '../../../../main/sites/wordpress/client.ts';
import { json, refusal, type Scripted, scriptedTransport } from '../../../support/transports.ts';
import { commentRecord, postRecord, publicCommentRecord } from './records.ts';

const totals = (total: number) => ({
  headers: { 'X-WP-Total': String(total), 'X-WP-TotalPages': String(Math.ceil(total / 100)) },
});

function open(answers: Scripted[], apiRoot = 'https://blog.example/wp-json/') {
  const { transport, requests } = scriptedTransport(...answers);
  const credentials = { login: 'mila', password: 'x' };
  const http = createHttp({ transport, version: '1' });
  const client = createWordPressClient({ http, apiRoot, url: 'https://blog.example', credentials });
  return { client, asked: () => requests.map((request) => new URL(request.url).searchParams) };
}

const readable = (over: Record<string, unknown>) =>
  postRecord({ title: { rendered: 'Ред' }, content: { rendered: '<p>Ред</p>' }, excerpt: [], ...over });

describe('listPosts', () => {
  it('asks once where every post may be edited', async () => {
    const { client, asked } = open([json([postRecord()], totals(1))]);
    expect(await client.listPosts(1)).toMatchObject({ ok: true, value: { total: 1, pages: 1 } });
    expect(asked().map((query) => query.get('context'))).toEqual(['edit']);
    const fields = asked()[0]?.get('_fields')?.split(',');
    expect(fields).toContain('_links.predecessor-version');
    expect(fields).not.toContain('_links');
  });

  it('puts what may be edited and what may be read together, each post once', async () => {
    const own = postRecord({ id: 8 });
    const broken = postRecord({ id: 6, author: 'me' });
    const { client, asked } = open([
      json([own, broken], totals(5)),
      json(
        [readable({ id: 9 }), readable({ id: 8 }), readable({ id: 6 }), readable({ id: 4, slug: 5 })],
        totals(5),
      ),
    ]);
    const page = await client.listPosts(1);
    if (!page.ok) throw new Error(page.error.kind);
    expect(page.value.records.map((post) => [post.remoteId, post.editable])).toEqual([
      [9, false],
      [8, true],
    ]);
    expect(page.value.rejected.map((record) => record.remoteId)).toEqual(['6', '4']);
    expect(page.value).toMatchObject({ total: 5, pages: 1 });
    expect(asked().map((query) => query.get('context'))).toEqual(['edit', 'view']);
  });

  it('reads what is public where nothing may be written', async () => {
    const { client, asked } = open([
      refusal(400, 'rest_invalid_param', { params: { status: 'forbidden' } }),
      json([readable({ id: 4 })], totals(1)),
    ]);
    expect(await client.listPosts(1)).toMatchObject({ value: { records: [{ editable: false }] } });
    expect(asked()[1]?.get('status')).toBe('publish');
  });

  it('is an error when the second half fails: a short page would look like deleted posts', async () => {
    const { client } = open([json([], totals(3)), 'net::ERR_CONNECTION_RESET']);
    expect(await client.listPosts(1)).toMatchObject({ ok: false, error: { kind: 'offline' } });
  });

  it('does not take a refusal on a page that exists for the end', async () => {
    const refused = refusal(400, 'rest_invalid_param', { params: { per_page: 'too many' } });
    const { client } = open([refused, new Response(null, totals(400))]);
    expect(await client.listPosts(3)).toMatchObject({ ok: false, error: { field: 'per_page' } });
  });

  it('stops when it is told to', async () => {
    const { client } = open([() => new Promise(() => undefined)]);
    expect(await client.listPosts(1, AbortSignal.abort())).toMatchObject({ error: { kind: 'offline' } });
  });
});

describe('listComments', () => {
  it('asks for everything, and narrows down as far as it is refused', async () => {
    const { client, asked } = open([
      refusal(403, 'rest_forbidden_context'),
      refusal(403, 'rest_forbidden_param'),
      json([publicCommentRecord()], totals(1)),
    ]);
    expect(await client.listComments(1)).toMatchObject({
      value: { records: [{ raw: '', status: 'approved' }] },
    });
    const scopes = asked().map((query) => ['context', 'status', 'type'].map((name) => query.get(name)));
    expect(scopes).toEqual([
      ['edit', 'any', 'all'],
      ['view', null, 'all'],
      ['view', null, null],
    ]);
    for (const query of asked()) expect(query.get('_fields')).not.toMatch(/_links|avatar|content\./);
  });

  it('does not narrow down for another refusal', async () => {
    const { client } = open([refusal(403, 'rest_cannot_read')]);
    expect(await client.listComments(1)).toMatchObject({ error: { code: 'rest_cannot_read' } });
  });

  it('leaves out the notes that editors write on blocks', async () => {
    const records = [commentRecord({ id: 3, type: 'note' }), commentRecord()];
    const { client } = open([json(records, totals(2))]);
    expect(await client.listComments(1)).toMatchObject({ value: { records: [{ remoteId: 2 }], total: 2 } });
  });
});

describe('a REST root without pretty links', () => {
  it('carries the route in the query', async () => {
    const { client, asked } = open([json(postRecord())], 'https://blog.example/?rest_route=/');
    await client.getPost(4);
    expect(asked()[0]?.get('rest_route')).toBe('/wp/v2/posts/4');
    expect(asked()[0]?.get('context')).toBe('edit');
  });
});

describe('authorNames', () => {
  it.each([
    ['hides its users', refusal(401, 'rest_user_cannot_view')],
    ['has no such route', refusal(404, 'rest_no_route')],
    ['answers with something else', json({ users: [] })],
  ])('is empty where the blog %s', async (_, answer) =>
    expect(await open([answer]).client.authorNames([1])).toEqual({ ok: true, value: new Map() }),
  );

  it('asks a hundred at a time and says when the network is gone', async () => {
    const ids = Array.from({ length: 150 }, (_, index) => index + 1);
    const { client, asked } = open([
      json([{ id: 1, name: 'Tom &amp; Jerry' }]),
      json([{ id: 150, name: 'Ива' }]),
    ]);
    expect(await client.authorNames(ids)).toEqual({
      ok: true,
      value: new Map([
        [1, 'Tom & Jerry'],
        [150, 'Ива'],
      ]),
    });
    expect(asked().map((query) => query.get('include')?.split(',').length)).toEqual([100, 50]);
    expect(await open(['net::ERR_INTERNET_DISCONNECTED']).client.authorNames([1])).toMatchObject({
      ok: false,
    });
  });
});
