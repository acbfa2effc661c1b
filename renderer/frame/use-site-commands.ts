import { Layers } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { siteIcon, useSiteNames, useSites } from '../features/sites/use-sites.ts';
import { type Command, useCommands } from './commands.ts';
import { usePlace } from './place.tsx';

/** The sites by name in the palette: choosing one narrows the lists to it. */
export function useSiteCommands(): void {
  const { t } = useTranslation();
  const names = useSiteNames();
  const sites = useSites();
  const choose = useChooseSite();
  const commands: Command[] = [
    { id: 'site', label: t('list.allSites'), icon: Layers, group: 'goTo', run: () => choose(null) },
    ...sites.map((site) => ({
      id: `site ${site.id}`,
      label: names(site.id)?.title ?? '',
      detail: names(site.id)?.mark,
      also: [site.url, names(site.id)?.mark ?? ''],
      lang: site.language,
      icon: siteIcon(site),
      group: 'goTo' as const,
      count: site.counts.pending,
      run: () => choose(site.id),
    })),
  ];
  useCommands(sites.length > 1 ? commands : [], 0);
}

/** Narrows the lists to a site, or to all with null; from a view without lists, it goes to what waits there. */
export function useChooseSite(): (siteId: string | null) => void {
  const { place, chooseSite, go } = usePlace();
  return (siteId) => {
    chooseSite(siteId);
    if (place.view !== 'posts' && place.view !== 'comments') go({ view: 'comments', filter: 'pending' });
  };
}
