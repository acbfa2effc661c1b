import { useQuery } from '@tanstack/react-query';
import type { CallOutput } from '../data/request.ts';
import { request } from '../data/request.ts';

type Row = CallOutput<'posts', 'list'>['rows'][number];
/** What the palette needs of a post. */
export type PostTitle = Pick<Row, 'id' | 'siteId' | 'title' | 'excerpt' | 'language'>;

/** The most that the bridge gives at once. */
const PAGE = 200;

async function readTitles(): Promise<PostTitle[]> {
  const titles: PostTitle[] = [];
  for (;;) {
    const page = await request('posts', 'list', {
      siteId: null,
      filter: 'all',
      offset: titles.length,
      limit: PAGE,
    });
    if (!page.ok || page.value.rows.length === 0) return titles;
    titles.push(
      ...page.value.rows.map(({ id, siteId, title, excerpt, language }) => ({
        id,
        siteId,
        title,
        excerpt,
        language,
      })),
    );
    if (titles.length >= page.value.total) return titles;
  }
}

/** The titles of all posts, asked for each time the palette opens; those of the last time until they are here. */
export function usePostTitles(enabled: boolean): readonly PostTitle[] {
  const { data } = useQuery({ queryKey: ['palette', 'titles'], queryFn: readTitles, enabled, staleTime: 0 });
  return data ?? [];
}
