import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';
import { FieldFrame, type FieldWords } from './FieldFrame.tsx';

type PasswordFieldProps = Omit<ComponentProps<'input'>, 'onChange' | 'size' | 'type' | 'id'> &
  FieldWords & {
    value: string;
    onChange: (value: string) => void;
  };

/** A password that can be shown: an application password is 24 letters long and often typed from a page. */
export function PasswordField({ label, hint, problem, optional, onChange, ...input }: PasswordFieldProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame label={label} hint={hint} problem={problem} optional={optional ?? false}>
      {(wiring) => (
        <div className={classNames('field', wiring['aria-invalid'] && 'wrong')}>
          <input
            autoComplete="off"
            spellCheck={false}
            {...input}
            {...wiring}
            type={shown ? 'text' : 'password'}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          <Button
            variant="plain"
            label={t(shown ? 'field.hidePassword' : 'field.showPassword')}
            icon={shown ? EyeOff : Eye}
            onClick={() => setShown(!shown)}
          />
        </div>
      )}
    </FieldFrame>
  );
}
