import { Time } from '../../components/Time.tsx';
import type { RevisionRow } from './by-day.ts';
import { type ToldApart, withNth } from './told-apart.ts';

interface VersionTimeProps {
  row: RevisionRow;
  apart: ReadonlyMap<string, ToldApart>;
  as: 'time' | 'weekday';
  timeZone: string | undefined;
}

/** Since when the post had the words of a version, told from every other one in the list. */
export function VersionTime({ row, apart, as, timeZone }: VersionTimeProps) {
  const { seconds = false, nth = null } = apart.get(row.id) ?? {};
  return (
    <b className="num at">
      <Time at={row.at} as={as} seconds={seconds} timeZone={timeZone} />
      {withNth('', nth)}
    </b>
  );
}
