import { useEffect, useState } from 'react';

/** The value once it has stayed the same for a while: whoever runs through a list does not wait for each of its rows. */
export function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}
