import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenSearch } from '../features/search/use-open-search.ts';
import { useSiteNames, useSites } from '../features/sites/use-sites.ts';
import { useAllCommands } from './commands.ts';
import { paletteResults, type Result } from './palette-results.ts';
import { usePlace } from './place.tsx';
import { type PostTitle, usePostTitles } from './use-post-titles.ts';

/** Element id of a line of the palette. */
export const optionId = (index: number): string => `palette-option-${index}`;

/** Where a key takes the cursor, around the ends; null for other keys. */
export function paletteStep(key: string, cursor: number, total: number): number | null {
  if (total === 0) return null;
  if (key === 'ArrowDown') return (cursor + 1) % total;
  if (key === 'ArrowUp') return (cursor - 1 + total) % total;
  if (key === 'PageDown') return Math.min(total - 1, cursor + 8);
  if (key === 'PageUp') return Math.max(0, cursor - 8);
  return null;
}

/** Names the site of a post where there are several; a draft for no site has none. */
function useSiteOfPost(): (post: Pick<PostTitle, 'siteId'>) => string | undefined {
  const names = useSiteNames();
  const several = useSites().length > 1;
  return useCallback(({ siteId }) => (several ? names(siteId)?.line : undefined), [names, several]);
}

/** What is asked for, what was found, and the line under the cursor. */
export function usePalette(onDone: () => void) {
  const { t } = useTranslation('frame');
  const { go } = usePlace();
  const [asked, setAsked] = useState('');
  const [cursor, setCursor] = useState(0);
  const commands = useAllCommands();
  const posts = usePostTitles(true);
  const untitled = t('palette.untitled');
  const siteOf = useSiteOfPost();
  const openSearch = useOpenSearch();
  const groups = useMemo(() => {
    const openPost = (postId: string) => go({ view: 'posts', postId });
    const searchFor = { label: (text: string) => t('palette.searchFor', { text }), run: openSearch };
    return paletteResults(asked, { commands, posts, untitled, siteOf, openPost, searchFor });
  }, [asked, commands, posts, untitled, siteOf, go, t, openSearch]);
  const results = groups.flatMap((group) => group.results);
  const shown = Math.min(cursor, Math.max(0, results.length - 1));

  const choose = (result: Result | undefined) => {
    if (result === undefined) return;
    onDone();
    // After the dialog has given the focus back, so that what the command focuses keeps it.
    setTimeout(result.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(results[shown]);
      return;
    }
    const next = paletteStep(event.key, shown, results.length);
    if (next === null) return;
    event.preventDefault();
    setCursor(next);
  };
  const ask = (text: string) => {
    setAsked(text);
    setCursor(0);
  };
  return { asked, ask, groups, cursor: shown, total: results.length, onKeyDown, choose };
}
