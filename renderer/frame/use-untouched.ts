import { useEffect, useRef } from 'react';

/** What a person does to a page, whatever comes of it. */
const DEEDS = ['keydown', 'pointerdown', 'wheel'] as const;

/** Tells whether the person has done nothing in the window since the component is shown: nothing may move under them. */
export function useUntouched(): () => boolean {
  const touched = useRef(false);
  useEffect(() => {
    const touch = (event: Event) => {
      // A key that is still held down, such as the Enter that sent a form, is no new deed.
      if (!(event instanceof KeyboardEvent && event.repeat)) touched.current = true;
    };
    for (const deed of DEEDS) window.addEventListener(deed, touch, { capture: true, passive: true });
    return () => {
      for (const deed of DEEDS) window.removeEventListener(deed, touch, { capture: true });
    };
  }, []);
  return () => !touched.current;
}
