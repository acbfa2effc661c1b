import { BookOpen, Globe, KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { ColumnHead } from '../../components/ColumnHead.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useAnnounce } from '../../components/LiveRegion.tsx';
import type { CallOutput } from '../../data/request.ts';
import { useCall } from '../../data/use-call.ts';
import { useCommand } from '../../data/use-command.ts';
import { useDesk } from '../../frame/desk.ts';
import { usePlace } from '../../frame/place.tsx';
import { shownAddress } from '../writing/shown-address.ts';
import { roleKey } from './role.ts';

type Site = CallOutput<'sites', 'list'>[number];

/** The connected sites: connect again, disconnect, reset the practice blog. */
export function SiteSettings() {
  const { t } = useTranslation('settings');
  const { open, openPractice } = useDesk();
  const { data: sites = [] } = useCall('sites', 'list', {});
  const [asked, setAsked] = useState<{ site: Site; about: 'disconnect' | 'reset' } | null>(null);
  const hasPractice = sites.some((site) => site.platform === 'practice');
  return (
    <section>
      <ColumnHead title={t('sites.title')} />
      {sites.length === 0 && <p className="setting quiet">{t('sites.none')}</p>}
      <ul className="site-settings">
        {sites.map((site) => (
          <SiteRow key={site.id} site={site} onAsk={(about) => setAsked({ site, about })} />
        ))}
      </ul>
      <p className="setting row">
        <Button icon={Plus} onClick={() => open({ kind: 'connect' })}>
          {t('sites.connect')}
        </Button>
        {!hasPractice && (
          <Button icon={BookOpen} onClick={openPractice}>
            {t('sites.openPractice')}
          </Button>
        )}
      </p>
      <DisconnectQuestion
        site={asked?.about === 'disconnect' ? asked.site : null}
        onDone={() => setAsked(null)}
      />
      <ResetQuestion open={asked?.about === 'reset'} onDone={() => setAsked(null)} />
    </section>
  );
}

function SiteRow({ site, onAsk }: { site: Site; onAsk: (about: 'disconnect' | 'reset') => void }) {
  const { t } = useTranslation('settings');
  const { t: sitesText } = useTranslation('sites');
  const { open } = useDesk();
  const isPractice = site.platform === 'practice';
  const role = sitesText(`role.${roleKey(site.role)}`);
  return (
    <li>
      <Icon of={isPractice ? BookOpen : Globe} />
      <div>
        <b className="serif" lang={site.language}>
          {site.title}
        </b>
        <p className="quiet">
          {isPractice ? t('sites.practiceNote') : shownAddress(site.url).replace(/\/$/, '')} ·{' '}
          {t('sites.signedIn', { user: site.userName, role })} ·{' '}
          {t('sites.posts', { count: site.counts.posts })} ·{' '}
          {t('sites.pending', { count: site.counts.pending })}
        </p>
        {site.needsPassword && (
          <p className="state failed">
            <Icon of={KeyRound} /> {t('sites.needsPassword')}
          </p>
        )}
      </div>
      {isPractice ? (
        <Button onClick={() => onAsk('reset')}>{t('practice.reset')}</Button>
      ) : (
        <Button onClick={() => open({ kind: 'reconnect', siteId: site.id })}>{t('sites.reconnect')}</Button>
      )}
      <Button onClick={() => onAsk('disconnect')}>{sitesText('disconnect.action')}</Button>
    </li>
  );
}

function DisconnectQuestion({ site, onDone }: { site: Site | null; onDone: () => void }) {
  const { t } = useTranslation('sites');
  const { fail } = useDesk();
  const { siteId, chooseSite } = usePlace();
  const announce = useAnnounce();
  const { run } = useCommand('sites', 'disconnect');
  const title = site?.title ?? '';
  const disconnect = async () => {
    onDone();
    if (site === null) return;
    const answer = await run({ siteId: site.id });
    if (!answer.ok) return fail(answer.error);
    if (siteId === site.id) chooseSite(null);
    announce(
      `${t('disconnect.done', { title })}. ${t('disconnect.kept', { count: answer.value.draftsKept })}`,
    );
  };
  return (
    <ConfirmDialog
      open={site !== null}
      title={t('disconnect.title', { title })}
      lead={t('disconnect.lead')}
      safeLabel={t('disconnect.keep')}
      onSafe={onDone}
      confirmLabel={t('disconnect.confirm')}
      onConfirm={() => void disconnect()}
    />
  );
}

function ResetQuestion({ open, onDone }: { open: boolean; onDone: () => void }) {
  const { t } = useTranslation('settings');
  const { fail } = useDesk();
  const announce = useAnnounce();
  const { run } = useCommand('sites', 'resetPractice');
  const reset = async () => {
    onDone();
    const answer = await run({});
    if (!answer.ok) return fail(answer.error);
    announce(t('practice.resetDone'));
  };
  return (
    <ConfirmDialog
      open={open}
      title={t('practice.resetTitle')}
      lead={t('practice.resetLead')}
      safeLabel={t('practice.resetKeep')}
      onSafe={onDone}
      confirmLabel={t('practice.reset')}
      onConfirm={() => void reset()}
    />
  );
}
