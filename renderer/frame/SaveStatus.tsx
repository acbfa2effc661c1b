import { Check, HardDrive, PencilLine, TriangleAlert } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../main/domain/app-error.ts';
import { StatusPart } from '../components/StatusLine.tsx';
import { repliesSaving, watchReplies } from '../features/comments/reply-sessions.ts';
import { useHealth } from '../features/library/use-health.ts';
import { useSaving } from '../features/writing/sessions.ts';
import { useErrorText } from '../i18n/error-text.ts';

const isFull = (error: AppError | null): boolean => error?.kind === 'storage' && error.reason === 'full';

/** "Saved" only when the newest words of every open post and reply are on disk, and the disk takes more. */
export function SavePart() {
  const { t } = useTranslation('status');
  const { phase, error } = useSaving();
  const replies = useSyncExternalStore(watchReplies, repliesSaving);
  const { saving } = useHealth();
  const textOf = useErrorText();
  if (phase === 'failed') {
    const reason = error === null ? '' : textOf(error).what;
    return <Alarm>{isFull(error) ? t('line.notSavedFull') : t('line.notSaved', { reason })}</Alarm>;
  }
  if (replies.kind === 'failed') {
    const reason = textOf(replies.error).what;
    return <Alarm>{isFull(replies.error) ? t('line.notSavedFull') : t('line.notSaved', { reason })}</Alarm>;
  }
  if (saving !== null) {
    const reason = textOf(saving).what;
    return <Alarm>{isFull(saving) ? t('line.notSavingFull') : t('line.notSaving', { reason })}</Alarm>;
  }
  if (phase === 'saving') return <StatusPart icon={PencilLine}>{t('line.saving')}</StatusPart>;
  if (phase === 'typing' || replies.kind === 'typing')
    return <StatusPart icon={PencilLine}>{t('line.typing')}</StatusPart>;
  return <StatusPart icon={Check}>{t('line.saved')}</StatusPart>;
}

function Alarm({ children }: { children: string }) {
  return (
    <span role="alert" className="long">
      <StatusPart icon={TriangleAlert} tone="alarm">
        {children}
      </StatusPart>
    </span>
  );
}

/** That older comments are still being read: changes wait for it. */
export function LoadingPart() {
  const { t } = useTranslation('status');
  return <StatusPart>{t('line.loading')}</StatusPart>;
}

/** That the disk does not let the library be tidied. */
export function TidyingPart() {
  const { t } = useTranslation('status');
  return (
    <StatusPart icon={HardDrive} long>
      {t('line.notTidied')}
    </StatusPart>
  );
}
