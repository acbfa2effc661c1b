import { expect } from 'vitest';
import { z } from 'zod';

/** A blog under contract: the practice blog or a real WordPress, asked by its administrator or by a stranger. */
export interface ContractBlog {
  fetch(request: Request): Promise<Response>;
  /** Without a slash at the end. */
  url: string;
  owner: { id: number; login: string; password: string };
  /** An approved pingback; REST cannot make one. */
  ping: { id: number; post: number };
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

interface Question {
  method?: string;
  json?: unknown;
  /** A body sent as it is, with its own type. */
  raw?: { type: string; text: string };
  as?: 'owner' | 'stranger' | 'wrong password';
  agent?: string;
}

const postSchema = z.looseObject({
  id: z.number(),
  slug: z.string(),
  status: z.string(),
  link: z.string(),
  date: z.string(),
  date_gmt: z.string(),
  modified_gmt: z.string(),
  generated_slug: z.string(),
  categories: z.array(z.number()),
  tags: z.array(z.number()),
  title: z.object({ raw: z.string(), rendered: z.string() }),
  _links: z.looseObject({
    'version-history': z.array(z.object({ count: z.number(), href: z.string() })),
    'predecessor-version': z.array(z.object({ id: z.number(), href: z.string() })).optional(),
  }),
});

const commentSchema = z.looseObject({
  id: z.number(),
  post: z.number(),
  parent: z.number(),
  author: z.number(),
  author_name: z.string(),
  author_email: z.string(),
  author_ip: z.string(),
  author_user_agent: z.string(),
  status: z.string(),
  content: z.object({ raw: z.string(), rendered: z.string() }),
});

export type PostRecord = z.infer<typeof postSchema>;
export type CommentRecord = z.infer<typeof commentSchema>;

let made = 0;

/** A word that no other test of this run uses, so that each finds its own records only. */
export function uniqueWord(): string {
  made += 1;
  return `zvezda${Date.now().toString(36)}${made}`;
}

/** The next second of the servers' clock: stamps are whole seconds, and neither server's clock can be set. */
export function nextSecond(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1050));
}

/** The ids in a list. */
export function idsIn(answer: Answer): number[] {
  return z
    .array(z.object({ id: z.number() }))
    .parse(answer.body)
    .map((one) => one.id);
}

/** Asks a blog's REST API, and makes what the tests need. */
export class ContractApi {
  readonly blog: ContractBlog;

  constructor(blog: ContractBlog) {
    this.blog = blog;
  }

  /** Any page of the blog. */
  page(path: string): Promise<Response> {
    return this.blog.fetch(new Request(`${this.blog.url}${path}`));
  }

  /** `path` is below `/wp-json/wp/v2`, or a whole one beginning with `/wp-json` or `/?`. */
  async ask(path: string, question: Question = {}): Promise<Answer> {
    const { method = 'GET', json, raw, as = 'owner', agent = 'Contract/1' } = question;
    const headers = new Headers({ 'user-agent': agent });
    const { login, password } = this.blog.owner;
    if (as !== 'stranger') {
      const secret = as === 'owner' ? password : 'wrong wrong wrong';
      headers.set('authorization', `Basic ${btoa(`${login}:${secret}`)}`);
    }
    const body = json === undefined ? raw?.text : JSON.stringify(json);
    if (body !== undefined) headers.set('content-type', raw?.type ?? 'application/json');
    const whole = /^\/(wp-json|\?)/.test(path) ? path : `/wp-json/wp/v2${path}`;
    const reply = await this.blog.fetch(
      new Request(`${this.blog.url}${whole}`, { method, headers, ...(body === undefined ? {} : { body }) }),
    );
    const text = await reply.text();
    return { status: reply.status, headers: reply.headers, body: text === '' ? null : JSON.parse(text) };
  }

  post(path: string, json: unknown = {}, question: Question = {}): Promise<Answer> {
    return this.ask(path, { method: 'POST', json, ...question });
  }

  delete(path: string, question: Question = {}): Promise<Answer> {
    return this.ask(path, { method: 'DELETE', ...question });
  }

  async createPost(fields: object = {}): Promise<PostRecord> {
    const answer = await this.post('/posts', { title: uniqueWord(), status: 'publish', ...fields });
    expect(answer.status).toBe(201);
    return postSchema.parse(answer.body);
  }

  async readPost(id: number): Promise<PostRecord> {
    return postSchema.parse((await this.ask(`/posts/${id}?context=edit`)).body);
  }

  async changePost(id: number, fields: object): Promise<PostRecord> {
    const answer = await this.post(`/posts/${id}`, fields);
    expect(answer.status).toBe(200);
    return postSchema.parse(answer.body);
  }

  async createComment(post: number, fields: object = {}): Promise<CommentRecord> {
    const answer = await this.post('/comments', { post, content: uniqueWord(), ...fields });
    expect(answer.status).toBe(201);
    return commentSchema.parse(answer.body);
  }

  /** A reader's comment, approved, with the address and agent a moderator must not lose. */
  readersComment(post: number, fields: object = {}): Promise<CommentRecord> {
    return this.createComment(post, {
      author_name: 'Читател',
      author_email: 'chitatel@pismo.example',
      author_ip: '198.51.100.24',
      author_user_agent: 'Reader/7',
      status: 'approved',
      ...fields,
    });
  }

  async readComment(id: number): Promise<CommentRecord> {
    return commentSchema.parse((await this.ask(`/comments/${id}?context=edit`)).body);
  }

  async changeComment(id: number, fields: object, question: Question = {}): Promise<CommentRecord> {
    const answer = await this.post(`/comments/${id}`, fields, question);
    expect(answer.status).toBe(200);
    return commentSchema.parse(answer.body);
  }
}

/** An error in WordPress's shape. */
export function expectRefusal(answer: Answer, status: number, code: string): void {
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ code, message: expect.any(String) });
}

/** 400 that names the parameter and why. */
export function expectWrongParam(answer: Answer, name: string, code: string): void {
  expectRefusal(answer, 400, 'rest_invalid_param');
  expect(answer.body).toMatchObject({ data: { status: 400, details: { [name]: { code } } } });
}
