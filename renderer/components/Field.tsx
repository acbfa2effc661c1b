import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { FieldFrame, type FieldWords } from './FieldFrame.tsx';
import { Icon } from './Icon.tsx';

type FieldProps = Omit<ComponentProps<'input'>, 'onChange' | 'size' | 'id'> &
  FieldWords & {
    value: string;
    onChange: (value: string) => void;
    icon?: LucideIcon;
    big?: boolean;
  };

/** One line of text with its label, hint and problem. Takes every other attribute of `<input>`. */
export function Field({ label, hint, problem, optional, icon, big, onChange, ...input }: FieldProps) {
  return (
    <FieldFrame label={label} hint={hint} problem={problem} optional={optional ?? false}>
      {(wiring) => (
        <div className={classNames('field', big && 'big', wiring['aria-invalid'] && 'wrong')}>
          {icon !== undefined && <Icon of={icon} />}
          <input
            type="text"
            {...input}
            {...wiring}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        </div>
      )}
    </FieldFrame>
  );
}
