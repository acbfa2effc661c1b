import type { HTMLAttributes } from 'react';

/** A text that may scroll: with the focus on it, it does so by keyboard. */
export function ScrollRegion(props: HTMLAttributes<HTMLElement>) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
  return <section {...props} tabIndex={0} />;
}
