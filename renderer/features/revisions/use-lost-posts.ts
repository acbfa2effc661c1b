import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../data/request.ts';
import { useCall } from '../../data/use-call.ts';
import { useCommands } from '../../frame/commands.ts';
import { useDesk } from '../../frame/desk.ts';
import { useKeywords, useOtherWords } from '../../frame/use-other-words.ts';
import { lostTitle } from './lost-words.ts';

export type LostPosts = CallOutput<'revisions', 'lost'>;
export type LostPost = LostPosts['posts'][number];

/** Until main has answered nothing is lost. */
const none: LostPosts = { total: 0, joining: 0, posts: [] };

/** The posts that damage took while versions of them are left: followed, until somebody says what becomes of each. */
export const useLostPosts = (): LostPosts => useCall('revisions', 'lost', {}).data ?? none;

/** What a lost post is called: by its title, else by its first words. */
export const nameOf = ({ title, excerpt }: Pick<LostPost, 'title' | 'excerpt'>, untitled: string): string =>
  title.trim() || excerpt || untitled;

/** They are found in the palette, from every view, as long as there are any. */
export function useLostPostsCommand(): void {
  const { t } = useTranslation('revisions');
  const { open } = useDesk();
  const lost = useLostPosts();
  const { total } = lost;
  const otherWords = useOtherWords('revisions');
  const keywords = useKeywords();
  const command = {
    id: 'lost-posts',
    label: lostTitle(t, lost),
    also: [...otherWords((other) => lostTitle(other, lost)), ...keywords('findBy.lostPosts')],
    icon: History,
    group: 'do' as const,
    count: total,
    run: () => open({ kind: 'lostPosts' }),
  };
  useCommands(total === 0 ? [] : [command], 0);
}
