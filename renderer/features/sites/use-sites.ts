import { BookOpen, Globe, KeyRound, type LucideIcon } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nameInOneLine, nameSites, type SiteName } from '../../../main/domain/site-names.ts';
import type { CallOutput } from '../../data/request.ts';
import { useCall } from '../../data/use-call.ts';

export type Site = CallOutput<'sites', 'list'>[number];

const none: readonly Site[] = [];

/** The connected sites, in the order in which they were connected. */
export const useSites = (): readonly Site[] => useCall('sites', 'list', {}).data ?? none;

/**
 * How each site is called among the others: `useSiteNames()(siteId)`. Wherever a site is named, it is named so.
 *
 * @returns undefined for a site that is not connected
 */
export function useSiteNames(): (siteId: string | null) => (SiteName & { line: string }) | undefined {
  const { t } = useTranslation('sites');
  const sites = useSites();
  const practice = t('practice');
  return useMemo(() => {
    const names = nameSites(sites, practice);
    return (siteId) => {
      const name = siteId === null ? undefined : names.get(siteId);
      return name === undefined ? undefined : { ...name, line: nameInOneLine(name) };
    };
  }, [sites, practice]);
}

/** Whether its posts and comments are on their way here for the first time. */
export const isComing = ({ sync }: Pick<Site, 'sync'>): boolean =>
  sync.pulledAt === null && sync.phase === 'pulling';

/** What kind of site it is, or that it waits for its password. */
export const siteIcon = ({ needsPassword, platform }: Site): LucideIcon =>
  needsPassword ? KeyRound : platform === 'practice' ? BookOpen : Globe;
