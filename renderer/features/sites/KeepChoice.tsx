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
  const name = useId();
  if (keychain === 'strong') return null;
  if (keychain === 'none') return <p className="hint-line">{t('keep.none')}</p>;
  const choices = [
    { value: 'session', label: t('keep.session'), hint: t('keep.sessionHint') },
    { value: 'device', label: t('keep.device'), hint: t('keep.deviceHint') },
  ] as const;
  return (
    <fieldset className="keep-choice">
      <legend>{t('keep.title')}</legend>
      {choices.map(({ value, label, hint }) => (
        <div className="check-field" key={value}>
          <input
            type="radio"
            className="check round"
            id={`${name}${value}`}
            name={name}
            checked={keep === value}
            aria-describedby={`${name}${value}hint`}
            onChange={() => onKeep(value)}
          />
          <div className="words">
            <label htmlFor={`${name}${value}`}>{label}</label>
            <span className="hint" id={`${name}${value}hint`}>
              {hint}
            </span>
          </div>
        </div>
      ))}
    </fieldset>
  );
}
