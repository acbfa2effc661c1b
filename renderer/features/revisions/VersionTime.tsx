import { OwnTime } from '../../components/OwnTime.tsx';
import type { RevisionRow } from './by-day.ts';
import { type ToldApart, withNth } from './told-apart.ts';

interface VersionTimeProps {
  row: RevisionRow;
  apart: ReadonlyMap<string, ToldApart>;
  as: 'time' | 'weekday';
  /** The zone of the post's site. */
  siteZone: string | undefined;
}

/**
 * Since when the post had the words of a version, told from every other one in the list: by the clock of this computer,
 * on which versions are kept.
 */
export function VersionTime({ row, apart, as, siteZone }: VersionTimeProps) {
  const { seconds = false, nth = null } = apart.get(row.id) ?? {};
  return (
    <b className="num at">
      <OwnTime at={row.at} as={as} seconds={seconds} zones={siteZone === undefined ? [] : [siteZone]} />
      {withNth('', nth)}
    </b>
  );
}
