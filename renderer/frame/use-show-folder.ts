import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../main/domain/app-error.ts';
import type { Result } from '../../main/domain/result.ts';
import { useDesk } from './desk.ts';
import { useNotes } from './notes.tsx';

/** Opens a folder in the file manager by this call; says so where there is none. */
export function useShowFolder(
  show: (input: Record<string, never>) => Promise<Result<{ shown: boolean }, AppError>>,
): () => void {
  const { t } = useTranslation('settings');
  const { fail } = useDesk();
  const { say } = useNotes();
  const run = async () => {
    const answer = await show({});
    if (!answer.ok) fail(answer.error);
    else if (!answer.value.shown) say({ kind: 'said', icon: TriangleAlert, text: t('library.notShown') });
  };
  return () => void run();
}
