import { useTranslation } from 'react-i18next';
import { isPing } from '../../../main/domain/ping.ts';
import { CommentRow, commentRowHeight } from '../../components/CommentRow.tsx';
import type { RowSiteName } from '../../components/RowSite.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import type { CommentFilter, CommentRowData } from './desk-words.ts';

interface DeskRowProps {
  row: CommentRowData;
  filter: CommentFilter;
  site: RowSiteName | undefined;
}

/** Height of a row with its hairline, px. */
export const deskRowHeight = commentRowHeight;

/** One comment in the list, with its site where the list holds those of several. Its state is named where the list does not say it already. */
export function DeskRow({ row, filter, site }: DeskRowProps) {
  const { t } = useTranslation('comments');
  const name = row.authorName.trim() === '' ? t('thread.anonymous') : row.authorName;
  return (
    <CommentRow
      author={isPing(row) ? t('thread.ping', { name }) : name}
      postTitle={row.postTitle}
      site={site}
      excerpt={row.excerpt}
      at={row.date}
      timeZone={row.timeZone}
      lang={row.language}
      links={row.links}
      badge={<RowBadge row={row} filter={filter} />}
    />
  );
}

function RowBadge({ row, filter }: { row: CommentRowData; filter: CommentFilter }) {
  const { t } = useTranslation('comments');
  switch (row.onItsWay) {
    case 'queued':
    case 'sending':
      return <StateBadge of="comment" state="waiting" label={t('row.waiting')} />;
    case 'sent-unconfirmed':
      return <StateBadge of="comment" state="unconfirmed" label={t('row.unconfirmed')} />;
    case 'failed':
      return <StateBadge of="comment" state="failed" />;
    default:
      return filter === 'all' && row.status === 'pending' ? (
        <StateBadge of="comment" state="pending" />
      ) : null;
  }
}
