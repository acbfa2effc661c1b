import type { MessageBoxOptions } from 'electron';
import type { AppError } from './domain/app-error.ts';
import type { NativeTexts } from './native-texts.ts';

/**
 * Says why the library stays closed, and asks what to do. Nothing of the library is shown instead: an empty one would
 * look as if everything were gone. Showing the folder leaves the question open.
 */
export async function askAboutClosedLibrary(
  error: AppError,
  { title, reasons, again, showFolder, quit }: NativeTexts['cannotOpen'],
  ask: (question: MessageBoxOptions) => Promise<{ response: number }>,
  openFolder: () => Promise<unknown>,
): Promise<'again' | 'quit'> {
  const detail = error.kind === 'storage' ? reasons[error.reason](error.file) : error.kind;
  for (;;) {
    const { response } = await ask({
      ...{ type: 'error', message: title, detail, noLink: true },
      ...{ buttons: [again, showFolder, quit], defaultId: 0, cancelId: 2 },
    });
    if (response !== 1) return response === 0 ? 'again' : 'quit';
    await openFolder();
  }
}
