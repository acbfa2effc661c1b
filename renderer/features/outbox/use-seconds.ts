import { useEffect, useState } from 'react';

/** The time in ms, refreshed each second while something is counted down. */
export function useSeconds(counting: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!counting) return;
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [counting]);
  return now;
}
