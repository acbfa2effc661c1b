import { useEffect, useEffectEvent, useState } from 'react';
import type { CallOutput } from '../../data/request.ts';
import { flushUnsaved } from '../../data/unsaved.ts';
import { useCall } from '../../data/use-call.ts';
import { useCommand } from '../../data/use-command.ts';
import { useDesk } from '../../frame/desk.ts';
import { RestoreQuestion } from './RestoreQuestion.tsx';
import { RunningDialog } from './RunningDialog.tsx';
import { isCancelled } from './SaveDialog.tsx';

type Offer = NonNullable<CallOutput<'backups', 'open'>['offer']>;

/**
 * Restores a backup: it is proven first, then what it would replace is shown, and only then, with everything on screen
 * saved, it is put in the place of the present library.
 */
export function RestoreDialog() {
  const { opened, close, fail } = useDesk();
  const [offer, setOffer] = useState<Offer | null>(null);
  const [isEnding, setEnding] = useState(false);
  const { data } = useCall('backups', 'overview', {});
  const { run: openBackup } = useCommand('backups', 'open');
  const { run: restore } = useCommand('backups', 'restore');
  const { run: leave } = useCommand('backups', 'leave');
  const backupId = opened.kind === 'restore' ? opened.backupId : undefined;
  const prove = useEffectEvent(async (wanted: string | null) => {
    const answer = await openBackup({ backupId: wanted });
    if (answer.ok && answer.value.offer !== null) return setOffer(answer.value.offer);
    close();
    if (!answer.ok && !isCancelled(answer.error)) fail(answer.error);
  });
  useEffect(() => {
    if (backupId !== undefined) void prove(backupId);
  }, [backupId]);
  const giveUp = () => {
    setOffer(null);
    close();
    void leave({});
  };
  const replace = async () => {
    if (!(await flushUnsaved())) {
      giveUp();
      return fail({ kind: 'backup', reason: 'unsaved', file: '' });
    }
    setEnding(true);
    const answer = await restore({});
    // In a moment there is no window any more.
    if (answer.ok) return;
    setEnding(false);
    giveUp();
    if (!isCancelled(answer.error)) fail(answer.error);
  };
  const running = data?.running ?? null;
  return (
    <>
      <RunningDialog running={backupId !== undefined && offer === null ? running : null} />
      <RestoreQuestion
        offer={offer}
        running={isEnding ? running : null}
        isEnding={isEnding}
        onKeep={giveUp}
        onReplace={() => void replace()}
      />
    </>
  );
}
