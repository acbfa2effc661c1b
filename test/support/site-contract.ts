import { describe, expect, it } from 'vitest';
import type { Result } from '../../main/domain/result.ts';
import type { Credentials, Http } from '../../main/net/http.ts';
import type { RemoteComment, SiteClient } from '../../main/sites/site-client.ts';
import { type Api, createApi } from '../../main/sites/wordpress/api.ts';
import { createWordPressClient } from '../../main/sites/wordpress/client.ts';
import { connectWordPress } from '../../main/sites/wordpress/connect.ts';
import { must } from './must.ts';
import { commentContract } from './site-contract-comments.ts';
import { postContract } from './site-contract-posts.ts';
import { replyContract } from './site-contract-replies.ts';

/** The roles that may connect, from most rights to least. */
export type Role = 'administrator' | 'editor' | 'author' | 'contributor';

/** A blog to hold the contract against, and one of its users. */
export interface ContractBlog {
  http: Http;
  address: string;
  role: Role;
  credentials: Credentials;
  /** The administrator sets the scene. */
  owner: Credentials;
  /** Puts more posts and comments on the blog than fit on one page of a listing. */
  fill(): Promise<void>;
}

/** What the tests of the contract work with. */
export interface Scene {
  blog: ContractBlog;
  /** The user under test. */
  client: SiteClient;
  apiRoot: string;
  /** The administrator's client, and their raw access to the blog. */
  ownerClient: SiteClient;
  owner: Api;
  /** A published post of the administrator's with comments open. */
  postId: number;
}

let made = 0;

/** A text that occurs nowhere else. */
export function unique(words: string): string {
  made += 1;
  return `${words} ${Date.now().toString(36)} ${made}`;
}

/** A visitor's comment with an address and an agent of its own. */
export async function guestComment(scene: Scene, over: Record<string, unknown> = {}): Promise<RemoteComment> {
  const body = {
    post: scene.postId,
    author_name: 'Йордан Вълчев',
    author_email: 'valchev@poshta.example',
    author_ip: '198.51.100.24',
    author_user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:138.0) Gecko/20100101 Firefox/138.0',
    content: unique('Благодаря за уточнението!'),
    status: 'hold',
    ...over,
  };
  const answer = must(await scene.owner.call({ method: 'POST', route: 'wp/v2/comments', body }));
  const { id } = must(answer.json()) as { id: number };
  return must(await scene.ownerClient.getComment(id));
}

/** All pages of a listing. */
export async function everything<T>(
  list: (page: number) => Promise<Result<{ records: T[]; pages: number }>>,
): Promise<T[]> {
  const records: T[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const one = must(await list(page));
    records.push(...one.records);
    pages = one.pages;
  }
  return records;
}

/** Signs in as both people and puts a post on the blog. */
export async function setScene(blog: ContractBlog): Promise<Scene> {
  const { http, address, credentials } = blog;
  const { apiRoot, url } = must(await connectWordPress({ http, address, credentials }));
  const client = createWordPressClient({ http, apiRoot, url, credentials });
  const ownerClient = createWordPressClient({ http, apiRoot, url, credentials: blog.owner });
  const fields = {
    title: unique('Гарата'),
    body: '<p>Гара.</p>',
    excerpt: '',
    slug: '',
    status: 'publish' as const,
  };
  const post = must(await ownerClient.createPost(fields));
  const owner = createApi(http, apiRoot, blog.owner);
  return { blog, client, apiRoot, ownerClient, owner, postId: post.remoteId };
}

/** What every blog must do for Copydesk, as one of its users. `scene` is asked for within the tests. */
export function siteContract(role: Role, scene: () => Scene): void {
  describe('identity', () => identityContract(role, scene));
  describe('posts', () => postContract(role, scene));
  describe('comments', () => commentContract(role, scene));
  describe('replies', () => replyContract(role, scene));
}

function identityContract(role: Role, scene: () => Scene): void {
  it('says who we are and what we may do, the same at connecting and later', async () => {
    const { client, blog } = scene();
    const connected = must(await connectWordPress(blog));
    const identity = must(await client.identify());
    expect(identity).toEqual(connected);
    const mayEdit = role === 'administrator' || role === 'editor';
    expect(identity.user).toMatchObject({
      id: expect.any(Number),
      login: blog.credentials.login,
      role,
      capabilities: {
        writePosts: true,
        publishPosts: role !== 'contributor',
        editOthersPosts: mayEdit,
        editPublishedPosts: role !== 'contributor',
        moderateComments: mayEdit,
        unfilteredHtml: mayEdit,
      },
    });
    expect(identity.language).toMatch(/^bg-BG$|^en-US$/);
    expect(identity.timeZone).toBe('Europe/Sofia');
    expect(identity.title).not.toBe('');
    expect(identity.url).toBe(new URL(blog.address).origin);
    expect(identity.apiRoot).toBe(`${identity.url}/wp-json/`);
  });

  it('refuses a wrong password', async () => {
    const { http, address, credentials } = scene().blog;
    const wrong = { ...credentials, password: 'wrong wrong wrong' };
    const error = { kind: 'auth-expired', reason: 'credentials', host: new URL(address).host };
    expect(await connectWordPress({ http, address, credentials: wrong })).toEqual({ ok: false, error });
    const { apiRoot } = scene();
    const client = createWordPressClient({ http, apiRoot, url: address, credentials: wrong });
    const fields = { title: 'x', body: 'x', excerpt: '', slug: '', status: 'draft' as const };
    for (const call of [client.identify(), client.createPost(fields), client.getPost(scene().postId)])
      expect(await call).toEqual({ ok: false, error });
  });

  it('knows the names of those who write', async () => {
    const { client, ownerClient } = scene();
    const owner = must(await ownerClient.identify()).user;
    const names = must(await client.authorNames([owner.id, owner.id, 0, 999_999]));
    expect([...names]).toEqual([[owner.id, owner.name]]);
    expect(must(await client.authorNames([])).size).toBe(0);
  });
}
