import { formatDate } from '../i18n/dates.ts';
import { Time } from './Time.tsx';

interface OwnTimeProps {
  /** ISO date. */
  at: string;
  as?: 'short' | 'relative';
  /** Zones of the sites it has to do with. */
  zones: readonly string[];
}

/** Date and time as the clock on the wall of a zone shows them; the computer's own when left out. */
const onTheWall = (at: string, timeZone?: string): string =>
  formatDate(at, { language: 'en', timeZone, now: at }, { year: true, time: true });

/**
 * When something happened here, by the clock of this computer. Where the clock of a site shows another time the tip
 * names the zone, so that nobody takes one for the other.
 */
export function OwnTime({ at, as = 'short', zones }: OwnTimeProps) {
  const differs = zones.some((zone) => onTheWall(at, zone) !== onTheWall(at));
  // Asked for each time: people travel while the app runs.
  const own = differs ? new Intl.DateTimeFormat().resolvedOptions().timeZone : undefined;
  return <Time at={at} as={as} timeZone={own} />;
}
