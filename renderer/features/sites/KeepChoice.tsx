import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
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
  const id = useId();
  if (keychain === 'strong') return null;
  if (keychain === 'none') return <p className="hint-line">{t('keep.none')}</p>;
  return (
    <div className="keep-choice">
      <p id={id} className="label">
        {t('keep.title')}
      </p>
      <RadioGroup aria-labelledby={id} value={keep} onValueChange={(next) => onKeep(next as Keep)}>
        <Choice value="session" label={t('keep.session')} hint={t('keep.sessionHint')} />
        <Choice value="device" label={t('keep.device')} hint={t('keep.deviceHint')} />
      </RadioGroup>
    </div>
  );
}

function Choice({ value, label, hint }: { value: Keep; label: string; hint: string }) {
  const id = useId();
  return (
    <div className="check-field">
      <Radio.Root className="check round" value={value} id={id} aria-describedby={`${id}hint`} />
      <div className="words">
        <label htmlFor={id}>{label}</label>
        <span className="hint" id={`${id}hint`}>
          {hint}
        </span>
      </div>
    </div>
  );
}
