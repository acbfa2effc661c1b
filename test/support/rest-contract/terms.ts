import { expect, it } from 'vitest';
import { z } from 'zod';
import { expectRefusal, expectWrongParam, idsIn, uniqueWord } from './contract-blog.ts';
import type { Api } from './suite.ts';

const termSchema = z.looseObject({ id: z.number(), name: z.string(), slug: z.string(), count: z.number() });

/** Categories and tags. */
export function termContract(api: Api): void {
  making(api);
  listing(api);
}

function making(api: Api): void {
  it('creates a category under another, with 201', async () => {
    const parent = termSchema.parse((await api().post('/categories', { name: uniqueWord() })).body);
    const answer = await api().post('/categories', { name: `  ${uniqueWord()}  `, parent: parent.id });
    expect(answer.status).toBe(201);
    const child = termSchema.parse(answer.body);
    expect(child).toMatchObject({ parent: parent.id, count: 0, taxonomy: 'category' });
    expect(child.name).toBe(child.name.trim());
    expect(child.link).toContain(`/${parent.slug}/${child.slug}/`);
  });

  it('answers term_exists with the id for an equal name under the same parent only', async () => {
    const name = uniqueWord();
    const { id } = termSchema.parse((await api().post('/categories', { name })).body);
    const twin = await api().post('/categories', { name });
    expectRefusal(twin, 400, 'term_exists');
    expect(twin.body).toMatchObject({ data: { status: 400, term_id: id } });
    const elsewhere = await api().post('/categories', { name, parent: id });
    expect(elsewhere.status).toBe(201);
    expect(termSchema.parse(elsewhere.body).slug).not.toBe(name);
    const tag = await api().post('/tags', { name });
    expect(tag.status).toBe(201);
    expect(tag.body).not.toHaveProperty('parent');
    expectRefusal(await api().post('/tags', { name }), 400, 'term_exists');
  });

  it('needs a name and a parent that exists', async () => {
    expectRefusal(await api().post('/categories', {}), 400, 'rest_missing_callback_param');
    const orphan = await api().post('/categories', { name: uniqueWord(), parent: 99999999 });
    expectRefusal(orphan, 400, 'rest_term_invalid');
    expectRefusal(await api().ask('/categories/99999999'), 404, 'rest_term_invalid');
  });
}

function listing(api: Api): void {
  it('counts published posts only', async () => {
    const { id } = termSchema.parse((await api().post('/tags', { name: uniqueWord() })).body);
    await api().createPost({ tags: [id] });
    await api().createPost({ tags: [id], status: 'draft' });
    expect((await api().ask(`/tags/${id}?_fields=count`)).body).toEqual({ count: 1 });
  });

  it('answers a page past the end with an empty list, unlike posts', async () => {
    const answer = await api().ask('/categories?page=999');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual([]);
    expectWrongParam(await api().ask('/tags?per_page=101'), 'per_page', 'rest_out_of_bounds');
  });

  it('finds by name, slug, parent, include and post', async () => {
    const name = uniqueWord();
    const { id } = termSchema.parse((await api().post('/categories', { name })).body);
    const child = termSchema.parse(
      (await api().post('/categories', { name: uniqueWord(), parent: id })).body,
    );
    const post = await api().createPost({ categories: [child.id] });
    const ids = async (query: string) => idsIn(await api().ask(`/categories?${query}`));
    expect(await ids(`search=${name}`)).toEqual([id]);
    expect(await ids(`slug=${name}`)).toEqual([id]);
    expect(await ids(`parent=${id}`)).toEqual([child.id]);
    expect(await ids(`include=${id},${child.id}&orderby=id&order=desc`)).toEqual([child.id, id]);
    expect(await ids(`post=${post.id}`)).toEqual([child.id]);
    expect(await ids(`include=${id}&hide_empty=true`)).toEqual([id]);
    const empty = termSchema.parse((await api().post('/categories', { name: uniqueWord() })).body);
    expect(await ids(`include=${empty.id}&hide_empty=true`)).toEqual([]);
    expect(idsIn(await api().ask(`/posts?categories=${id}`))).toEqual([]);
  });
}
