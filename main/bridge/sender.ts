import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { isOurPage } from '../security/lock-down.ts';

/**
 * Whether a message comes from the main frame of one of our windows while it shows our page. A frame that is gone
 * (null) or lies inside another one is nobody we know.
 *
 * @param owns whether these contents belong to one of our windows
 * @param devUrl address of the page's server in development, else null
 */
export const fromOurPage =
  (owns: (contents: WebContents) => boolean, devUrl: string | null) =>
  ({ sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): boolean =>
    owns(sender) && senderFrame !== null && senderFrame.parent === null && isOurPage(senderFrame.url, devUrl);
