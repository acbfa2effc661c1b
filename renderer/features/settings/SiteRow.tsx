import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useDesk } from '../../frame/desk.ts';
import { type Site, siteIcon, useSiteNames } from '../sites/use-sites.ts';
import { shownAddress } from '../writing/shown-address.ts';
import { roleKey } from './role.ts';

interface SiteRowProps {
  site: Site;
  onAsk: (about: 'disconnect' | 'reset') => void;
}

/** One site: where it is, as whom we know it, what is here of it, and what can be done about it. */
export function SiteRow({ site, onAsk }: SiteRowProps) {
  const { t } = useTranslation('settings');
  const { t: sitesText } = useTranslation('sites');
  const { open } = useDesk();
  const name = useSiteNames()(site.id);
  const isPractice = site.platform === 'practice';
  const { posts, comments, pending } = site.counts;
  const facts = [
    isPractice ? t('sites.practiceNote') : shownAddress(site.url).replace(/\/$/, ''),
    t('sites.signedIn', { user: site.userName, role: sitesText(`role.${roleKey(site.role)}`) }),
    sitesText('count.posts', { count: posts }),
    sitesText('count.comments', { count: comments }),
    ...(pending > 0 ? [sitesText('count.pending', { count: pending })] : []),
  ];
  const label = (action: string) => sitesText('forSite', { action, title: name?.line ?? site.title });
  const reconnect = t(site.needsPassword ? 'sites.reconnect' : 'sites.changePassword');
  const disconnect = sitesText('disconnect.action');
  return (
    <li>
      <Icon of={siteIcon(site)} />
      <div>
        <b className="serif" lang={site.language}>
          {name?.title ?? site.title}
        </b>
        <p className="quiet facts">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        {site.needsPassword && (
          <p className="state failed">
            <Icon of={KeyRound} /> {t('sites.needsPassword')}
          </p>
        )}
      </div>
      <div className="row">
        {isPractice ? (
          <Button onClick={() => onAsk('reset')}>{t('practice.reset')}</Button>
        ) : (
          <Button
            aria-label={label(reconnect)}
            variant={site.needsPassword ? 'primary' : 'default'}
            onClick={() => open({ kind: 'reconnect', siteId: site.id })}
          >
            {reconnect}
          </Button>
        )}
        <Button aria-label={label(disconnect)} onClick={() => onAsk('disconnect')}>
          {disconnect}
        </Button>
      </div>
    </li>
  );
}
