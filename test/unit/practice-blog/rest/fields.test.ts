import { describe, expect, it } from 'vitest';
import { keepFields } from '../../../../main/practice-blog/rest/fields.ts';

const record = { id: 1, title: { raw: 'р', rendered: 'п' }, tags: [7], _links: { self: ['s'], up: ['u'] } };
const keep = (body: unknown, fields: string | undefined, flat = false) =>
  keepFields(body, new Map(fields === undefined ? [] : [['_fields', fields]]), flat);

describe('keepFields', () => {
  it('keeps everything when nothing was asked', () => {
    expect(keep(record, undefined)).toEqual(record);
    expect(keep(record, ' , ')).toEqual(record);
  });

  it('reaches into records, not into lists', () => {
    expect(keep([record], 'id, title.raw')).toEqual([{ id: 1, title: { raw: 'р' } }]);
    expect(keep([record], 'tags.0')).toEqual([{ tags: [7] }]);
  });

  it('prefers the whole to its part', () => {
    expect(keep([record], 'title.raw,title')).toEqual([{ title: record.title }]);
  });

  it('leaves empty lists for nothing', () => {
    expect(keep([record], 'title.nothing')).toEqual([{ title: [] }]);
    expect(keep([record, record], 'nothing')).toEqual([[], []]);
  });

  it('ignores nested names where they are not known, but for links', () => {
    expect(keep([record], 'id,title.raw,_links.self', true)).toEqual([{ id: 1, _links: { self: ['s'] } }]);
  });

  it('gives a single record all its links', () => {
    expect(keep(record, '_links.self')).toEqual({ _links: record._links });
  });
});
