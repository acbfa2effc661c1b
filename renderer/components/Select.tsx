import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown, type LucideIcon } from 'lucide-react';
import { Icon } from './Icon.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** One choice; `lang` where the label is somebody's words. */
export type SelectOption<Value extends string> = {
  value: Value;
  label: string;
  icon?: LucideIcon;
  lang?: string;
  disabled?: boolean;
};

type SelectProps<Value extends string> = {
  label: string;
  /** Only for screen readers, where a heading already names it. */
  labelHidden?: boolean;
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  /** Shown while nothing is chosen. */
  placeholder?: string;
  disabled?: boolean;
};

/** One of many, in a list that opens. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, labelHidden = false, value, onChange, options, placeholder, disabled = false } = props;
  const chosen = options.find((option) => option.value === value);
  return (
    <Base.Root
      value={value}
      disabled={disabled}
      onValueChange={(next) => next !== null && onChange(next)}
      items={options}
    >
      <div className="form-field">
        <Base.Label {...(labelHidden ? { render: <VisuallyHidden /> } : { className: 'label' })}>
          {label}
        </Base.Label>
        <Base.Trigger className="field">
          {chosen?.icon !== undefined && <Icon of={chosen.icon} />}
          <Base.Value className="select-value" lang={chosen?.lang} placeholder={placeholder} />
          <Icon of={ChevronDown} />
        </Base.Trigger>
      </div>
      <Base.Portal>
        <Base.Positioner className="popover" alignItemWithTrigger={false} sideOffset={4}>
          <Base.Popup className="menu float select-list" data-owns-keys="">
            <Base.List>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.disabled ?? false}
                  className="item"
                >
                  {option.icon !== undefined && <Icon of={option.icon} />}
                  <Base.ItemText className="grow" lang={option.lang}>
                    {option.label}
                  </Base.ItemText>
                  <Base.ItemIndicator>
                    <Icon of={Check} />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
