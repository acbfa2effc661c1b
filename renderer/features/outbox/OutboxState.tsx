import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/Icon.tsx';
import { OwnTime } from '../../components/OwnTime.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useErrorText } from '../../i18n/error-text.ts';
import { NextTry } from './NextTry.tsx';
import { isAboutPost, isSilence, type OperationRow } from './outbox-words.ts';

const badges: Record<OperationRow['state'], 'waiting' | 'unconfirmed' | 'failed' | 'sent'> = {
  queued: 'waiting',
  sending: 'waiting',
  'sent-unconfirmed': 'unconfirmed',
  failed: 'failed',
  done: 'sent',
  cancelled: 'waiting',
};

interface OutboxStateProps {
  row: OperationRow;
  /** How its site is called. */
  siteName: string;
  /** Place of the operation that must go first, if any. */
  after: number | null;
}

/** How an operation stands, and why. */
export function OutboxState({ row, siteName, after }: OutboxStateProps) {
  const { t } = useTranslation('outbox');
  return (
    <div>
      <StateBadge
        of={isAboutPost(row) ? 'post' : 'comment'}
        state={row.kind === 'two-versions' ? 'conflict' : badges[row.state]}
        label={row.state === 'sending' ? t('why.sending') : undefined}
      />
      <div className="why">
        {row.waitingFor === null ? (
          <Ended row={row} siteName={siteName} />
        ) : (
          <WaitsFor row={row} after={after} />
        )}
      </div>
    </div>
  );
}

/** When it ended, and how often it was tried in vain. */
function Ended({ row, siteName }: Pick<OutboxStateProps, 'row' | 'siteName'>) {
  const { t } = useTranslation('outbox');
  const { kind, state, attempts, endedAt, timeZone } = row;
  const time = endedAt === null ? null : <OwnTime at={endedAt} zones={[timeZone]} />;
  if (state !== 'failed') return time;
  if (kind === 'two-versions') {
    return (
      <>
        <bdi>{siteName}</bdi> · {t('why.noticed')} {time}
      </>
    );
  }
  return (
    <>
      <bdi>{siteName}</bdi> · {t('why.tried', { count: attempts })}
      {time !== null && (
        <>
          , {t('why.last')} {time}
        </>
      )}
    </>
  );
}

/** What keeps a waiting one from being sent right now. */
function WaitsFor({ row, after }: Pick<OutboxStateProps, 'row' | 'after'>) {
  const { t } = useTranslation('outbox');
  const textOf = useErrorText();
  const { waitingFor, error, nextTryAt } = row;
  switch (waitingFor) {
    case 'password':
      return (
        <>
          <Icon of={KeyRound} small /> {t('why.password')}
        </>
      );
    case 'answer':
      // That the site is silent stands above all rows; what it answered instead of an answer stands nowhere else.
      return `${error === null || error.kind === 'offline' ? '' : textOf(error).what} ${t('why.asking')}`;
    case 'check':
      return `${error === null || error.kind === 'offline' ? '' : textOf(error).what} ${t('why.checking')}`;
    case 'order':
      return after === null ? null : t('why.after', { number: after });
    case 'network':
      return error === null || isSilence(error) ? t('why.silent') : textOf(error).what;
    case 'pause':
      return (
        <>
          {error !== null && textOf(error).what} {nextTryAt !== null && <NextTry at={nextTryAt} />}
        </>
      );
    default:
      return null;
  }
}
