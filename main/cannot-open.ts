import type { MessageBoxOptions } from 'electron';
import type { BlockedSwap } from './backup/swap.ts';
import type { AppError } from './domain/app-error.ts';
import type { NativeTexts } from './native-texts.ts';

/**
 * Says why the library stays closed, and asks what to do. Nothing of the library is shown instead: an empty one would
 * look as if everything were gone. Showing the folder leaves the question open.
 *
 * @param backup the newest good backup, by its date for people; null if there is none
 */
export async function askAboutClosedLibrary(
  error: AppError,
  { title, reasons, again, showFolder, quit, ...texts }: NativeTexts['cannotOpen'],
  backup: string | null,
  ask: (question: MessageBoxOptions) => Promise<{ response: number }>,
  openFolder: () => Promise<unknown>,
): Promise<'restore' | 'again' | 'quit'> {
  const reason = error.kind === 'storage' ? reasons[error.reason](error.file) : error.kind;
  const offer = backup === null ? [] : [texts.restore];
  const detail = backup === null ? reason : `${reason}\n\n${texts.backup(backup)}`;
  const answers = [...offer.map(() => 'restore' as const), 'again', 'show', 'quit'] as const;
  for (;;) {
    const { response } = await ask({
      ...{ type: 'error', message: title, detail, noLink: true },
      ...{ buttons: [...offer, again, showFolder, quit], defaultId: 0, cancelId: answers.length - 1 },
    });
    const answer = answers[response] ?? 'quit';
    if (answer !== 'show') return answer;
    await openFolder();
  }
}

/** Says why a planned restore cannot begin, and asks what to do: nothing is lost whatever is answered. */
export async function askAboutBlockedRestore(
  reason: BlockedSwap['reason'],
  folder: string,
  { title, reasons, asBefore, again, asItIs, quit }: NativeTexts['blockedRestore'],
  ask: (question: MessageBoxOptions) => Promise<{ response: number }>,
): Promise<'again' | 'as-it-is' | 'quit'> {
  const answers = ['again', 'as-it-is', 'quit'] as const;
  const detail = `${reasons[reason](folder)}\n\n${asBefore}`;
  const { response } = await ask({
    ...{ type: 'warning', message: title, detail, noLink: true },
    ...{ buttons: [again, asItIs, quit], defaultId: 0, cancelId: 2 },
  });
  return answers[response] ?? 'quit';
}
