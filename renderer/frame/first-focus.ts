import { useEffect } from 'react';

/** Whether the focus is on nothing: what had it left the page. */
const focusIsNowhere = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/**
 * Gives the focus to a view that opens, so that its keys work at once; a focus that is somewhere already stays there.
 *
 * @param turn another value tries again, such as the id of what was closed
 */
export function useFirstFocus(focus: () => void, ready: boolean, turn: string | null = null): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once per opening and turn, not per render.
  useEffect(() => {
    if (ready && focusIsNowhere()) focus();
  }, [ready, turn]);
}
