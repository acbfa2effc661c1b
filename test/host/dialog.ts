// `dialog` and `shell`: what would ask the person or leave the app. Calls are recorded; a dialog that a test did not
// replace is answered as if it had been cancelled, and stderr says so.
import { spawn } from 'node:child_process';
import { record, say, settings } from './control.ts';
import { strict } from './strict.ts';

interface MessageBox {
  message?: string;
  buttons?: string[];
  cancelId?: number;
}

/** Electron calls dialogs with or without the parent window first. */
function unanswered(api: string, args: unknown[]): Record<string, unknown> {
  record(api, ...args);
  const options = (args.at(-1) ?? {}) as Record<string, unknown>;
  say(`${api} was answered with "cancel": ${JSON.stringify(options)}`);
  return options;
}

/** The button a cancelled message box reports: `cancelId`, else one that is called so, else the first. */
function cancelButton({ cancelId, buttons = [] }: MessageBox): number {
  if (cancelId !== undefined) return cancelId;
  return Math.max(
    0,
    buttons.findIndex((label) => /^(cancel|no)$/i.test(label)),
  );
}

/** The module `dialog`. */
export const dialog = strict('dialog', {
  async showOpenDialog(...args: unknown[]) {
    unanswered('dialog.showOpenDialog', args);
    return { canceled: true, filePaths: [] as string[] };
  },
  async showSaveDialog(...args: unknown[]) {
    unanswered('dialog.showSaveDialog', args);
    return { canceled: true, filePath: '' };
  },
  async showMessageBox(...args: unknown[]) {
    const response = cancelButton(unanswered('dialog.showMessageBox', args) as MessageBox);
    return { response, checkboxChecked: false };
  },
  showMessageBoxSync(...args: unknown[]): number {
    return cancelButton(unanswered('dialog.showMessageBoxSync', args) as MessageBox);
  },
  showErrorBox(title: string, content: string): void {
    record('dialog.showErrorBox', title, content);
    say(`${title}: ${content}`);
  },
});

/** On a desktop the person is really led to the browser or the file manager; headless it is only recorded. */
function open(api: string, target: string): void {
  record(api, target);
  if (!settings.headed) return;
  const opener = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [target], {
    stdio: 'ignore',
    detached: true,
  });
  opener.once('error', () => say(`nothing on this machine opens ${target}`));
  opener.unref();
}

/** The module `shell`. */
export const shell = strict('shell', {
  async openExternal(url: string): Promise<void> {
    open('shell.openExternal', url);
  },
  async openPath(file: string): Promise<string> {
    open('shell.openPath', file);
    return '';
  },
  showItemInFolder(file: string): void {
    record('shell.showItemInFolder', file);
  },
  beep(): void {
    record('shell.beep');
  },
});
