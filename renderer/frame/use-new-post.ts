import { useCallback } from 'react';
import type { AppError } from '../../main/domain/app-error.ts';
import { useCommand } from '../data/use-command.ts';
import { type Site, useSites } from '../features/sites/use-sites.ts';
import { usePlace } from './place.tsx';

/** The site a new post is for: the one whose lists are shown, else the only one that may be written for. */
export function siteForNewPost(
  sites: readonly Pick<Site, 'id' | 'capabilities'>[],
  shown: string | null,
): string | null {
  const writable = sites.filter((site) => site.capabilities.writePosts);
  const chosen = writable.find((site) => site.id === shown);
  return chosen?.id ?? (writable.length === 1 ? (writable[0]?.id ?? null) : null);
}

/** Starts a post and opens it; hands over why it could not. */
export function useNewPost(onFailure: (error: AppError) => void): () => void {
  const { place, siteId, go } = usePlace();
  const sites = useSites();
  const { run } = useCommand('posts', 'create');
  const shown = place.view === 'posts' ? place.filter : '';
  return useCallback(() => {
    void run({ siteId: siteForNewPost(sites, siteId) }).then((created) => {
      // A list that would not show the new draft gives way to the whole one.
      const filter = shown === 'drafts' ? 'drafts' : 'all';
      if (created.ok) go({ view: 'posts', filter, postId: created.value.id });
      else onFailure(created.error);
    });
  }, [run, sites, siteId, shown, go, onFailure]);
}
