import { useTranslation } from 'react-i18next';
import { type CommentState, StateBadge } from '../../components/StateBadge.tsx';
import { Time } from '../../components/Time.tsx';
import { useErrorText } from '../../i18n/error-text.ts';
import type { OperationRow } from './outbox-words.ts';

const badges: Record<OperationRow['state'], CommentState> = {
  queued: 'waiting',
  sending: 'waiting',
  'sent-unconfirmed': 'unconfirmed',
  failed: 'failed',
  done: 'sent',
  cancelled: 'waiting',
};

/** How an operation stands, and why. */
export function OutboxState({ row, after }: { row: OperationRow; after: number | null }) {
  const { t } = useTranslation('outbox');
  return (
    <div>
      <StateBadge
        of="comment"
        state={badges[row.state]}
        label={row.state === 'sending' ? t('why.sending') : undefined}
      />
      <div className="why">
        <Why row={row} after={after} />
      </div>
    </div>
  );
}

function Why({ row, after }: { row: OperationRow; after: number | null }) {
  const { t } = useTranslation('outbox');
  const textOf = useErrorText();
  switch (row.state) {
    case 'done':
      return row.endedAt === null ? null : <Time at={row.endedAt} />;
    case 'sent-unconfirmed':
      return t('why.asking');
    case 'failed':
      return (
        <>
          <bdi>{row.siteTitle}</bdi> · {t('why.tried', { count: row.attempts })}
        </>
      );
    case 'queued':
      if (after !== null) return t('why.after', { number: after });
      if (row.error !== null) return row.error.kind === 'offline' ? t('why.silent') : textOf(row.error).what;
      return null;
    default:
      return null;
  }
}
