import { createPracticeBlog, PRACTICE_URL, PRACTICE_USER } from '../../main/practice-blog/blog.ts';

/** A blog whose store is a variable, with a clock that is set by hand. */
export function openBlog(start = '2026-11-17T06:36:00Z', stored: unknown = null) {
  const disk = { content: stored, saves: 0, failure: null as Error | null };
  const clock = { now: new Date(start) };
  let made = 0;
  const blog = createPracticeBlog({
    store: {
      load: async () => structuredClone(disk.content),
      save: async (state) => {
        if (disk.failure !== null) throw disk.failure;
        disk.content = structuredClone(state);
        disk.saves += 1;
      },
    },
    now: () => clock.now,
    createId: () => {
      made += 1;
      return `blog-${made}`;
    },
  });
  return { blog, disk, clock };
}

/** A request by the blog's owner, or by a stranger. */
export function ask(
  path: string,
  { method = 'GET', json, as = 'owner' }: { method?: string; json?: unknown; as?: 'owner' | 'stranger' } = {},
): Request {
  const headers = new Headers({ 'user-agent': 'Unit/1' });
  if (as === 'owner')
    headers.set('authorization', `Basic ${btoa(`${PRACTICE_USER.login}:${PRACTICE_USER.password}`)}`);
  if (json !== undefined) headers.set('content-type', 'application/json');
  const body = json === undefined ? null : JSON.stringify(json);
  return new Request(`${PRACTICE_URL}${path}`, { method, headers, body });
}
