import { useEffect, useRef } from 'react';
import type { EventName, EventPayload } from '../../preload/contract/events.ts';
import { bridge } from '../bridge.ts';

/** Listens to one of main's events while the component is shown; the newest listener is the one called. */
export function useBridgeEvent<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): void {
  const newest = useRef(listener);
  useEffect(() => {
    newest.current = listener;
  });
  useEffect(() => bridge.on(name, (payload) => newest.current(payload)), [name]);
}
