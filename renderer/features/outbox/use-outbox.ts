import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../main/domain/app-error.ts';
import type { Result } from '../../../main/domain/result.ts';
import { useAnnounce } from '../../components/LiveRegion.tsx';
import { useCommand } from '../../data/use-command.ts';
import { useDesk } from '../../frame/desk.ts';
import { usePlace } from '../../frame/place.tsx';
import { listOf, type OperationRow, type OutboxAction } from './outbox-words.ts';

/** Carries out what the buttons and keys of the outbox name. */
export function useOutboxActions(): (action: OutboxAction, row: OperationRow) => void {
  const { t } = useTranslation('outbox');
  const announce = useAnnounce();
  const { open, fail } = useDesk();
  const { go } = usePlace();
  const retry = useCommand('outbox', 'retry').run;
  const cancel = useCommand('outbox', 'cancel').run;
  const openLink = useCommand('app', 'openLink').run;
  const tell = useCallback(
    async (done: Promise<Result<unknown, AppError>>, words: string) => {
      const answer = await done;
      if (answer.ok) announce(words);
      else fail(answer.error);
    },
    [announce, fail],
  );
  return useCallback(
    (action, row) => {
      const operation = { operationId: row.id };
      switch (action) {
        case 'reconnect':
          return open({ kind: 'reconnect', siteId: row.siteId });
        case 'retry':
          return void tell(retry(operation), t('done.retry'));
        case 'checkNow':
          return void tell(retry(operation), t('done.checkNow'));
        case 'cancel':
          return void tell(
            cancel(operation),
            t(row.kind === 'create-reply' ? 'done.cancelReply' : 'done.cancel'),
          );
        case 'openPost':
          return row.postId === null ? undefined : go({ view: 'posts', postId: row.postId });
        case 'openComment':
          return go({ view: 'comments', filter: listOf(row), commentId: row.commentId });
        case 'openOnSite':
          return void tell(openLink({ url: row.link }), t('done.openOnSite'));
      }
    },
    [t, open, go, retry, cancel, openLink, tell],
  );
}
