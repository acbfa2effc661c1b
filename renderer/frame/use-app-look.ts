import { useEffect } from 'react';
import { useCall } from '../data/use-call.ts';
import { setupLanguage } from '../i18n/setup.ts';

/** Follows the settings that change the whole page: its language, and whether keys are shown. Main sets the theme. */
export function useAppLook(): void {
  const { data } = useCall('app', 'state', {});
  const language = data?.language;
  const showKeys = data?.settings.showKeys ?? true;
  useEffect(() => {
    if (language !== undefined) setupLanguage(language);
  }, [language]);
  useEffect(() => {
    document.documentElement.classList.toggle('keys-hidden', !showKeys);
  }, [showKeys]);
}
