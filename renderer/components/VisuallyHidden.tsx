import type { ComponentProps } from 'react';

/** Words for screen readers only. Takes every attribute of `<span>`. */
export function VisuallyHidden(attributes: Omit<ComponentProps<'span'>, 'className'>) {
  return <span className="sr" {...attributes} />;
}
