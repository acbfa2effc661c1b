import { afterAll, beforeAll, describe } from 'vitest';
import { createHttp } from '../../main/net/http.ts';
import { createPracticeBlog, PRACTICE_URL, PRACTICE_USER } from '../../main/practice-blog/blog.ts';
import {
  type ContractBlog,
  type Role,
  type Scene,
  setScene,
  siteContract,
} from '../support/site-contract.ts';
import { hostTransport } from '../support/transports.ts';
import { seedComments } from '../wordpress/seed.ts';
import { startWordPress, type WordPress } from '../wordpress/server.ts';

describe('the practice blog keeps the contract', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await setScene(openPracticeBlog());
  });
  siteContract('administrator', () => scene);
});

/** The blog as the app has it, with its content in memory. */
function openPracticeBlog(): ContractBlog {
  let stored: unknown = null;
  const blog = createPracticeBlog({
    store: {
      load: async () => stored,
      save: async (state) => {
        stored = state;
      },
    },
    now: () => new Date(),
    createId: () => 'instance',
  });
  const http = createHttp({ transport: (request) => blog.handle(request), version: '1' });
  const me = { address: PRACTICE_URL, credentials: PRACTICE_USER, owner: PRACTICE_USER };
  return { http, ...me, role: 'administrator', fill: () => fillPracticeBlog() };

  async function fillPracticeBlog(): Promise<void> {
    const write = (route: string, body: object) =>
      blog.handle(
        new Request(`${PRACTICE_URL}/wp-json/wp/v2/${route}`, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            Authorization: `Basic ${btoa(`${PRACTICE_USER.login}:${PRACTICE_USER.password}`)}`,
          },
          body: JSON.stringify(body),
        }),
      );
    for (let number = 0; number < 110; number += 1) {
      const post = await write('posts', { title: `Бележка ${number}`, content: '.', status: 'publish' });
      const { id } = (await post.json()) as { id: number };
      await write('comments', { post: id, content: `Коментар ${number}`, author_name: 'Читател' });
    }
  }
}

const users = {
  administrator: 'admin',
  editor: 'editor',
  author: 'author',
  contributor: 'contributor',
} as const;

describe('a real WordPress keeps the contract', () => {
  let wp: WordPress;
  beforeAll(async () => {
    wp = await startWordPress();
  });
  afterAll(() => wp.stop());

  describe.each<Role>(['administrator', 'editor', 'author', 'contributor'])('as %s', (role) => {
    let scene: Scene;

    beforeAll(async () => {
      await wp.reset();
      scene = await setScene({
        http: createHttp({ transport: hostTransport(), version: '1' }),
        address: wp.url,
        role,
        credentials: wp.users[users[role]],
        owner: wp.users.admin,
        fill: async () => {
          await seedComments(wp, 250, 120);
        },
      });
    });
    siteContract(role, () => scene);
  });
});
