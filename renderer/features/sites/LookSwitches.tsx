import { useTranslation } from 'react-i18next';
import { Segmented } from '../../components/Segmented.tsx';
import { useCall } from '../../data/use-call.ts';
import { useCommand } from '../../data/use-command.ts';
import { useDesk } from '../../frame/desk.ts';
import { type Language, languageNames, languages } from '../../i18n/language.ts';
import { currentLanguage } from '../../i18n/setup.ts';

/** Language and appearance at the foot of the first screen. */
export function LookSwitches() {
  const { t } = useTranslation();
  const { fail } = useDesk();
  const { data: state } = useCall('app', 'state', {});
  const { run } = useCommand('app', 'changeSettings');
  const change = (settings: Parameters<typeof run>[0]) =>
    void run(settings).then((answer) => (answer.ok ? undefined : fail(answer.error)));
  const themes = ['system', 'light', 'dark'] as const;
  return (
    <footer className="status tall">
      <Segmented<Language>
        label={t('language.label')}
        value={state?.language ?? currentLanguage()}
        onChange={(language) => change({ language })}
        options={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
      />
      <Segmented
        label={t('theme.label')}
        value={state?.settings.theme ?? 'system'}
        onChange={(theme) => change({ theme })}
        options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
      />
    </footer>
  );
}
