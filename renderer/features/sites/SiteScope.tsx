import { ChevronDown, Layers } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/Icon.tsx';
import { Menu, MenuChoice, MenuChoices } from '../../components/Menu.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { usePlace } from '../../frame/place.tsx';
import { formatNumber } from '../../i18n/numbers.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { type Site, siteIcon, useSiteNames, useSites } from './use-sites.ts';
import './sites.css';

const ALL = 'all';

/**
 * The line above a list that says whose it is, and a menu of all sites to choose from: it holds any number of them, in
 * any width. Nothing where there is only one.
 */
export function SiteScope({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const { siteId, chooseSite } = usePlace();
  const sites = useSites();
  const name = useSiteNames()(siteId);
  const chosen = sites.find((site) => site.id === siteId);
  if (sites.length < 2) return null;
  return (
    <div className="scope">
      <Menu
        buttonClass="scope-choice"
        title={name?.line}
        className="scope-menu"
        button={
          <>
            <VisuallyHidden>{t('nav.site')}: </VisuallyHidden>
            <span className="cut" lang={chosen?.language}>
              {name?.title ?? t('list.allSites')}
            </span>
            {name !== undefined && name.mark !== '' && <span className="mark cut">{name.mark}</span>}
            <Icon of={ChevronDown} small />
          </>
        }
      >
        <MenuChoices value={chosen?.id ?? ALL} onChoose={(value) => chooseSite(value === ALL ? null : value)}>
          <MenuChoice value={ALL}>
            <Icon of={Layers} />
            <span className="grow">{t('list.allSites')}</span>
          </MenuChoice>
          {sites.map((site) => (
            <SiteChoice key={site.id} site={site} />
          ))}
        </MenuChoices>
      </Menu>
      <span className="grow" />
      {children}
    </div>
  );
}

function SiteChoice({ site }: { site: Site }) {
  const name = useSiteNames()(site.id);
  const { pending } = site.counts;
  return (
    <MenuChoice value={site.id}>
      <Icon of={siteIcon(site)} />
      <span className="grow site-name" title={name?.line}>
        <span lang={site.language}>{name?.title}</span>
        {name !== undefined && name.mark !== '' && <small className="quiet">{name.mark}</small>}
      </span>
      {pending > 0 && <span className="num quiet">{formatNumber(pending, currentLanguage())}</span>}
    </MenuChoice>
  );
}
