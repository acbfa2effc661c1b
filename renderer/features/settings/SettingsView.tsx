import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../components/Checkbox.tsx';
import { ColumnHead } from '../../components/ColumnHead.tsx';
import { Pane, PaneHead } from '../../components/Pane.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import type { CallOutput } from '../../data/request.ts';
import { useCall } from '../../data/use-call.ts';
import { useCommand } from '../../data/use-command.ts';
import { useDesk } from '../../frame/desk.ts';
import { useFirstFocus } from '../../frame/first-focus.ts';
import { languageNames, languages } from '../../i18n/language.ts';
import { BackupSettings } from '../backups/BackupSettings.tsx';
import { LibraryDamage } from '../library/LibraryDamage.tsx';
import { LibraryPlace } from './LibraryPlace.tsx';
import { SiteSettings } from './SiteSettings.tsx';
import './settings.css';

type State = CallOutput<'app', 'state'>;

/** Appearance, sites, where the library lies, version. Every change holds at once. */
export function SettingsView() {
  const { t } = useTranslation('settings');
  const { data: state } = useCall('app', 'state', {});
  const page = useRef<HTMLDivElement>(null);
  useFirstFocus(() => page.current?.focus(), state !== undefined);
  return (
    <main className="main">
      <Pane label={t('title')} surface="paper" className="settings">
        <PaneHead title={t('title')} />
        {state !== undefined && (
          <div className="scroll page" ref={page} tabIndex={-1}>
            <LibraryDamage onDone={() => page.current?.focus()} />
            <Appearance settings={state.settings} />
            <SiteSettings />
            <BackupSettings />
            <LibraryPlace folder={state.dataFolder} />
            <section>
              <ColumnHead title={t('about.title')} />
              <p className="setting">{t('about.version', { version: state.version })}</p>
            </section>
          </div>
        )}
      </Pane>
    </main>
  );
}

function Appearance({ settings }: { settings: State['settings'] }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const { fail } = useDesk();
  const { run } = useCommand('app', 'changeSettings');
  const change = (part: Partial<State['settings']>) =>
    void run(part).then((answer) => (answer.ok ? undefined : fail(answer.error)));
  const themes = ['system', 'light', 'dark'] as const;
  return (
    <section>
      <ColumnHead title={t('appearance.title')} />
      <div className="setting">
        <span className="name">{t('appearance.language')}</span>
        <Segmented<State['settings']['language']>
          label={t('appearance.language')}
          value={settings.language}
          onChange={(language) => change({ language })}
          options={[
            { value: 'system', label: common('language.system') },
            ...languages.map((value) => ({ value, label: languageNames[value], lang: value })),
          ]}
        />
      </div>
      <div className="setting">
        <span className="name">{t('appearance.theme')}</span>
        <Segmented
          label={t('appearance.theme')}
          value={settings.theme}
          onChange={(theme) => change({ theme })}
          options={themes.map((value) => ({ value, label: common(`theme.${value}`) }))}
        />
      </div>
      <div className="setting">
        <Checkbox
          checked={settings.showKeys}
          onChange={(showKeys) => change({ showKeys })}
          label={t('appearance.showKeys')}
          hint={t('appearance.showKeysHint')}
        />
      </div>
    </section>
  );
}
