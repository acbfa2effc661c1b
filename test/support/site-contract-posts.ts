import { expect, it } from 'vitest';
import type { PostFields } from '../../main/domain/post.ts';
import { must } from './must.ts';
import { everything, type Role, type Scene, unique } from './site-contract.ts';

const draft = (over: Partial<PostFields> = {}): PostFields => ({
  title: unique('Кафе на гара Септември'),
  body: '<!-- wp:paragraph -->\n<p>Кафето е „същото“ — 2 &lt; 3 😀</p>\n<!-- /wp:paragraph -->',
  excerpt: 'Кратко.',
  slug: '',
  status: 'draft',
  ...over,
});

/** What a {@link SiteClient} promises about posts. */
export function postContract(role: Role, scene: () => Scene): void {
  creating(role, scene);
  updating(role, scene);
  finding(scene);
  listing(role, scene);
}

function creating(role: Role, scene: () => Scene): void {
  it('creates a draft exactly as given and reads it back', async () => {
    const { client } = scene();
    const fields = draft();
    const made = must(await client.createPost(fields));
    expect(made.fields).toEqual(fields);
    expect(made).toMatchObject({ editable: true, authorId: must(await client.identify()).user.id });
    expect(made.token.modifiedGmt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(made.rendered).toContain('Кафето е');
    expect(must(await client.getPost(made.remoteId))).toEqual(made);
  });

  it('publishes what the role may publish', async () => {
    const { client } = scene();
    const made = await client.createPost(draft({ status: 'publish' }));
    if (role === 'contributor') {
      expect(made).toMatchObject({ ok: false, error: { kind: 'forbidden', code: 'rest_cannot_publish' } });
      return;
    }
    expect(must(made)).toMatchObject({ fields: { status: 'publish' }, commentsOpen: true });
    expect(must(made).fields.slug).not.toBe('');
    expect(must(made).link).toMatch(/^https?:/);
  });

  it('repairs a lone surrogate instead of losing the post', async () => {
    const made = must(await scene().client.createPost(draft({ title: 'Половин \ud83d емоджи' })));
    expect(made.fields.title).toBe('Половин \ufffd емоджи');
  });

  it('never schedules without a date, which would publish at once', async () => {
    const { client } = scene();
    const error = { kind: 'validation', field: 'status', reason: 'malformed' };
    expect(await client.createPost(draft({ status: 'future' }))).toMatchObject({ error });
    const made = must(await client.createPost(draft()));
    expect(await client.updatePost(made.remoteId, { status: 'future' })).toMatchObject({ error });
    expect(must(await client.getPost(made.remoteId)).fields.status).toBe('draft');
  });
}

function updating(role: Role, scene: () => Scene): void {
  it('changes only what is sent, and the token moves', async () => {
    const { client } = scene();
    const made = must(await client.createPost(draft()));
    const body = '<p>Друго.</p>';
    const once = must(await client.updatePost(made.remoteId, { body }));
    expect(once.fields).toEqual({ ...made.fields, body });
    expect(once.token).not.toEqual(made.token);
    expect(once.token.revisionId).toEqual(expect.any(Number));
    const twice = must(await client.updatePost(made.remoteId, { body: '<p>Трето.</p>' }));
    expect(twice.token.revisionId).not.toBe(once.token.revisionId);
    expect(must(await client.getPost(made.remoteId))).toEqual(twice);
  });

  it('gives a draft its slug and status', async () => {
    const { client } = scene();
    const made = must(await client.createPost(draft()));
    const slug = `кафе-${made.remoteId}`;
    const status = role === 'contributor' ? 'pending' : 'publish';
    const done = must(await client.updatePost(made.remoteId, { slug, status }));
    // A contributor's post loses its slug when it is handed in: only editors may choose one.
    expect(done.fields).toMatchObject({ status, slug: role === 'contributor' ? '' : slug });
  });

  it('says what the role may not change', async () => {
    const { client, postId } = scene();
    const answer = await client.updatePost(postId, { title: unique('Чужда статия') });
    if (role === 'administrator' || role === 'editor') expect(answer.ok).toBe(true);
    else expect(answer).toMatchObject({ error: { kind: 'forbidden', code: 'rest_cannot_edit' } });
  });

  it('knows a post that is gone', async () => {
    const { client, owner } = scene();
    const { remoteId } = must(await client.createPost(draft()));
    const query = { force: 'true' };
    must(await owner.call({ method: 'DELETE', route: `wp/v2/posts/${remoteId}`, query }));
    const gone = { ok: false, error: { kind: 'not-found', what: 'post', id: String(remoteId) } };
    expect(await client.getPost(remoteId)).toEqual(gone);
    expect(await client.updatePost(remoteId, { title: 'x' })).toEqual(gone);
    expect(await client.trashPost(remoteId)).toEqual({ ok: true, value: undefined });
  });
}

function finding(scene: () => Scene): void {
  it('finds a post by its slug, and the ones that had to be numbered, also in the trash', async () => {
    const { client } = scene();
    const slug = `copydesk-${unique('x').replaceAll(' ', '-')}`;
    expect(must(await client.findPostsBySlug(slug))).toEqual([]);
    const first = must(await client.createPost(draft({ slug })));
    const second = must(await client.createPost(draft({ slug })));
    must(await client.createPost(draft({ slug: `${slug}-other` })));
    expect([first.fields.slug, second.fields.slug]).toEqual([slug, `${slug}-2`]);
    const ids = async () => must(await client.findPostsBySlug(slug)).map((post) => post.remoteId);
    expect(await ids()).toEqual([first.remoteId, second.remoteId]);
    for (let again = 0; again < 2; again += 1) must(await client.trashPost(second.remoteId));
    expect(must(await client.getPost(second.remoteId)).fields.status).toBe('trash');
    expect(await ids()).toEqual([first.remoteId, second.remoteId]);
  });

  it('finds a Cyrillic slug', async () => {
    const { client } = scene();
    const slug = `влак-${Date.now()}`;
    const made = must(await client.createPost(draft({ slug })));
    expect(must(await client.findPostsBySlug(slug)).map((post) => post.remoteId)).toEqual([made.remoteId]);
  });
}

function listing(role: Role, scene: () => Scene): void {
  it('lists every post we may see once, newest first, page by page', async () => {
    const { client, ownerClient, blog, postId } = scene();
    await blog.fill();
    const own = must(await client.createPost(draft()));
    const hidden = must(await ownerClient.createPost(draft()));
    const trashed = must(await client.createPost(draft()));
    must(await client.trashPost(trashed.remoteId));
    const first = must(await client.listPosts(1));
    expect(first.pages).toBeGreaterThan(1);
    expect(first.total).toBeGreaterThan(100);
    const posts = await everything((page) => client.listPosts(page));
    const ids = posts.map((post) => post.remoteId);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
    const find = (id: number) => posts.find((post) => post.remoteId === id);
    expect(find(own.remoteId)).toEqual(own);
    expect(find(trashed.remoteId)?.fields.status).toBe('trash');
    const mayEdit = role === 'administrator' || role === 'editor';
    expect(find(hidden.remoteId)).toEqual(mayEdit ? hidden : undefined);
    expect(find(postId)).toMatchObject({ editable: mayEdit, fields: { status: 'publish' } });
    expect(find(postId)?.rendered).toContain('Гара.');
  });

  it('has no records past the end', async () => {
    const { client } = scene();
    const { total, pages } = must(await client.listPosts(1));
    expect(must(await client.listPosts(pages + 5))).toEqual({ records: [], rejected: [], total, pages });
  });
}
