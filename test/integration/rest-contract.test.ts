import { z } from 'zod';
import { createPracticeBlog, PRACTICE_URL, PRACTICE_USER } from '../../main/practice-blog/blog.ts';
import type { ContractBlog } from '../support/rest-contract/contract-blog.ts';
import { describeRestContract } from '../support/rest-contract/suite.ts';
import { startWordPress } from '../wordpress/server.ts';

const pings = z.tuple([z.object({ id: z.number(), post: z.number() })]);

async function openPractice(): Promise<ContractBlog> {
  let kept: unknown = null;
  const blog = createPracticeBlog({
    store: {
      load: async () => kept,
      save: async (state) => {
        kept = structuredClone(state);
      },
    },
    now: () => new Date(),
    createId: () => crypto.randomUUID(),
  });
  const authorization = `Basic ${btoa(`${PRACTICE_USER.login}:${PRACTICE_USER.password}`)}`;
  const found = await blog.handle(
    new Request(`${PRACTICE_URL}/wp-json/wp/v2/comments?type=pingback&per_page=1`, {
      headers: { authorization },
    }),
  );
  return {
    fetch: (request) => blog.handle(request),
    url: PRACTICE_URL,
    owner: { id: 1, ...PRACTICE_USER },
    ping: pings.parse(await found.json())[0],
    close: async () => undefined,
  };
}

async function openWordPress(): Promise<ContractBlog> {
  const wordpress = await startWordPress();
  const ping = await wordpress.php(`
    update_option('show_avatars', '1');
    $post = wp_insert_post(['post_title' => 'С пинг', 'post_status' => 'publish']);
    $id = wp_insert_comment(['comment_post_ID' => $post, 'comment_author' => 'Перон', 'comment_type' => 'pingback',
      'comment_author_url' => 'https://peron.example/1', 'comment_content' => 'пинг', 'comment_approved' => 1]);
    echo json_encode([['id' => $id, 'post' => $post]]);`);
  return {
    fetch: (request) => fetch(request),
    url: wordpress.url,
    owner: wordpress.users.admin,
    ping: pings.parse(JSON.parse(ping))[0],
    close: () => wordpress.stop(),
  };
}

describeRestContract('the practice blog', openPractice);
describeRestContract('a real WordPress', openWordPress);
