import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../main/domain/app-error.ts';
import type { RevisionRow } from './by-day.ts';
import type { ToldApart } from './told-apart.ts';
import { type PresentWords, Problem, VersionCompare } from './VersionCompare.tsx';
import { VersionTime } from './VersionTime.tsx';

interface ChosenVersionProps {
  row: RevisionRow;
  apart: ReadonlyMap<string, ToldApart>;
  siteZone: string | undefined;
  /** Ids of those whose texts are damaged; undefined: not known yet. */
  damaged: readonly string[] | undefined;
  present: PresentWords;
  language: string;
  /** Why it could not be restored. */
  error: AppError | null;
}

/** The version that is looked at beside the present one, and why it could not be restored if that was tried. */
export function ChosenVersion({ row, apart, siteZone, damaged, error, ...compared }: ChosenVersionProps) {
  const { t } = useTranslation('revisions');
  return (
    <>
      {/* Of a damaged text the comparison says it itself. */}
      <Problem error={damaged?.includes(row.id) ? null : error} />
      <div className="versus two heads">
        <div>
          <VersionTime {...{ row, apart, siteZone }} as="weekday" />
        </div>
        <div>
          <b>{t('now')}</b>
        </div>
      </div>
      <VersionCompare revisionId={row.id} damaged={damaged} {...compared} />
    </>
  );
}
