import { mayHaveTakenPosts } from '../library/damage-words.ts';
import { useHealth } from '../library/use-health.ts';
import { useLostPosts } from '../revisions/use-lost-posts.ts';

/** Whether there may have been posts that damage took. Where none is left nobody is told then that there was none. */
export function usePostsGone(): boolean {
  const { damage } = useHealth();
  const { total } = useLostPosts();
  return total > 0 || (damage !== null && mayHaveTakenPosts(damage));
}
