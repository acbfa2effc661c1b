import { hostOf } from '../domain/host.ts';
import type { Site } from '../domain/site.ts';

/** Whether both are the same user at the same blog: one that was connected anew has another id. */
const isSame = (a: Site, b: Site): boolean => a.id === b.id || (a.url === b.url && a.user.id === b.user.id);

const titlesOf = (sites: readonly Site[]): string[] => sites.map(({ title, url }) => title || hostOf(url));

/** Which sites a restore would take away and bring back, by their titles. The practice blog needs no password. */
export function siteChanges(
  present: readonly Site[],
  restored: readonly Site[],
): { sitesGone: string[]; sitesBack: string[] } {
  const known = new Set(present.map(({ id }) => id));
  return {
    sitesGone: titlesOf(present.filter((site) => !restored.some((other) => isSame(site, other)))),
    sitesBack: titlesOf(restored.filter(({ id, platform }) => platform !== 'practice' && !known.has(id))),
  };
}
