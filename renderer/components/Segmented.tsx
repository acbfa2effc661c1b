import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';

type SegmentedProps<Value extends string> = {
  /** Name of the choice for screen readers. */
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  /** Two to four of them; `lang` where a label is in another language than the app. */
  options: readonly { value: Value; label: string; lang?: string }[];
};

/** One of a few, all in sight. A radio group: arrow keys choose. */
export function Segmented<Value extends string>({ label, value, onChange, options }: SegmentedProps<Value>) {
  return (
    <RadioGroup
      className="seg"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const option = options.find((one) => one.value === next);
        if (option !== undefined) onChange(option.value);
      }}
    >
      {options.map((option) => (
        <Radio.Root key={option.value} value={option.value} lang={option.lang}>
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
