import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Icon } from './Icon.tsx';

type CheckboxProps = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** The words beside it. */
  label: ReactNode;
  hint?: ReactNode;
  /** Some of what it stands for is selected. */
  mixed?: boolean;
  disabled?: boolean;
};

/** A checkbox with its words. */
export function Checkbox({ checked, onChange, label, hint, mixed = false, disabled = false }: CheckboxProps) {
  const id = useId();
  return (
    <div className="check-field">
      <Base.Root
        className="check"
        id={id}
        checked={checked}
        indeterminate={mixed}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}hint`}
        onCheckedChange={(next) => onChange(next)}
      >
        <Base.Indicator className="check-mark">
          <Icon of={mixed ? Minus : Check} />
        </Base.Indicator>
      </Base.Root>
      <div className="words">
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && (
          <span className="hint" id={`${id}hint`}>
            {hint}
          </span>
        )}
      </div>
    </div>
  );
}
