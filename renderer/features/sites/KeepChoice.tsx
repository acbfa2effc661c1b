import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../components/Checkbox.tsx';
import type { CallInput, CallOutput } from '../../data/request.ts';

type Keep = CallInput<'sites', 'connect'>['keep'];

interface KeepChoiceProps {
  keychain: CallOutput<'app', 'state'>['keychain'];
  keep: Keep;
  onKeep: (keep: Keep) => void;
}

/** Where the password is kept. Asked only where the system has no keychain that protects it; says why. */
export function KeepChoice({ keychain, keep, onKeep }: KeepChoiceProps) {
  const { t } = useTranslation('sites');
  if (keychain === 'strong') return null;
  if (keychain === 'none') return <p className="hint-line">{t('keep.none')}</p>;
  return (
    <Checkbox
      checked={keep === 'device'}
      onChange={(checked) => onKeep(checked ? 'device' : 'session')}
      label={t('keep.device')}
      hint={t('keep.deviceHint')}
    />
  );
}
