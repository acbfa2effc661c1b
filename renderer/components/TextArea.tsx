import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { FieldFrame, type FieldWords } from './FieldFrame.tsx';

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'onChange' | 'id'> &
  FieldWords & {
    value: string;
    onChange: (value: string) => void;
  };

/** Several lines of text that grow with what is written, with label, hint and problem. */
export function TextArea({ label, hint, problem, optional, onChange, ...area }: TextAreaProps) {
  return (
    <FieldFrame label={label} hint={hint} problem={problem} optional={optional ?? false}>
      {(wiring) => (
        <div className={classNames('field', wiring['aria-invalid'] && 'wrong')}>
          <textarea {...area} {...wiring} onChange={(event) => onChange(event.currentTarget.value)} />
        </div>
      )}
    </FieldFrame>
  );
}
