import { BookOpen, Check, Feather, type LucideIcon } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Keycaps } from '../../components/Keycaps.tsx';
import { useHotkeys } from '../../components/use-hotkeys.ts';
import { useCall } from '../../data/use-call.ts';
import { useDesk } from '../../frame/desk.ts';
import { BackupsHere } from '../backups/BackupsHere.tsx';
import { BringBackHere } from '../revisions/BringBackHere.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import { LookSwitches } from './LookSwitches.tsx';

/** The first screen: connect a blog, try the practice blog, or just write. */
export function WelcomeView() {
  const { t } = useTranslation('welcome');
  const { data: state } = useCall('app', 'state', {});
  const { openPractice, newPost } = useDesk();
  const address = useRef<HTMLInputElement>(null);
  useHotkeys({ 'alt+1': () => address.current?.focus(), 'alt+2': openPractice, 'alt+3': newPost });
  const keyPromise = state?.keychain === 'strong' ? [t('connect.promisePassword')] : [];
  return (
    <main className="welcome">
      <div className="inner">
        <div className="mast">
          <h1>Copydesk</h1>
          <p>{t('motto')}</p>
        </div>
        <BringBackHere />
        <BackupsHere />
        <div className="ways">
          <Way
            number="1"
            title={t('connect.title')}
            lead={t('connect.lead')}
            promises={[t('connect.promiseUntilSent'), ...keyPromise]}
          >
            <ConnectForm addressRef={address} />
          </Way>
          <Way
            number="2"
            title={t('practice.title')}
            lead={t('practice.lead', state?.practice ?? { posts: 0, comments: 0 })}
            promises={[t('practice.promiseWorks'), t('practice.promiseReset'), t('practice.promiseKeys')]}
          >
            <WayButton icon={BookOpen} onClick={openPractice}>
              {t('practice.action')}
            </WayButton>
          </Way>
          <Way
            number="3"
            title={t('write.title')}
            lead={t('write.lead')}
            promises={[t('write.promiseOffline'), t('write.promiseFormats')]}
          >
            <WayButton icon={Feather} onClick={newPost}>
              {t('write.action')}
            </WayButton>
          </Way>
        </div>
      </div>
      <LookSwitches />
    </main>
  );
}

interface WayProps {
  number: string;
  title: string;
  lead: string;
  promises: readonly string[];
  children: ReactNode;
}

function Way({ number, title, lead, promises, children }: WayProps) {
  return (
    <section className="way">
      <h2>
        {title}
        <Keycaps keys={['Alt', number]} />
      </h2>
      <p>{lead}</p>
      <ul>
        {promises.map((promise) => (
          <li key={promise}>
            <Icon of={Check} small />
            <span>{promise}</span>
          </li>
        ))}
      </ul>
      <div className="end">{children}</div>
    </section>
  );
}

function WayButton(props: { icon: LucideIcon; onClick: () => void; children: ReactNode }) {
  return (
    <Button big icon={props.icon} onClick={props.onClick}>
      {props.children}
    </Button>
  );
}
