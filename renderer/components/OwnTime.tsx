import { formatDate } from '../i18n/dates.ts';
import { Time, type TimeProps } from './Time.tsx';

interface OwnTimeProps extends Pick<TimeProps, 'at' | 'as' | 'seconds'> {
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
export function OwnTime({ zones, ...time }: OwnTimeProps) {
  const differs = zones.some((zone) => onTheWall(time.at, zone) !== onTheWall(time.at));
  // Asked for each time: people travel while the app runs.
  const own = differs ? new Intl.DateTimeFormat().resolvedOptions().timeZone : undefined;
  return <Time {...time} timeZone={own} />;
}
