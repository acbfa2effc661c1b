import { type KeyboardEvent, type Ref, useEffect, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { cursorStep } from '../../components/cursor-step.ts';
import { ListOption } from '../../components/ListOption.tsx';
import { OptionGroup } from '../../components/OptionGroup.tsx';
import { useNow } from '../../components/use-now.ts';
import { formatDate } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { byDay, type ListedRevision, type RevisionRow } from './by-day.ts';
import { KindBadge } from './KindBadge.tsx';
import type { ToldApart } from './told-apart.ts';
import { VersionTime } from './VersionTime.tsx';

/** Rows that Page up and Page down go by. */
const PAGE = 8;

interface VersionListProps {
  /** Newest first. */
  rows: readonly RevisionRow[];
  apart: ReadonlyMap<string, ToldApart>;
  /** Ids of those whose texts are damaged. */
  damaged: readonly string[];
  chosen: string;
  onChoose: (id: string) => void;
  /** Enter. */
  onRestore: () => void;
  siteZone: string | undefined;
  ref: Ref<HTMLDivElement>;
}

/** The earlier versions by day, newest first. Arrow keys choose, Enter restores. */
export function VersionList(props: VersionListProps) {
  const { rows, apart, damaged, chosen, onChoose, onRestore, siteZone, ref } = props;
  const { t } = useTranslation('revisions');
  const id = useId();
  const language = currentLanguage();
  const now = useNow(false);
  const days = useMemo(
    () => byDay(rows, (at) => formatDate(at, { language, now }, { weekday: true })),
    [rows, language, now],
  );
  const cursor = rows.findIndex((row) => row.id === chosen);
  useEffect(() => {
    document.getElementById(`${id}${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && !event.repeat) onRestore();
    const next = cursorStep(event.key, cursor, rows.length, PAGE);
    if (next === null) return;
    event.preventDefault();
    onChoose(rows[next]?.id ?? chosen);
  };
  return (
    <div
      ref={ref}
      className="rows version-list"
      role="listbox"
      tabIndex={0}
      aria-label={t('list')}
      aria-activedescendant={`${id}${chosen}`}
      onKeyDown={onKeyDown}
    >
      {days.map(({ day, versions }) => (
        <OptionGroup key={versions[0]?.row.id} label={day}>
          <div className="day" aria-hidden="true">
            {day}
          </div>
          {versions.map((version) => (
            <VersionRow
              key={version.row.id}
              id={`${id}${version.row.id}`}
              {...{ version, apart, siteZone, onChoose }}
              isChosen={version.row.id === chosen}
              isDamaged={damaged.includes(version.row.id)}
            />
          ))}
        </OptionGroup>
      ))}
    </div>
  );
}

interface VersionRowProps {
  id: string;
  version: ListedRevision;
  apart: ReadonlyMap<string, ToldApart>;
  isChosen: boolean;
  isDamaged: boolean;
  onChoose: (id: string) => void;
  siteZone: string | undefined;
}

function VersionRow({ id, version, apart, isChosen, isDamaged, onChoose, siteZone }: VersionRowProps) {
  const { row, more } = version;
  const { t } = useTranslation('revisions');
  return (
    <ListOption id={id} isCursor={isChosen} className="version-row" onClick={() => onChoose(row.id)}>
      <div className="line">
        <VersionTime {...{ row, apart, siteZone }} as="time" />
        <KindBadge row={row} />
      </div>
      {isDamaged ? (
        <div className="line damaged">{t('damaged')}</div>
      ) : (
        <div className="line quiet num">
          <span>{t('words', { count: row.words })}</span>
          <span>{differenceOf(t, row, more)}</span>
        </div>
      )}
    </ListOption>
  );
}

/** "+12 words", or "5 characters" where the number of words stayed; nothing for the first version of all. */
function differenceOf(
  t: ReturnType<typeof useTranslation<'revisions'>>['t'],
  { changed }: RevisionRow,
  more: number | null,
): string {
  if (more === null) return '';
  if (more === 0) return changed === 0 ? '' : t('characters', { count: changed });
  return more > 0 ? t('moreWords', { count: more }) : t('fewerWords', { count: -more });
}
