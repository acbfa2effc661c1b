import { Check } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../data/use-call.ts';
import { useCommand } from '../../data/use-command.ts';
import { useDesk } from '../../frame/desk.ts';
import { useNotes } from '../../frame/notes.tsx';
import { formatBytes } from '../../i18n/bytes.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { RunningDialog } from './RunningDialog.tsx';

/** Saves the library to a file: the system asks where, then it is shown how far it is, and said where it is. */
export function SaveDialog() {
  const { t } = useTranslation('backups');
  const { opened, close, fail } = useDesk();
  const { say } = useNotes();
  const { run } = useCommand('backups', 'saveToFile');
  const { data } = useCall('backups', 'overview', {});
  const isOpen = opened.kind === 'backUp';
  const save = useEffectEvent(async () => {
    const answer = await run({});
    close();
    if (!answer.ok) return isCancelled(answer.error) ? undefined : fail(answer.error);
    const { saved } = answer.value;
    if (saved === null) return;
    const detail = formatBytes(saved.bytes, currentLanguage());
    say({ kind: 'said', icon: Check, text: t('saved', { file: saved.file }), detail });
  });
  useEffect(() => {
    if (isOpen) void save();
  }, [isOpen]);
  const running = data?.running ?? null;
  return <RunningDialog running={isOpen && running?.what === 'file' ? running : null} />;
}

/** Nobody has to be told of what they did themselves. */
export const isCancelled = (error: { kind: string; reason?: string }): boolean =>
  error.kind === 'backup' && error.reason === 'cancelled';
