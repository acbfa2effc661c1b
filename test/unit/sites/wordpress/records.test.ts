import { describe, expect, it } from 'vitest';
import { httpResponse } from '../../../../main/net/http-response.ts';
import { commentReader } from '../../../../main/sites/wordpress/comment-api.ts';
import { timeZoneOf } from '../../../../main/sites/wordpress/dates.ts';
import { readPage, readRecord } from '../../../../main/sites/wordpress/records.ts';
import { indexSchema, meSchema, postRecordSchema } from '../../../../main/sites/wordpress/schemas.ts';
import { commentRecord, postRecord } from './records.ts';

const totals = { 'X-WP-Total': '3', 'X-WP-TotalPages': '1' };

function answer(body: unknown, headers: Record<string, string> = totals) {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return httpResponse(200, new URL('https://blog.example/'), new Headers(headers), bytes);
}

describe('a listing', () => {
  it('sets a bad record aside and goes on', () => {
    const bad = commentRecord({ id: 3, author_name: null });
    const page = readPage(answer([commentRecord(), bad, commentRecord({ id: 4 })]), commentReader);
    if (!page.ok) throw new Error(page.error.kind);
    expect(page.value.records.map((comment) => comment.remoteId)).toEqual([2, 4]);
    expect(page.value.rejected).toEqual([
      {
        what: 'comment',
        remoteId: '3',
        problem: expect.stringMatching(/^author_name: .*string/),
        source: JSON.stringify(bad),
      },
    ]);
    expect(page.value).toMatchObject({ total: 3, pages: 1 });
  });

  it.each([
    ['nothing', null, ''],
    ['a word', 'comment', ''],
    ['a list', [], ''],
    ['no id', commentRecord({ id: undefined }), ''],
    ['an id of another kind', commentRecord({ id: 'seven' }), 'seven'],
    ['id 0', commentRecord({ id: 0 }), '0'],
    ['a status of a plugin', commentRecord({ status: 'flagged' }), '2'],
    ['a date that is none', commentRecord({ date_gmt: 'soon' }), '2'],
    ['a content that is text', commentRecord({ content: 'hello' }), '2'],
    ['a parent that is text', commentRecord({ parent: '1' }), '2'],
  ])('sets aside %s', (_, record, remoteId) => {
    const page = readPage(answer([record]), commentReader);
    expect(page).toMatchObject({ ok: true, value: { records: [], rejected: [{ remoteId }] } });
  });

  it('keeps of an endless record only as much as shows what is wrong', () => {
    const page = readPage(answer([commentRecord({ id: 0, link: 'x'.repeat(1_000_000) })]), commentReader);
    if (!page.ok) throw new Error(page.error.kind);
    expect(page.value.rejected[0]?.source).toMatch(/^\{"id":0,/);
    expect(page.value.rejected[0]?.source).toHaveLength(20_001);
  });

  it('sets aside a record that is nested too deep to be written down', () => {
    const depth = 200_000;
    const bytes = new TextEncoder().encode(
      `[{"id":${'['.repeat(depth)}${']'.repeat(depth)}},${JSON.stringify(commentRecord())}]`,
    );
    const response = httpResponse(200, new URL('https://blog.example/'), new Headers(totals), bytes);
    const page = readPage(response, commentReader);
    if (!page.ok) throw new Error(page.error.kind);
    expect(page.value.records).toHaveLength(1);
    expect(page.value.rejected).toMatchObject([{ remoteId: '', source: 'nested too deep' }]);
  });

  it.each([
    ['an object', { code: 'ok' }, totals, 'expected a list'],
    ['no totals', [], {}, 'x-wp-total'],
    ['totals that are no numbers', [], { 'X-WP-Total': 'many', 'X-WP-TotalPages': '1' }, 'x-wp-total'],
  ])('is an error with %s: it cannot be known to be complete', (_, body, headers, code) =>
    expect(readPage(answer(body, headers), commentReader)).toMatchObject({
      ok: false,
      error: { kind: 'server', reason: 'shape', code },
    }),
  );

  it('an alone record of the wrong shape is an error that names the field', () =>
    expect(readRecord(answer(commentRecord({ link: 5 })), commentReader)).toMatchObject({
      error: { reason: 'shape', code: expect.stringMatching(/^comment link: /) },
    }));
});

describe('schemas', () => {
  it('take PHP’s empty list for an empty object', () => {
    const record = postRecord({ title: [], content: [], excerpt: [], _links: [] });
    expect(postRecordSchema.parse(record)).toMatchObject({ title: {}, content: {} });
    const me = { id: 5, username: 'su', name: 'su', roles: [], capabilities: [] };
    expect(meSchema.parse(me).capabilities).toEqual({});
  });

  it.each([
    ['switched on', { 'application-passwords': { endpoints: {} } }, true],
    ['switched off', [], false],
    ['never heard of', undefined, false],
  ])('read application passwords that are %s', (_, authentication, on) => {
    const index = indexSchema.parse({ name: 'B', url: '', home: '', namespaces: [], authentication });
    expect('application-passwords' in index.authentication).toBe(on);
  });
});

describe('timeZoneOf', () => {
  it.each([
    ['Europe/Sofia', 2, 'Europe/Sofia'],
    ['', '5.5', '+05:30'],
    ['', '-3.5', '-03:30'],
    ['', 0, '+00:00'],
    ['', '', '+00:00'],
    ['', 'abc', '+00:00'],
    ['', 12.75, '+12:45'],
    ['Mars/Olympus', -7, '-07:00'],
  ])('%s with offset %s is %s', (name, offset, zone) => expect(timeZoneOf(name, offset)).toBe(zone));
});
