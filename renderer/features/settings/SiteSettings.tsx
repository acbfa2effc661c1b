import { BookOpen, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { ColumnHead } from '../../components/ColumnHead.tsx';
import { useDesk } from '../../frame/desk.ts';
import { type Site, useSites } from '../sites/use-sites.ts';
import { DisconnectQuestion, ResetQuestion } from './SiteQuestions.tsx';
import { SiteRow } from './SiteRow.tsx';

/** The connected sites: connect again, change the password, disconnect, reset the practice blog. */
export function SiteSettings() {
  const { t } = useTranslation('settings');
  const { open, openPractice } = useDesk();
  const sites = useSites();
  // What was asked last stays while its question closes.
  const [asked, setAsked] = useState<{ site: Site; about: 'disconnect' | 'reset' } | null>(null);
  const [isOpen, setOpen] = useState(false);
  const ask = (site: Site, about: 'disconnect' | 'reset') => {
    setAsked({ site, about });
    setOpen(true);
  };
  const close = () => setOpen(false);
  const hasPractice = sites.some((site) => site.platform === 'practice');
  return (
    <section>
      <ColumnHead title={t('sites.title')} />
      {sites.length === 0 && <p className="setting quiet">{t('sites.none')}</p>}
      <ul className="thing-list site-settings">
        {sites.map((site) => (
          <SiteRow key={site.id} site={site} onAsk={(about) => ask(site, about)} />
        ))}
      </ul>
      <p className="setting row">
        <Button icon={Plus} onClick={() => open({ kind: 'connect' })}>
          {t(sites.length === 0 ? 'sites.connectFirst' : 'sites.connect')}
        </Button>
        {!hasPractice && (
          <Button icon={BookOpen} onClick={openPractice}>
            {t('sites.openPractice')}
          </Button>
        )}
      </p>
      {asked?.about === 'disconnect' && (
        <DisconnectQuestion key={asked.site.id} site={asked.site} open={isOpen} onDone={close} />
      )}
      {asked?.about === 'reset' && <ResetQuestion open={isOpen} onDone={close} />}
    </section>
  );
}
