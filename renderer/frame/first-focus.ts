import { useEffect, useEffectEvent } from 'react';

/** Whether the focus is on nothing: what had it left the page. */
const focusIsNowhere = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/**
 * Gives the focus to a view that opens, so that its keys work at once; a focus that is somewhere already stays there.
 *
 * @param turn false: not yet; another value tries again, such as the id of what was closed
 */
export function useFirstFocus(focus: () => void, turn: boolean | string | null): void {
  const give = useEffectEvent(() => {
    if (focusIsNowhere()) focus();
  });
  useEffect(() => {
    if (turn !== false) give();
  }, [turn]);
}
