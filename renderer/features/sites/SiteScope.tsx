import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown, Layers } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/Icon.tsx';
import { usePlace } from '../../frame/place.tsx';
import { formatNumber } from '../../i18n/numbers.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { type Site, siteIcon, useSiteNames, useSites } from './use-sites.ts';
import './sites.css';

const ALL = 'all';

/**
 * The line above a list that says whose it is, and a menu of all sites to choose from: it holds any number of them, in
 * any width. Nothing where there is only one. A menu rather than a select, which would take the letters of the desk's
 * keys for a search among its options.
 */
export function SiteScope({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const { siteId, chooseSite } = usePlace();
  const sites = useSites();
  const name = useSiteNames()(siteId);
  const menus = useRef<HTMLDivElement>(null);
  const chosen = sites.find((site) => site.id === siteId);
  if (sites.length < 2) return null;
  return (
    <>
      <div className="tabs scope">
        <Menu.Root>
          <Menu.Trigger className="scope-choice" title={name?.line}>
            <span className="sr">{t('nav.site')}: </span>
            <span className="cut" lang={chosen?.language}>
              {name?.title ?? t('list.allSites')}
            </span>
            {name !== undefined && name.mark !== '' && <span className="mark cut">{name.mark}</span>}
            <Icon of={ChevronDown} small />
          </Menu.Trigger>
          <Menu.Portal container={menus}>
            <Menu.Positioner className="popover" positionMethod="fixed" align="start" sideOffset={2}>
              <Menu.Popup className="menu float scope-menu" data-owns-keys="">
                <Menu.RadioGroup
                  value={chosen?.id ?? ALL}
                  onValueChange={(value: string) => chooseSite(value === ALL ? null : value)}
                >
                  <Choice value={ALL}>
                    <Icon of={Layers} />
                    <span className="grow">{t('list.allSites')}</span>
                  </Choice>
                  {sites.map((site) => (
                    <SiteChoice key={site.id} site={site} />
                  ))}
                </Menu.RadioGroup>
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
        <span className="grow" />
        {children}
      </div>
      {/* Inside the view: a menu at the end of the page would lie outside its landmarks. */}
      <div ref={menus} />
    </>
  );
}

function SiteChoice({ site }: { site: Site }) {
  const name = useSiteNames()(site.id);
  const { pending } = site.counts;
  return (
    <Choice value={site.id}>
      <Icon of={siteIcon(site)} />
      <span className="grow site-name" title={name?.line}>
        <span lang={site.language}>{name?.title}</span>
        {name !== undefined && name.mark !== '' && <small className="quiet">{name.mark}</small>}
      </span>
      {pending > 0 && <span className="num quiet">{formatNumber(pending, currentLanguage())}</span>}
    </Choice>
  );
}

function Choice({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Menu.RadioItem value={value} closeOnClick className="item">
      {children}
      <span className="chosen">
        <Menu.RadioItemIndicator>
          <Icon of={Check} />
        </Menu.RadioItemIndicator>
      </span>
    </Menu.RadioItem>
  );
}
