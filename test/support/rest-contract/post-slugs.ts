import { expect, it } from 'vitest';
import { idsIn, uniqueWord } from './contract-blog.ts';
import type { Api } from './suite.ts';

/** How addresses come about, and the lookup that makes creating safe to repeat. */
export function postSlugContract(api: Api): void {
  wishes(api);
  cyrillic(api);
}

function wishes(api: Api): void {
  it('gives a draft no slug, but says which it would get', async () => {
    const word = uniqueWord();
    const post = await api().createPost({ title: `${word} Two`, status: 'draft' });
    expect(post).toMatchObject({ slug: '', generated_slug: `${word}-two` });
    expect(post.link).toBe(`${api().blog.url}/?p=${post.id}`);
  });

  it('makes the slug when the post comes out', async () => {
    const word = uniqueWord();
    const { id } = await api().createPost({ title: word, status: 'draft' });
    const out = await api().changePost(id, { status: 'publish' });
    expect(out).toMatchObject({ slug: word, link: `${api().blog.url}/${word}/` });
    expect(await api().changePost(id, { title: 'друго заглавие' })).toMatchObject({ slug: word });
  });

  it('makes repeated slugs unique, drafts included', async () => {
    const slug = uniqueWord();
    const made = [];
    for (const status of ['publish', 'draft', 'publish'])
      made.push((await api().createPost({ slug, status })).slug);
    expect(made).toEqual([slug, `${slug}-2`, `${slug}-3`]);
  });

  it('finds a draft by the slug it was created with, and lets it change to the real one', async () => {
    const key = `copydesk-${uniqueWord()}`;
    const { id } = await api().createPost({ title: 'Първа стъпка', slug: key, status: 'draft' });
    expect(idsIn(await api().ask(`/posts?slug=${key}&status=any&context=edit`))).toEqual([id]);
    const slug = uniqueWord();
    const out = await api().changePost(id, { slug, status: 'publish' });
    expect(out).toMatchObject({ id, slug, status: 'publish' });
    expect(idsIn(await api().ask(`/posts?slug=${key}&status=any`))).toEqual([]);
  });

  it('makes the slug anew from the title when it is emptied', async () => {
    const word = uniqueWord();
    const { id } = await api().createPost({ title: word, slug: uniqueWord() });
    expect((await api().changePost(id, { slug: '' })).slug).toBe(word);
  });

  it('never makes a slug of digits alone', async () => {
    const number = String(Date.now() * 100 + Math.floor(Math.random() * 100));
    expect((await api().createPost({ title: number })).slug).toBe(`${number}-2`);
  });

  it('makes slugs of Latin letters as WordPress does', async () => {
    const word = uniqueWord();
    const { slug } = await api().createPost({
      title: `${word} Q & A: “Why?” – it's <em>é</em> 5×5 (e.g. a/b)_c`,
    });
    expect(slug).toBe(`${word}-q-a-why-its-e-5x5-e-g-a-b_c`);
  });
}

function cyrillic(api: Api): void {
  it('keeps Cyrillic slugs percent-encoded and finds them decoded', async () => {
    const word = uniqueWord();
    const { id, slug, generated_slug } = await api().createPost({ title: `Хей Ти, Свят! ${word}` });
    const readable = `хей-ти-свят-${word}`;
    expect(slug).toBe(encodeURIComponent(readable).toLowerCase());
    expect(generated_slug).toBe(readable);
    expect(idsIn(await api().ask(`/posts?slug=${encodeURIComponent(readable)}`))).toEqual([id]);
    expect(idsIn(await api().ask(`/posts?slug=${encodeURIComponent(slug)}`))).toEqual([id]);
  });

  it('cuts slugs to 200 encoded bytes between letters, also when it must count', async () => {
    const title = `${uniqueWord()} ${'дългозаглавие'.repeat(6)}`;
    const [first, second] = [await api().createPost({ title }), await api().createPost({ title })];
    for (const { slug } of [first, second]) {
      expect(slug.length).toBeLessThanOrEqual(200);
      expect(() => decodeURIComponent(slug)).not.toThrow();
    }
    expect(second.slug).toMatch(/-2$/);
  });
}
