import type { ReactNode } from 'react';

interface OptionGroupProps {
  /** What the options are; not needed where `labelledBy` names an element that says it. */
  label?: string;
  labelledBy?: string;
  children: ReactNode;
}

/** Options of a listbox that belong together. */
export function OptionGroup({ label, labelledBy, children }: OptionGroupProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options; a fieldset is of form controls.
    <div role="group" aria-label={label} aria-labelledby={labelledBy}>
      {children}
    </div>
  );
}
